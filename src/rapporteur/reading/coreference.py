"""Which mentions of an article mean the same.

A mention links to the earlier mention that fits it best, or to none. The score of a pair is the product of what the
encoder says of both, plus what a small network makes of their views: the same name, the same office on the day,
agreement of gender and number, who speaks and who listens, distance. Evidence, never law; only two names that the
article itself keeps apart, or two states, are never one.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from rapporteur.reading.mentions import CHAIN, KINDS, Found
from rapporteur.reading.views import FEMALE, MALE, NO_PRONOUN, View

UNARY = 9 + 12 + len(KINDS)
PAIRED = 33
_PERSON = KINDS.index("person")


class PairNetwork(NamedTuple):
    """One hidden layer over the views of both mentions and of the pair; `later`, `earlier` (UNARY x hidden), `pair`
    (PAIRED x hidden), `bias` and `out` (hidden), `constant`."""

    later: np.ndarray
    earlier: np.ndarray
    pair: np.ndarray
    bias: np.ndarray
    out: np.ndarray
    constant: float

    @classmethod
    def of(cls, parameters: dict) -> PairNetwork:
        """From JSON lists."""
        return cls(*(np.array(parameters[k], np.float32) for k in cls._fields[:-1]), float(parameters["constant"]))


def unary_features(views: list[View]) -> np.ndarray:
    """(mentions, UNARY) float32."""
    out = np.zeros((len(views), UNARY), np.float32)
    for i, v in enumerate(views):
        out[i, v.pronoun] = 1
        out[i, 9:21] = (
            v.named, v.definite, v.indefinite, v.plural, v.gender == "m", v.gender == "f", v.title, v.state is not None,
            v.entity is not None, bool(v.offices), v.speaks >= 0, v.quoted >= 0,
        )
        out[i, 21 + v.kind] = 1
    return out


def _numbers(values: list) -> np.ndarray:
    """Equal values as equal numbers, -1 for None and -1."""
    order: dict = {}
    return np.array([-1 if v is None or v == -1 else order.setdefault(v, len(order)) for v in values])


def _shared(sets: list[frozenset[str]]) -> tuple[np.ndarray, np.ndarray]:
    """How many members two sets share (n x n), and how many each has."""
    order: dict[str, int] = {}
    for s in sets:
        for x in sorted(s):
            order.setdefault(x, len(order))
    incidence = np.zeros((len(sets), max(1, len(order))), np.float32)
    for i, s in enumerate(sets):
        incidence[i, [order[x] for x in s]] = 1
    return incidence @ incidence.T, incidence.sum(1)


def pair_features(views: list[View]) -> np.ndarray:
    """(later, earlier, PAIRED) float32; only what lies under the diagonal means anything."""
    n = len(views)
    noun = np.array([v.pronoun == NO_PRONOUN for v in views])
    named = np.array([v.named for v in views])
    nouns, names = noun[:, None] & noun[None], named[:, None] & named[None]
    shared, size = _shared([v.words for v in views])
    within, holding = shared == size[:, None], shared == size[None]
    offices, _ = _shared([v.offices for v in views])
    gender, plural = _numbers([v.gender or None for v in views]), np.array([v.plural for v in views])
    first, last = np.array([v.first for v in views]), np.array([v.last for v in views])
    sentence = np.array([v.sentence for v in views])
    columns = [within & holding & nouns, within & holding & names, within & ~holding & nouns, ~within & holding & nouns, (shared == 0) & names, (shared > 0) & nouns]
    for key in ("head", "state", "country", "entity", "name"):
        same, other = _agree(_numbers([getattr(v, key) or None if key != "name" else v.name for v in views]))
        columns += [same & nouns, other & nouns] if key == "head" else [same, other]
    pronoun = _numbers([v.pronoun if v.pronoun != NO_PRONOUN else None for v in views])
    columns += [*_agree(gender), *_agree(pronoun), offices > 0, plural[:, None] == plural[None]]
    columns += _spoken(views)
    back = sentence[:, None] - sentence[None]
    gap = first[:, None] - last[None]
    columns += [back == 0, back == 1, (gap == 1) & (back == 0)]
    distances = [np.log1p(np.maximum(0, gap)) / 5, np.log1p(np.abs(back)) / 3, np.log1p(np.abs(np.arange(n)[:, None] - np.arange(n)[None])) / 5]
    return np.stack([*columns, *distances], -1).astype(np.float32)


def _agree(numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Both known and equal; both known and not."""
    known = (numbers[:, None] >= 0) & (numbers[None] >= 0)
    equal = numbers[:, None] == numbers[None]
    return known & equal, known & ~equal


