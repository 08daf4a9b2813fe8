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
