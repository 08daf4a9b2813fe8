"""Offices by their other names, and which of a state's offices leads it."""

from __future__ import annotations

from functools import lru_cache

from rapporteur.knowledge.registry import Person, holders
from rapporteur.knowledge.tables import read_table


@lru_cache(maxsize=1)
def _names() -> dict[tuple[str, str], list[str]]:
    """Office and state ("" for any) to what else the office is called."""
    out: dict[tuple[str, str], list[str]] = {}
    for row in read_table("office_names.tsv"):
        for state in row["states"].split(";"):
            out.setdefault((row["office"], state), []).extend(row["also"].split(";"))
    return out


def names_of_office(office: str, of: str) -> list[str]:
    """What an office is called, the name itself first: the foreign minister of the USA is its secretary of state."""
    return list(dict.fromkeys([office, *_names().get((office, of), ()), *_names().get((office, ""), ())]))


@lru_cache(maxsize=1)
def _leading() -> dict[str, list[tuple[str, str, str]]]:
    out: dict[str, list[tuple[str, str, str]]] = {}
    for row in read_table("leading_offices.tsv"):
        out.setdefault(row["state"], []).append((row["office"], row["start"], row["end"]))
    return out


def leading_office(state: str, day: str) -> str:
    """The office whose holder leads a state on a day: its president unless the table says otherwise."""
    for office, start, end in _leading().get(state, ()):
        if (not start or start <= day) and (not end or day <= end):
            return office
    return "president"


def in_office(office: str, of: str, day: str) -> list[Person]:
    """Who held an office of a state or body on a day, whatever it is called there; the likeliest first. "Leader" is
    whoever leads."""
    if office == "leader":
        leading = in_office(leading_office(of, day), of, day)
        others = [p for name in ("president", "prime minister", "junta leader", *names_of_office("head of state", of)) for p in holders(name, of, day)]
        return list(dict.fromkeys([*leading, *others, *holders("leader", of, day)]))
    return next((found for name in names_of_office(office, of) if (found := holders(name, of, day))), [])
