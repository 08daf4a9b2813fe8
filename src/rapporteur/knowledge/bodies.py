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
    """The body of that name or short name; case counts, since short names are words when they are not names."""
    name = name.strip()
    for prefix in ("the ", "The "):
        name = name.removeprefix(prefix)
    return _index().get(name)
