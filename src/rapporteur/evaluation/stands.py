"""What the figures of positions, disputes and plans are, for every set whose gold is in the record's own format.

Over all articles, matched one to one, the closest first:

* `position`: F1 of positions of one actor whose issues share a third of the shorter's content words (those of more than three letters);
  `position + stance`: those of them with the same stance;
* `dispute`: F1 of disputes where each side that anybody holds in the gold has a holder in common with a side that is given;
* `plan`: F1 of plans that share a third of the shorter's content words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

from rapporteur.evaluation.figures import Figure, match
from rapporteur.evaluation.statements import names_agree

SHARED = 0.34  # of the content words of the shorter
_SHORT = 3  # letters of a word that has no content

Names = frozenset[str]


class Stand(NamedTuple):
    """A position reduced to what is scored."""

    actor: Names
    stance: str
    words: frozenset[str]


class Stands(NamedTuple):
    """Positions, the holders of the sides of each dispute, and the content words of each plan."""

    positions: list[Stand]
    disputes: list[list[list[Names]]]
    plans: list[frozenset[str]]


def content_words(text: str) -> frozenset[str]:
    """The words of more than three letters, without case and accents."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return frozenset(w for w in re.findall(r"[a-z0-9]+", folded) if len(w) > _SHORT)


def stands_in(record: dict[str, Any]) -> Stands:
    """The positions, disputes and plans of a reading or record."""
    actors = {a["id"]: a for a in record["actors"]}

    def names(id: str) -> Names:
        a = actors[id]
        members = [n for m in a.get("members") or [] if m in actors for n in (actors[m]["name"], *actors[m].get("alt", []))]
        return frozenset([a["name"], *a.get("alt", []), *members])

    return Stands(
        [Stand(names(p["actor"]), p["stance"], content_words(p["issue"])) for p in record["positions"]],
        [[[names(i) for i in side["held_by"]] for side in d["sides"]] for d in record["disputes"]],
        [content_words(p["what"]) for p in record["plans"]],
    )


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(1, min(len(a), len(b)))


def _closeness(a: Stand, b: Stand) -> float:
    return _shared(a.words, b.words) if names_agree(a.actor, b.actor) else 0.0


def _one_dispute(gold: list[list[Names]], given: list[list[Names]]) -> float:
    theirs = [names for side in given for names in side]
    return float(all(any(names_agree(a, b) for a in side for b in theirs) for side in gold if side))


def stand_figures(articles: Iterable[tuple[Stands, Stands]]) -> list[Figure]:
    """The figures over all articles, each as (gold, given)."""
    n = dict.fromkeys(("positions", "given positions", "position", "stance", "disputes", "given disputes", "dispute", "plans", "given plans", "plan"), 0)
    for gold, given in articles:
        pairs = match(gold.positions, given.positions, _closeness, SHARED)
        n["position"] += len(pairs)
        n["stance"] += sum(gold.positions[i].stance == given.positions[j].stance for i, j in pairs)
        n["dispute"] += len(match(gold.disputes, given.disputes, _one_dispute, 1.0))
        n["plan"] += len(match(gold.plans, given.plans, _shared, SHARED))
        for kind in ("positions", "disputes", "plans"):
            n[kind] += len(getattr(gold, kind))
            n[f"given {kind}"] += len(getattr(given, kind))
    return [
        Figure("position", n["position"], n["positions"], n["given positions"]),
        Figure("position + stance", n["stance"], n["positions"], n["given positions"]),
        Figure("dispute", n["dispute"], n["disputes"], n["given disputes"]),
        Figure("plan", n["plan"], n["plans"], n["given plans"]),
    ]
