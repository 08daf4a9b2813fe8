"""What the figures of mentions and actors are, for every set whose gold is in the record's own format.

Over all mentions of all articles:

* `mention found`: F1; a mention is found where one of the other side shares at least half of the shorter's characters;
* `mention resolved`: F1; one of those belongs to the same actor: a name in common, or, for groups, with names of members;
* `country`, `sector`: of the gold mentions that are found, the share whose actor has the gold's value, none included;
  the mention compared is the one that shares most with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from rapporteur.evaluation.figures import Figure, apart
from rapporteur.evaluation.statements import TITLE_OFFSET, names_agree


class Seen(NamedTuple):
    """A mention with its actor's names, those of its members, country and sector."""

    start: int
    end: int
    names: frozenset[str]
    members: frozenset[str]
    country: str | None
    sector: str | None


def seen_in(record: dict[str, Any]) -> list[Seen]:
    """The mentions of a reading or record."""
    names = {a["id"]: frozenset([a["name"], *a.get("alt", [])]) for a in record["actors"]}
    out = []
    for a in record["actors"]:
        members = frozenset(n for m in a.get("members") or [] for n in names.get(m, ()))
        for m in a["mentions"]:
            shift = TITLE_OFFSET if m.get("in") == "title" else 0
            out.append(Seen(m["start"] + shift, m["end"] + shift, names[a["id"]], members, a.get("country"), a.get("sector")))
    return out


def _shared(a: Seen, b: Seen) -> float:
    """The share of the shorter mention that both have."""
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / max(1, min(a.end - a.start, b.end - b.start))


def _same(a: Seen, b: Seen) -> bool:
    return names_agree(a.names, b.names) or (bool(a.members or b.members) and names_agree(a.names | a.members, b.names | b.members))


def actor_figures(articles: Iterable[tuple[list[Seen], list[Seen]]]) -> list[Figure]:
    """The figures over all articles, each as (gold, given)."""
    n = dict.fromkeys(("gold", "given", "found", "found back", "same", "same back", "country", "sector"), 0)
    for gold, given in articles:
        n["gold"] += len(gold)
        n["given"] += len(given)
        for one, other, suffix in ((gold, given, ""), (given, gold, " back")):
            for m in one:
                beside = [x for x in other if _shared(m, x) >= 0.5]
                n["found" + suffix] += bool(beside)
                n["same" + suffix] += any(_same(m, x) for x in beside)
                if beside and not suffix:
                    best = max(beside, key=lambda x: (min(m.end, x.end) - max(m.start, x.start)) / (max(m.end, x.end) - min(m.start, x.start)))
                    n["country"] += m.country == best.country
                    n["sector"] += m.sector == best.sector
    over = f"gold {n['gold']}, given {n['given']}"
    return [
        *(apart(f"mention {name}", n[f"{key} back"] / max(1, n["given"]), n[key] / max(1, n["gold"]), over) for name, key in (("found", "found"), ("resolved", "same"))),
        Figure("country", n["country"], n["found"]),
        Figure("sector", n["sector"], n["found"]),
    ]