def _spoken(views: list[View]) -> list[np.ndarray]:
    """The later mention stands in words of the earlier one, and the other way; in words said to it; in one statement; both speak."""
    quoted, speaks, hears = (np.array([getattr(v, k) for v in views]) for k in ("quoted", "speaks", "hears"))
    said = quoted[:, None] >= 0
    return [
        said & (quoted[:, None] == speaks[None]), (quoted[None] >= 0) & (quoted[None] == speaks[:, None]),
        said & (quoted[:, None] == hears[None]), said & (quoted[:, None] == quoted[None]), (speaks[:, None] >= 0) & (speaks[None] >= 0),
    ]


def chain_scores(found: list[Found], views: list[View], heads: dict[str, np.ndarray], network: PairNetwork) -> np.ndarray:
    """(later, earlier): how surely two mentions mean the same; 0 is even."""
    first, last = np.array([m.first for m in found]), np.array([m.last - 1 for m in found])
    later = heads["later_begin"][first] + heads["later_end"][last]
    earlier = heads["earlier_begin"][first] + heads["earlier_end"][last]
    unary = unary_features(views)
    hidden = (unary @ network.later)[:, None] + (unary @ network.earlier)[None] + pair_features(views) @ network.pair + network.bias
    return later @ earlier.T / math.sqrt(CHAIN) + np.maximum(hidden, 0) @ network.out + network.constant


def possible(views: list[View]) -> np.ndarray:
    """(later, earlier): pairs that may mean the same: in order, and neither inside the other."""
    first, last = np.array([v.first for v in views]), np.array([v.last for v in views])
    at = np.arange(len(views))
    overlap = (first[:, None] < last[None]) & (first[None] < last[:, None])
    return (at[:, None] > at[None]) & ~overlap


def chains(views: list[View], scores: np.ndarray) -> list[int]:
    """The number of each mention's chain: it joins that of who is registered as the same, else that of the best earlier
    mention, if any fits."""
    allowed = possible(views)
    chain: list[int] = []
    members: list[list[int]] = []
    for i, view in enumerate(views):
        order = [j for j in np.argsort(-scores[i, :i], kind="stable") if allowed[i, j] and scores[i, j] > 0]
        joined = next((chain[j] for j in range(i) if view.entity is not None and views[j].entity == view.entity), None)
        if joined is None:
            joined = next((chain[j] for j in order if not any(_apart(view, views[k]) for k in members[chain[j]])), None)
        if joined is None:
            joined = len(members)
            members.append([])
        members[joined].append(i)
        chain.append(joined)
    return chain


def _apart(a: View, b: View) -> bool:
    """Whether two mentions cannot be one: names that the article keeps apart, two states, a
    person and a body, a man and a woman, several and one of them."""
    if a.entity is not None and a.entity == b.entity:
        return False
    names = a.name >= 0 and b.name >= 0 and a.name != b.name
    states = a.state is not None and b.state is not None and a.state != b.state
    nouns = a.pronoun == b.pronoun == NO_PRONOUN
    if a.joined != b.joined and not (a.plural and b.plural and not (a.named and b.named)):
        return True
    kinds = nouns and (a.kind == _PERSON) != (b.kind == _PERSON) and (a.named or b.named)
    strangers = nouns and a.named and b.named and a.kind == b.kind == _PERSON and not a.words & b.words
    return names or states or kinds or strangers or {a.pronoun, b.pronoun} == {MALE, FEMALE}
