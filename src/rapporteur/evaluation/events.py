"""What the figures of events are, for every set whose gold is in the record's own format.

Over all articles, events matched one to one where triggers share a character, or else lie within NEAR characters (such pairs come after),
those of one type before others:

* `event`: F1 of matched events of any type; `event type`: those of the same type;
* `event type + parties`: those of them whose source and target agree: an actor in common, or both of one country and of like sector, or neither has one;
* `event status`: of the matched, the share with the same status, where what goes on counts as happened.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from rapporteur.evaluation.figures import Figure, Span, match
from rapporteur.evaluation.statements import names_agree, spans_of

NEAR = 60


class Party(NamedTuple):
    """An actor as a party of an event: its names with those of its members, its country and sector."""

    names: frozenset[str]
    country: str | None
    sector: str | None


class Done(NamedTuple):
    """An event reduced to what is scored."""

    type: str
    status: str
    symmetric: bool
    source: list[Party]
    target: list[Party]
    triggers: list[Span]


def done_in(record: dict[str, Any]) -> list[Done]:
    """The events of a reading or record."""
    actors = {a["id"]: a for a in record["actors"]}

    def party(id: str) -> Party:
        a = actors[id]
        members = [n for m in a.get("members") or [] if m in actors for n in (actors[m]["name"], *actors[m].get("alt", []))]
        return Party(frozenset([a["name"], *a.get("alt", []), *members]), a.get("country"), a.get("sector"))

    return [
        Done(
            e["type"], "happened" if e["status"] == "ongoing" else e["status"], bool(e["symmetric"]), [party(i) for i in e["source"]], [party(i) for i in e["target"]],
            [s for m in e["mentions"] for s in spans_of(m["trigger"])],
        )
        for e in record["events"]
    ]


def _closeness(a: Done, b: Done) -> float:
    gap = min((max(0, max(s, t) - min(e, f)) for s, e in a.triggers for t, f in b.triggers), default=NEAR + 1)
    close = 1.0 if gap == 0 else 0.6 if gap <= NEAR else 0.0
    return close + 0.5 if close and a.type == b.type else close


def _agree(mine: list[Party], theirs: list[Party]) -> bool:
    if not mine and not theirs:
        return True
    return any(names_agree(a.names, b.names) or _like(a, b) for a in mine for b in theirs)


def _like(a: Party, b: Party) -> bool:
    """Whether two actors act for one country as event data count it: the same sector, or the government or none known on a side."""
    return bool(a.country) and a.country == b.country and (a.sector == b.sector or not a.sector or not b.sector or "GOV" in (a.sector, b.sector))


def _same_parties(gold: Done, given: Done) -> bool:
    if _agree(gold.source, given.source) and _agree(gold.target, given.target):
        return True
    both = gold.source + gold.target
    return gold.symmetric and _agree(both, given.source) and (not given.target or _agree(both, given.target))


def event_figures(articles: Iterable[tuple[list[Done], list[Done]]]) -> list[Figure]:
    """The figures over all articles, each as (gold, given)."""
    n = dict.fromkeys(("gold", "given", "found", "typed", "parties", "status"), 0)
    for gold, given in articles:
        pairs = match(gold[::-1], given[::-1], _closeness, 0.6)  # of like pairs the last first, as the set's own script has it
        pairs = [(len(gold) - 1 - i, len(given) - 1 - j) for i, j in pairs]
        typed = [(i, j) for i, j in pairs if gold[i].type == given[j].type]
        n["gold"] += len(gold)
        n["given"] += len(given)
        n["found"] += len(pairs)
        n["typed"] += len(typed)
        n["parties"] += sum(_same_parties(gold[i], given[j]) for i, j in typed)
        n["status"] += sum(gold[i].status == given[j].status for i, j in pairs)
    named = (("event", "found"), ("event type", "typed"), ("event type + parties", "parties"))
    return [*(Figure(name, n[key], n["gold"], n["given"]) for name, key in named), Figure("event status", n["status"], n["found"])]
