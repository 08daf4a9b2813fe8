"""The data sets that `rapporteur eval` knows, and the floors that a figure may not fall under."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from rapporteur.evaluation.figures import Figure

SETS = {
    "polnear": "attributions: source, cue, content",
    "reference": "offices on a day: who holds which, what is somebody",
    "readings": "real reports read by hand: statements, actors, events",
    "corpus": "the held-out tenth of the project's own items: statements, actors, events",
    "articles": "web pages with their body text",
    "ngec-actors": "actor phrases: country and sector",
    "dictionaries": "dictionaries of the field: every line read or named",
    "page-dates": "web pages with their publication date",
    "geonews": "place names of news: the right country, within 161 km",
    "gum-open": "expressions of time in news and interviews: found, and the very days",
    "news-pages": "news pages with title, day, authors and body",
}
EPSILON = 0.0005


class Shortfall(NamedTuple):
    """A figure that fell under its floor."""

    figure: str
    value: float
    floor: float


def evaluate(name: str, path: Path) -> tuple[list[Figure], str]:
    """The figures of a set and the hash of its data. Raises AbsentData where the data does not stand."""
    module = import_module(f"rapporteur.evaluation.{name.replace('-', '_')}")
    run: Callable[[Path], tuple[list[Figure], str]] = module.evaluate
    return run(path)


def shortfalls(figures: list[Figure], floors: dict[str, float]) -> list[Shortfall]:
    """What fell under its floor."""
    values = {f.name: f.value for f in figures}
    return [
        Shortfall(name, values.get(name, 0.0), floor)
        for name, floor in floors.items()
        if values.get(name, 0.0) < floor - EPSILON
    ]


def raise_floors(path: Path, name: str, figures: list[Figure], sha256: str) -> None:
    """Write the figures of a set as its floors; a floor only rises while the data is the same."""
    floors = json.loads(path.read_text("utf-8")) if path.exists() else {}
    old = floors.get(name, {})
    kept = old.get("floors", {}) if old.get("sha256") == sha256 else {}
    ours = {f.name: f.value for f in figures if "," not in f.name}  # "…, trafilatura fast" is another's figure
    floors[name] = {"sha256": sha256, "floors": {k: round(max(v, kept.get(k, 0.0)), 4) for k, v in ours.items()}}
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    temporary.replace(path)
