"""What an article tells of events, before its actors have ids: triggers with their parties, times and places, and which of them tell of
one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from rapporteur.reading.event_links import (
    CandidateView,
    TriggerView,
    Weights,
    near,
    party_scores,
    twin_scores,
)
from rapporteur.reading.event_views import Stage
from rapporteur.reading.triggers import ROLES, Trigger

_SOURCE, _TARGET, _PLACE, _TIME = range(len(ROLES))
_MOST_PARTIES = 4  # of one side


@dataclass
class Happening:
    """One trigger with what belongs to it: numbers of mentions for the parties, of the article's times and places."""

    trigger: Trigger
    view: TriggerView
    source: list[int] = field(default_factory=list)
    target: list[int] = field(default_factory=list)
    time: int | None = None
    place: int | None = None


def happenings(stage: Stage, triggers: list[Trigger], candidates: list[CandidateView], heads: dict[str, np.ndarray], weights: Weights, counts: tuple[int, int], reach: float = 0.0) -> list[Happening]:
    """Triggers with their parties, times and places. `candidates` are mentions, times and places in this order, `counts` how many
    mentions and times there are, `reach` how far below even the best party of a side may lie that has none."""
    views = stage.triggers(triggers)
    out = [Happening(t, v) for t, v in zip(triggers, views, strict=True)]
    if not out or not candidates:
        return out
    scores = party_scores(views, candidates, heads, weights)
    scores[~near(views, candidates)] = -np.inf
    mentions, times = counts
    for i, h in enumerate(out):
        h.source, h.target = _sides(scores[i, :mentions], candidates[:mentions], reach)
        h.time = _best(scores[i, mentions : mentions + times, _TIME])
        h.place = _best(scores[i, mentions + times :, _PLACE])
    return out


def _best(scores: np.ndarray) -> int | None:
    return int(scores.argmax()) if len(scores) and scores.max() > 0 else None


def _sides(scores: np.ndarray, mentions: Sequence[CandidateView], reach: float) -> tuple[list[int], list[int]]:
    """Mentions of the source and of the target: nobody is both, and of those who are one actor the surest stands for it. A side without
    any takes the best mention that is not further than `reach` below even."""
    sides: tuple[list[int], list[int]] = ([], [])
    for role, taken in ((_SOURCE, sides[0]), (_TARGET, sides[1])):
        for j in np.argsort(-scores[:, role], kind="stable"):
            if scores[j, role] <= 0 or len(taken) == _MOST_PARTIES:
                break
            chain = mentions[j].chain
            if scores[j, 1 - role] > scores[j, role] or any(mentions[k].chain == chain or _overlap(mentions[k], mentions[j]) for k in taken):
                continue
            taken.append(int(j))
    for role, taken, other in ((_SOURCE, *sides), (_TARGET, *sides[::-1])):
        best = int(scores[:, role].argmax()) if len(scores) and not taken else None
        if best is not None and scores[best, role] > -reach and mentions[best].chain not in {mentions[j].chain for j in other}:
            taken.append(best)
    chains = {mentions[j].chain: scores[j, _SOURCE] for j in sides[0]}
    target = [j for j in sides[1] if scores[j, _TARGET] > chains.get(mentions[j].chain, -np.inf)]
    lost = {mentions[j].chain for j in target}
    return sorted(j for j in sides[0] if mentions[j].chain not in lost), sorted(target)


def _overlap(a: CandidateView, b: CandidateView) -> bool:
    return a.at.first < b.at.last and b.at.first < a.at.last


def grouped(found: list[Happening], mentions: Sequence[CandidateView], heads: dict[str, np.ndarray], weights: Weights) -> list[list[Happening]]:
    """The happenings that tell of one event, together, in the order of their first."""
    if not found:
        return []
    parties = [tuple(frozenset(mentions[j].chain for j in side) for side in (h.source, h.target)) for h in found]
    scores = twin_scores([h.view for h in found], parties, heads, weights)
    groups: list[list[int]] = []
    owner: list[int] = []
    for i in range(len(found)):
        order = [j for j in np.argsort(-scores[i, :i], kind="stable") if scores[i, j] > 0]
        joined = next((owner[j] for j in order if not any(_apart(found, parties, i, k) for k in groups[owner[j]])), None)
        if joined is None:
            joined = len(groups)
            groups.append([])
        groups[joined].append(i)
        owner.append(joined)
    return [[found[i] for i in g] for g in groups]


def _apart(found: list[Happening], parties: list[tuple[frozenset[int], ...]], i: int, j: int) -> bool:
    """Whether two triggers cannot tell of one event: of another type, with other culprits, or of another reality by one author."""
    a, b = found[i].trigger, found[j].trigger
    if a.type != b.type:
        return True
    if parties[i][0] and parties[j][0] and not parties[i][0] & parties[j][0] and not (a.mutual or b.mutual):
        return True
    return a.reality != b.reality and "denied" in (a.reality, b.reality)


def mentions_taking_part(found: list[Happening]) -> set[int]:
    """The mentions that are a party of something."""
    return {j for h in found for j in (*h.source, *h.target)}


