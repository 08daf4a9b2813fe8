"""Which parties, places and times belong to a trigger, and which triggers tell of the same event.

A trigger is weighed against every candidate near it: the mentions of actors, the places and the expressions of time. The score
is the product of what the encoder says of both plus what a small network makes of where they stand. Training and reading
share this module, so that they cannot differ.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from rapporteur.knowledge.plover import TYPES
from rapporteur.reading.mentions import KINDS
from rapporteur.reading.triggers import ROLE, ROLES, SAME

PLACE, TIME = len(KINDS), len(KINDS) + 1  # kinds of candidates beside those of actors
NOUN = 8  # the class of a candidate that is no pronoun (rapporteur.reading.views)
_PREPOSITIONS = ("by", "of", "on", "against", "with", "to", "from", "in", "at", "for", "between", "and")
NEAR = 70  # words between a trigger and a candidate
PARTY = 10 + 9 + 3 + len(KINDS) + 2 + len(_PREPOSITIONS) + 7
TWINS = 15


class Standing(NamedTuple):
    """Where a run of words stands: sentence (-1 for the title), the innermost statement in whose content (`quoted`) and the
    statement in whose cue (`cue`) it stands, -1 for none."""

    first: int
    last: int
    sentence: int
    quoted: int
    cue: int


class CandidateView(NamedTuple):
    """What may be a party, place or time of an event; `chain` is the number of who is meant, `speaks` and `hears` as in a View,
    `within` whether it stands inside another candidate, `before` the word before it in lower case."""

    at: Standing
    kind: int
    chain: int
    pronoun: int
    named: bool
    definite: bool
    plural: bool
    speaks: int
    hears: int
    within: bool
    before: str


class TriggerView(NamedTuple):
    """A trigger as the links see it; `lemma` is its first word's stem, `before` the word before it in lower case."""

    at: Standing
    type: str
    mode: str | None
    reality: str
    lemma: str
    before: str


class Weights(NamedTuple):
    """One hidden layer: `into` (features x hidden), `bias` (hidden), `out` (hidden x outputs), `constant` (outputs)."""

    into: np.ndarray
    bias: np.ndarray
    out: np.ndarray
    constant: np.ndarray

    @classmethod
    def of(cls, parameters: dict) -> Weights:
        """From JSON lists."""
        return cls(*(np.array(parameters[k], np.float32) for k in cls._fields))

    def __call__(self, features: np.ndarray) -> np.ndarray:
        return np.maximum(features @ self.into + self.bias, 0) @ self.out + self.constant


def party_features(triggers: Sequence[TriggerView], candidates: Sequence[CandidateView]) -> np.ndarray:
    """(triggers, candidates, PARTY + types) float32."""
    out = np.zeros((len(triggers), len(candidates), PARTY + len(TYPES)), np.float32)
    for j, c in enumerate(candidates):
        out[:, j, 10 + c.pronoun] = 1
        out[:, j, 19:22] = c.named, c.definite, c.plural
        out[:, j, 22 + c.kind] = 1
        base = 24 + len(KINDS)
        if c.before in _PREPOSITIONS:
            out[:, j, base + _PREPOSITIONS.index(c.before)] = 1
    base = 24 + len(KINDS) + len(_PREPOSITIONS)
    for i, t in enumerate(triggers):
        out[i, :, PARTY + TYPES.index(t.type)] = 1
        for j, c in enumerate(candidates):
            back = t.at.sentence - c.at.sentence
            gap = max(0, c.at.first - t.at.last, t.at.first - c.at.last)
            out[i, j, :10] = (
                back == 0, back == 1, back > 1, back < 0, c.at.first >= t.at.last, c.at.last <= t.at.first, math.log1p(gap) / 4, gap == 0,
                c.at.first <= t.at.first and t.at.last <= c.at.last, math.log1p(abs(back)) / 2,
            )
            out[i, j, base : base + 7] = (
                t.at.cue >= 0 and c.speaks == t.at.cue, t.at.cue >= 0 and c.hears == t.at.cue, t.at.quoted >= 0 and c.speaks == t.at.quoted,
                t.at.quoted >= 0 and c.hears == t.at.quoted, c.at.quoted == t.at.quoted, c.within, t.at.cue >= 0 and c.at.quoted >= 0 and c.at.quoted != t.at.quoted,
            )
    return out


def near(triggers: Sequence[TriggerView], candidates: Sequence[CandidateView]) -> np.ndarray:
    """(triggers, candidates): pairs close enough to belong together, in title or in text."""
    first = lambda xs: np.array([x.at.first for x in xs])  # noqa: E731
    title = lambda xs: np.array([x.at.sentence < 0 for x in xs])  # noqa: E731
    return (np.abs(first(triggers)[:, None] - first(candidates)[None]) <= NEAR) & (title(triggers)[:, None] == title(candidates)[None])


def party_scores(triggers: Sequence[TriggerView], candidates: Sequence[CandidateView], heads: dict[str, np.ndarray], weights: Weights) -> np.ndarray:
    """(triggers, candidates, roles): how surely a candidate has a role with a trigger; 0 is even."""
    asks = heads["asks"][[t.at.first for t in triggers]].reshape(len(triggers), len(ROLES), ROLE)
    offers = heads["offers_begin"][[c.at.first for c in candidates]] + heads["offers_end"][[c.at.last - 1 for c in candidates]]
    product = np.einsum("trd,crd->tcr", asks, offers.reshape(len(candidates), len(ROLES), ROLE)) / math.sqrt(ROLE)
    return product + weights(party_features(triggers, candidates))


def twin_features(triggers: Sequence[TriggerView], parties: Sequence[tuple[frozenset[int], frozenset[int]]]) -> np.ndarray:
    """(later, earlier, TWINS) float32; `parties` are the chains of the sources and of the targets of each trigger."""
    n = len(triggers)
    out = np.zeros((n, n, TWINS), np.float32)
    for i, t in enumerate(triggers):
        for j in range(i):
            e = triggers[j]
            back = t.at.sentence - e.at.sentence
            shares = []
            for mine, theirs in zip(parties[i], parties[j], strict=True):
                shares += [bool(mine & theirs), bool(mine and theirs and not mine & theirs)]
            crossed = bool(parties[i][0] & parties[j][1] or parties[i][1] & parties[j][0])
            out[i, j] = (
                t.type == e.type, t.mode is not None and t.mode == e.mode, t.mode is not None and e.mode is not None and t.mode != e.mode, t.reality == e.reality,
                t.lemma == e.lemma, *shares, crossed, back == 0, math.log1p(abs(back)) / 2, e.at.sentence < 0, t.before in ("the", "this", "that", "these"),
                t.at.quoted == e.at.quoted,
            )
    return out


def twin_scores(triggers: Sequence[TriggerView], parties: Sequence[tuple[frozenset[int], frozenset[int]]], heads: dict[str, np.ndarray], weights: Weights) -> np.ndarray:
    """(later, earlier): how surely two triggers tell of the same event; 0 is even."""
    first = [t.at.first for t in triggers]
    product = heads["same_later"][first] @ heads["same_earlier"][first].T / math.sqrt(SAME)
    return product + weights(twin_features(triggers, parties))[..., 0]


def stem(word: str) -> str:
    """A rough stem that "attack", "attacked" and "attacks" share."""
    word = word.casefold().removesuffix("'s").removesuffix("’s")
    for ending in ("ings", "ing", "ments", "ment", "ations", "ation", "ions", "ion", "als", "al", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


