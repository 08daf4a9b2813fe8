"""Places by name: cities and first-level divisions out of GeoNames (CC BY 4.0), states, and the sites that people edit.

`data/gazetteer.txt` is compiled (`training/gazetteer.py`), sorted by the bytes of its first column and searched where it
lies, so that two hundred thousand places cost no loading.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from rapporteur.knowledge.keys import key_of
from rapporteur.knowledge.tables import DATA, read_table

PATH: Path = DATA / "gazetteer.txt"


class Place(NamedTuple):
    """A place: `type` as in the record (country, admin1, city, site, region), ISO alpha-3 `country`, `admin1` by name,
    degrees, `population` (0 where not known) and GeoNames id."""

    name: str
    type: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    geonameid: int | None


def places_named(name: str) -> list[Place]:
    """All places of that name, the likeliest first as far as the name alone tells: states, what people wrote down, then
    by inhabitants, those that only bear the name beside their own last."""
    key = key_of(name)
    if not key:
        return []
    found = [*_edited().get(key, ()), *_listed(key)]
    return sorted(found, key=lambda p: _rank(p, key))


def _rank(place: Place, key: str) -> tuple[int, int]:
    first = 0 if place.type == "country" else 1 if place.type in ("region", "site") else 2 if key_of(place.name) == key or place.population >= _GREAT else 3
    return first, -place.population


_GREAT = 200_000  # a city of so many people is meant by its other names too ("Kiev")


@lru_cache(maxsize=1)
def _bytes() -> bytes:
    return PATH.read_bytes()


@lru_cache(maxsize=16_384)
def _listed(key: str) -> tuple[Place, ...]:
    """The lines of the compiled table with that key, by halving."""
    data, wanted = _bytes(), key.encode() + b"\t"
    low, high = 0, len(data)
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", 0, middle) + 1
        if data[start : start + len(wanted)] < wanted:
            low = data.find(b"\n", middle) + 1 or len(data)
        else:
            high = start
    out = []
    while data.startswith(wanted, low):
        end = data.index(b"\n", low)
        _, place, kind, iso3, admin1, lat, lon, population, number = data[low:end].decode().split("\t")
        out.append(Place(place, kind, iso3, admin1 or None, float(lat), float(lon), int(population), int(number) if number else None))
        low = end + 1
    return tuple(out)


@lru_cache(maxsize=1)
def _edited() -> dict[str, list[Place]]:
    """States and sites by key."""
    out: dict[str, list[Place]] = {}
    facts = {row["iso3"]: row for row in read_table("state_codes.tsv")}
    seen: set[str] = set()
    for row in read_table("states.tsv"):
        fact = facts.get(row["iso3"])
        if fact is None or row["iso3"] in seen:
            continue  # the rows behind a state's first are its parts
        seen.add(row["iso3"])
        place = Place(
            row["name"], "country", fact["part_of"] or row["iso3"], None, float(fact["lat"]), float(fact["lon"]), 0,
            int(fact["geonames"]) if fact["geonames"] else None,
        )
        for name in (row["name"], *row["aliases"].split(";")):
            if key_of(name):
                out.setdefault(key_of(name), []).append(place)
    for row in read_table("sites.tsv"):
        place = Place(row["name"], row["type"], row["country"] or None, row["admin1"] or None, float(row["lat"]), float(row["lon"]), 0, None)
        for name in (row["name"], *row["aliases"].split(";")):
            if key_of(name):
                out.setdefault(key_of(name), []).append(place)
    return out
