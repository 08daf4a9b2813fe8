"""Place names of news, given where they stand: is it the right country, is it within 161 km.

Over all names of the set that have coordinates (the published figure of Mordecai 3 is on the same sets). The gold country
is the one that the set gives, else that of the GeoNames id in our table, else that of the nearest town. What lies in no
one country (a continent, an ocean, the Middle East) is right where ours has none either. `places found` asks for the names too: recognition in
the text against the names that are literally places.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import numpy as np

from rapporteur.evaluation.figures import Figure, require, sha256_of_files
from rapporteur.knowledge.gazetteer import PATH
from rapporteur.knowledge.states import state_named
from rapporteur.reading.places import distance_km, home_of, resolve_places

NEAR_KM = 161.0
# continents, oceans and other wide regions, by GeoNames id and by page
_WIDE = frozenset([*range(6255146, 6255153), 6269133, 7729887, 3373405, 4030875, 2363254, 1545739, 6957698])
_WIDE_PAGES = frozenset(["Africa", "Asia", "Europe", "European_Union", "Latin_America", "Middle_East", "North_America", "South_America"])


@lru_cache(maxsize=1)
def _towns() -> tuple[np.ndarray, list[str], dict[int, str]]:
    """Unit vectors and countries of all towns, and the country of each GeoNames id."""
    rows = [line.split("\t") for line in PATH.read_text("utf-8").splitlines()]
    lat, lon = np.radians([float(r[5]) for r in rows]), np.radians([float(r[6]) for r in rows])
    vectors = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], 1)
    return vectors, [r[3] for r in rows], {int(r[8]): r[3] for r in rows if r[8]}


def _country(place: dict) -> str | None:
    number = place.get("geonames")
    if number in _WIDE or place.get("wikipedia", "").rpartition("/")[2] in _WIDE_PAGES:
        return None
    named = state_named(place["country"]) if place.get("country") else None
    if named:
        return named.iso3
    vectors, countries, by_id = _towns()
    if number in by_id:
        return by_id[number]
    lat, lon = np.radians(place["lat"]), np.radians(place["lon"])
    point = np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    return countries[int(np.argmax(vectors @ point))]


def evaluate(path: Path) -> tuple[list[Figure], str]:
    """The figures on data.jsonl in a folder, and the hash of the data."""
    file = require(path / "data.jsonl")
    total = country = near = 0
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        gold = [p for p in row["places"] if p.get("lat") is not None]
        ours = resolve_places(row["text"], [(p["start"], p["end"]) for p in gold], home=home_of(row.get("url")))
        for g, p in zip(gold, ours, strict=True):
            total += 1
            if p is None:
                continue
            within = distance_km((g["lat"], g["lon"]), (p.lat, p.lon)) <= NEAR_KM
            near += within
            country += p.country == _country(g)
    return [Figure("places, right country", country, total), Figure("places, within 161 km", near, total)], sha256_of_files([file])
