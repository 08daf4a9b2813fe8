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
            names.setdefault(_bare(name), state)
        for name in _split(row["capital"]):
            capitals.setdefault(_bare(name), state)
        for name in _split(row["demonyms"]):
            demonyms.setdefault(_bare(name), state)
    return names, capitals, demonyms


def state_named(name: str) -> State | None:
    """The state of that name ("the UK", "Russian Federation")."""
    return _found(0, name)


def state_of_capital(name: str) -> State | None:
    """The state whose capital that is, as when "Moscow" says something."""
    return _found(1, name)


def is_capital(iso3: str, name: str) -> bool:
    """Whether that is the capital, or a seat of the government, of the state."""
    state = state_of_capital(name)
    return state is not None and state.iso3 == iso3


def state_of_demonym(word: str) -> State | None:
    """The state that an adjective or a people's name belongs to ("British", "Russians")."""
    return _found(2, word)


@lru_cache(maxsize=1)
def _by_code() -> dict[str, State]:
    out: dict[str, State] = {}
    for row in read_table("states.tsv"):
        out.setdefault(row["iso3"], State(row["iso3"], row["name"]))
    return out


def state_of_code(iso3: str) -> State | None:
    """The state of an ISO 3166 alpha-3 code."""
    return _by_code().get(iso3)


@lru_cache(maxsize=1)
def _parents() -> dict[str, str]:
    return {row["iso3"]: row["part_of"] for row in read_table("state_codes.tsv") if row["part_of"]}


def recognised_as(iso3: str) -> str:
    """The ISO code of the state that a territory belongs to by international law, its own where it is one."""
    return _parents().get(iso3, iso3)


def _found(which: int, name: str) -> State | None:
    bare = _bare(name)
    table = _index()[which]
    # a headline in capitals still names states ("RUSSIA WARNS")
    return table.get(bare) or (table.get(bare.casefold()) if bare.isupper() else None)


def _bare(name: str) -> str:
    """A name without article and possessive, in lower case unless it is an abbreviation: "us" is not the US, nor a
    car the CAR."""
    name = name.strip().replace("’", "'")
    if name[:4].casefold() == "the ":
        name = name[4:]
    if name.endswith(("'s", "'S")):
        name = name[:-2]
    name = name.removesuffix("'")
    return name if name.isupper() and len(name.replace(".", "")) <= 6 else name.casefold()
