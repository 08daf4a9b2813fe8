"""Organisations, media and groups by name and short name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapporteur.knowledge.tables import read_table


class Body(NamedTuple):
    """A body by its full name: `kind` as in the record, PLOVER `sector` and ISO `country` where known."""

    name: str
    kind: str
    sector: str | None
    country: str | None


@lru_cache(maxsize=1)
def _index() -> dict[str, Body]:
    out: dict[str, Body] = {}
    for row in read_table("organisations.tsv"):
        body = Body(row["name"], row["kind"], row["sector"] or None, row["country"] or None)
        for name in (row["name"], *row["aliases"].split(";")):
            if name.strip():
                out.setdefault(name.strip(), body)
    return out


def body_named(name: str) -> Body | None:
    """The body of that name or short name; case counts, since short names are words when they are not names.

    Where the table writes the article ("The Times"), a name without it is not that body's; elsewhere the article
    makes no difference.
    """
    name = name.strip()
    bare = name[4:] if name[:4] in ("the ", "The ") else None
    return _index().get(name) if bare is None else _index().get(f"The {bare}") or _index().get(bare)


def sector_on(body: Body, day: str) -> str | None:
    """The sector of a body on an ISO day: rebels who took the capital are its government."""
    for name, sector, start, end in _periods():
        if name == body.name and start <= day and (not end or day <= end):
            return sector
    return body.sector


@lru_cache(maxsize=1)
def _periods() -> list[tuple[str, str, str, str]]:
    return [(r["name"], r["sector"], r["start"], r["end"]) for r in read_table("body_periods.tsv")]


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {r["name"]: r["code"] for r in read_table("body_codes.tsv")}


def interstate_code(body: Body) -> str | None:
    """The CAMEO code of a body of several states ("IGOUNO"), None for any other."""
    if body.name in _codes():
        return _codes()[body.name]
    if body.country or body.kind != "organisation" or body.sector not in (None, "MIL", "JUD", "LEG", "COP"):
        return None
    if body.name.startswith(("UN ", "United Nations")) or "-United Nations" in body.name:
        return "IGOUNO"
    return "IGOEUREEC" if body.name.startswith(("European Union", "EU ")) else None if body.sector else "IGO"
