"""The actors of a user's own folder: names with a code on given days, as a person writes them or a dictionary had them.

A folder of one's own may hold any table of `data/` (its rows come before those that ship), and `actors.tsv` and
`roles.tsv`, which only folders of one's own have. Names of a dictionary are in upper case, so case does not count.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from rapporteur.knowledge.codes import split_code
from rapporteur.knowledge.keys import key_of
from rapporteur.knowledge.tables import own_rows


class OwnActor(NamedTuple):
    """A row of `actors.tsv`: who is coded so from `start` to `end` (ISO, inclusive; "" for open)."""

    name: str
    kind: str | None
    country: str | None
    sector: str | None
    code: str
    role: str | None
    start: str
    end: str

    def holds(self, day: str) -> bool:
        """Whether the row is for that ISO day."""
        return (not self.start or self.start <= day[: len(self.start)]) and (not self.end or day[: len(self.end)] <= self.end)


@lru_cache(maxsize=1)
def _actors() -> dict[str, list[OwnActor]]:
    out: dict[str, list[OwnActor]] = defaultdict(list)
    for row in own_rows("actors.tsv"):
        coded = split_code(row["code"]) if row["code"] else None
        actor = OwnActor(
            row["name"], row["kind"] or None, row["country"] or (coded.country if coded else None), row["sector"] or (coded.sector if coded else None),
            row["code"], row["role"] or None, row["start"], row["end"],
        )
        for key in dict.fromkeys(key_of(n) for n in (row["name"], *row["aliases"].split(";")) if n.strip()):
            out[key].append(actor)
    return dict(out)


def own_actor(phrase: str, day: str) -> OwnActor | None:
    """The first row of the user's own that has that name and holds on the ISO day."""
    return next((a for a in _actors().get(key_of(phrase), ()) if a.holds(day)), None)
