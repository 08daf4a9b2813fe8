"""From label scores to spans: a linear-chain CRF decoded over all passages of an article at once.

No span crosses a passage (none does in 23,000 marked contents of PolNeAR), so each passage is one row.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

ROLES = ("source", "cue", "content")
OUTSIDE, IMPOSSIBLE = 0, -1e4


class Chain(NamedTuple):
    """CRF parameters: `pair[a, b]` for label b after a, `first` and `last` of a passage."""

    pair: np.ndarray
    first: np.ndarray
    last: np.ndarray

    @classmethod
    def of(cls, parameters: dict) -> Chain:
        """From JSON lists; labels that cannot follow each other (inside after nothing of its kind) are closed."""
        pair, first, last = (np.array(parameters[k], np.float64) for k in ("pair", "first", "last"))
        for label in range(2, len(first), 2):  # the "inside" of a role follows only its own begin or inside
            allowed = {label - 1, label}
            pair[[a for a in range(len(first)) if a not in allowed], label] = IMPOSSIBLE
            first[label] = IMPOSSIBLE
        return cls(pair, first, last)


class LabelSpan(NamedTuple):
    """Words `first` to `last` (exclusive) that have one role, with the mean posterior of their labels."""

    role: str
    first: int
    last: int
    probability: float


def _rows(scores: np.ndarray, edges: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    lengths = np.array([b - a for a, b in edges])
    padded = np.zeros((len(edges), int(lengths.max()), scores.shape[1]))
    for row, (a, b) in enumerate(edges):
        padded[row, : b - a] = scores[a:b]
    return padded, lengths


def _logsumexp(x: np.ndarray) -> np.ndarray:
    top = x.max(1)
    return top + np.log(np.exp(x - top[:, None]).sum(1))


def viterbi(padded: np.ndarray, lengths: np.ndarray, chain: Chain) -> np.ndarray:
    """The best labels of each row (rows x words; beyond a row's length they mean nothing)."""
    rows, steps, labels = padded.shape
    best = chain.first + padded[:, 0]
    ends = np.where((lengths == 1)[:, None], best + chain.last, 0.0)
    back = np.zeros((rows, steps, labels), np.int64)
    for i in range(1, steps):
        reach = best[:, :, None] + chain.pair
        back[:, i] = reach.argmax(1)
        best = reach.max(1) + padded[:, i]
        ends = np.where((lengths == i + 1)[:, None], best + chain.last, ends)
    path = np.zeros((rows, steps), np.int64)
    at = ends.argmax(1)
    for i in range(steps - 1, -1, -1):
        inside = i < lengths
        path[:, i] = np.where(inside, at, 0)
        if i:
            at = np.where(inside, back[np.arange(rows), i, at], at)
    return path


def posteriors(padded: np.ndarray, lengths: np.ndarray, chain: Chain) -> np.ndarray:
    """The probability of each label at each word (rows x words x labels)."""
    rows, steps, _ = padded.shape
    forward = np.empty(padded.shape)
    backward = np.zeros(padded.shape)
    forward[:, 0] = chain.first + padded[:, 0]
    for i in range(1, steps):
        forward[:, i] = _logsumexp(forward[:, i - 1][:, :, None] + chain.pair) + padded[:, i]
    backward[np.arange(rows), lengths - 1] = chain.last
    for i in range(steps - 2, -1, -1):
        ahead = (backward[:, i + 1] + padded[:, i + 1])[:, :, None] + chain.pair.T
        inside = (i < lengths - 1)[:, None]
        backward[:, i] = np.where(inside, _logsumexp(ahead), backward[:, i])
    both = forward + backward
    both -= both.max(2, keepdims=True)
    share = np.exp(both)
    return share / share.sum(2, keepdims=True)


def label_spans(scores: np.ndarray, edges: list[tuple[int, int]], chain: Chain, *, outside: float = 0.0) -> list[LabelSpan]:
    """The spans that the best labels make, in order; `edges` are the words of each passage, `outside` is added to
    the score of the label "outside" (a negative value finds more)."""
    edges = [e for e in edges if e[1] > e[0]]
    if not edges:
        return []
    scores = scores.astype(np.float64)
    scores[:, OUTSIDE] += outside
    padded, lengths = _rows(scores, edges)
    path, share = viterbi(padded, lengths, chain), posteriors(padded, lengths, chain)
    out: list[LabelSpan] = []
    for row, (start, _) in enumerate(edges):
        labels = path[row, : lengths[row]]
        begins = np.flatnonzero(labels % 2 == 1)
        for b in begins:
            e = b + 1
            while e < len(labels) and labels[e] == labels[b] + 1:
                e += 1
            sure = share[row, np.arange(b, e), labels[b:e]].mean()
            out.append(LabelSpan(ROLES[(labels[b] - 1) // 2], start + int(b), start + int(e), float(sure)))
    return out
