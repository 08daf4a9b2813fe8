"""Overlapping windows over the word pieces of one article, so that every word is read with context on both sides.

A window holds at most `SIZE` pieces between [CLS] and [SEP] and the next one begins `STRIDE` pieces later; each
word is taken from the window in whose middle it stands best. The cut depends on the article alone, never on
its company, and the windows of one article form batches of `ROWS`: int8 activations are scaled by batch, so a
fixed composition is what makes the reading of an article the same everywhere.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from rapporteur.reading.tokens import PARAGRAPH, Tokens

SIZE, STRIDE, ROWS = 254, 190, 4
CLS, SEP, PAD = 101, 102, 0
_FRAME = np.array([[0, PARAGRAPH, 0, 0]], np.int64)


class Window(NamedTuple):
    """Pieces `first` to `last` (exclusive) of an article."""

    first: int
    last: int


class Batch(NamedTuple):
    """Windows framed and padded: `ids`, `mask` (rows x length) and `features` (rows x length x 4), all int64."""

    windows: list[Window]
    ids: np.ndarray
    mask: np.ndarray
    features: np.ndarray


def cut_windows(tokens: Tokens) -> list[Window]:
    """Windows that begin at words and cover every piece."""
    n = len(tokens.ids)
    starts = np.flatnonzero(tokens.first)
    out: list[Window] = []
    at = 0
    while n:
        last = min(at + SIZE, n)
        if last < n:  # end before a word that would be cut, unless it is the window's only one
            fits = starts[np.searchsorted(starts, last, side="right") - 1]
            last = int(fits) if fits > at else last
        out.append(Window(at, last))
        if last == n:
            break
        following = starts[np.searchsorted(starts, at + STRIDE, side="right") - 1]
        at = int(following) if following > at else last
    return out


def batches(tokens: Tokens) -> list[Batch]:
    """The windows of an article in batches of a fixed composition."""
    windows = cut_windows(tokens)
    out = []
    for i in range(0, len(windows), ROWS):
        group = windows[i : i + ROWS]
        length = max(w.last - w.first for w in group) + 2
        ids = np.full((len(group), length), PAD, np.int64)
        mask = np.zeros_like(ids)
        features = np.zeros((*ids.shape, 4), np.int64)
        for row, (a, b) in enumerate(group):
            n = b - a + 2
            ids[row, :n] = [CLS, *tokens.ids[a:b], SEP]
            features[row, :n] = np.concatenate([_FRAME, tokens.features[a:b], _FRAME])
            mask[row, :n] = 1
        out.append(Batch(group, ids, mask, features))
    return out


def best_window(tokens: Tokens, windows: list[Window]) -> np.ndarray:
    """For each piece the number of the window in which it stands farthest from an inner edge."""
    n = len(tokens.ids)
    best = np.zeros(n, np.int64)
    margin = np.full(n, -1, np.int64)
    for number, (a, b) in enumerate(windows):
        at = np.arange(a, b)
        left = at - a if a else np.full(b - a, n)
        right = b - 1 - at if b < n else np.full(b - a, n)
        here = np.minimum(left, right)
        better = here > margin[a:b]
        best[a:b][better] = number
        margin[a:b][better] = here[better]
    # a word is read whole, in the window of its first piece
    first = np.maximum.accumulate(np.where(tokens.first, np.arange(n), 0))
    return best[first]
