"""States by name, capital and demonym."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapporteur.knowledge.tables import read_table


class State(NamedTuple):
    """`iso3` and the common English `name`."""

    iso3: str
    name: str


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


@lru_cache(maxsize=1)
def _index() -> tuple[dict[str, State], dict[str, State], dict[str, State]]:
    names: dict[str, State] = {}
    capitals: dict[str, State] = {}
    demonyms: dict[str, State] = {}
    for row in read_table("states.tsv"):
        state = State(row["iso3"], row["name"])
        for name in (row["name"], *_split(row["aliases"])):
            names.setdefault(name.casefold(), state)
        for name in _split(row["capital"]):
            capitals.setdefault(name.casefold(), state)
        for name in _split(row["demonyms"]):
            demonyms.setdefault(name.casefold(), state)
    return names, capitals, demonyms


def state_named(name: str) -> State | None:
    """The state of that name ("the UK", "Russian Federation")."""
    return _index()[0].get(_bare(name))


def state_of_capital(name: str) -> State | None:
    """The state whose capital that is, as when "Moscow" says something."""
    return _index()[1].get(_bare(name))


def state_of_demonym(word: str) -> State | None:
    """The state that an adjective or a people's name belongs to ("British", "Russians")."""
    return _index()[2].get(_bare(word))


def _bare(name: str) -> str:
    name = name.strip().casefold().replace("’", "'")
    return name.removeprefix("the ").removesuffix("'s").removesuffix("'")
