"""Documents cut into windows for training, and their labels as tensors."""

from __future__ import annotations

import random

import numpy as np
import torch

from rapporteur.reading.tokens import PARAGRAPH
from rapporteur.reading.windows import CLS, SEP, SIZE, STRIDE
from training.data import IGNORE
from training.vocabulary import MASK


class Cut:
    """A document in windows: rows of pieces, and for each word its row and piece."""

    def __init__(self, example: dict, rng: random.Random | None):
        self.example = example
        ids, first = example["ids"], example["first"]
        starts = np.flatnonzero(first)
        n, at, room = len(ids), 0, rng.randrange(SIZE // 3, SIZE + 1) if rng and example["kind"] != "story" else SIZE
        self.extents: list[tuple[int, int]] = []
        while True:
            last = min(at + room, n)
            if last < n:
                fits = int(starts[np.searchsorted(starts, last, side="right") - 1])
                last = fits if fits > at else last
            self.extents.append((at, last))
            if last == n:
                break
            step = STRIDE if room == SIZE else max(1, room - (SIZE - STRIDE))
            following = int(starts[np.searchsorted(starts, at + step, side="right") - 1])
            at, room = following if following > at else last, SIZE
        margin, best = np.full(n, -1), np.zeros(n, np.int64)
        for number, (a, b) in enumerate(self.extents):
            places = np.arange(a, b)
            here = np.minimum(places - a if a else np.full(b - a, n), b - 1 - places if b < n else np.full(b - a, n))
            better = here > margin[a:b]
            best[a:b][better], margin[a:b][better] = number, here[better]
        self.row = best[starts]
        self.piece = starts - np.array([self.extents[r][0] for r in self.row]) + 1
        self.starts = starts


def collate(cuts: list[Cut], mask_rate: float, generator: np.random.Generator | None) -> tuple[np.ndarray, ...]:
    """Ids, features and mask of all rows, padded."""
    extents = [(c, a, b) for c in cuts for a, b in c.extents]
    length = max(b - a for _, a, b in extents) + 2
    ids, mask = np.zeros((len(extents), length), np.int64), np.zeros((len(extents), length), np.int64)
    features = np.zeros((len(extents), length, 4), np.int64)
    for i, (c, a, b) in enumerate(extents):
        n = b - a + 2
        ids[i, 0], ids[i, 1 : n - 1], ids[i, n - 1] = CLS, c.example["ids"][a:b], SEP
        features[i, 1 : n - 1] = c.example["features"][a:b]
        features[i, [0, n - 1]] = [0, PARAGRAPH, 0, 0]
        mask[i, :n] = 1
    if generator is not None:
        ids[(generator.random(ids.shape) < mask_rate) & (ids > MASK)] = MASK
    return ids, features, mask


def runs_of(cut: Cut, labels: np.ndarray, base: int) -> list[tuple[np.ndarray, np.ndarray, bool, bool]]:
    """Stretches of known labels, none longer than a passage, as (numbers of the words in the step, labels, begins and ends with its
    passage)."""
    passage = cut.example["passage"]
    out = []
    for words in np.split(np.arange(len(labels)), np.flatnonzero(np.diff(passage)) + 1):
        known = words[labels[words] != IGNORE]
        if len(known):
            out.append((known + base, labels[known].astype(np.int64), bool(known[0] == words[0]), bool(known[-1] == words[-1])))
    return out


def padded(runs: list[tuple[np.ndarray, np.ndarray, bool, bool]], device) -> dict[str, torch.Tensor]:
    """Stretches as tensors."""
    widest = max(len(r[1]) for r in runs)
    at, gold = np.zeros((len(runs), widest), np.int64), np.zeros((len(runs), widest), np.int64)
    for i, (words, labels, _, _) in enumerate(runs):
        at[i, : len(words)], gold[i, : len(words)] = words, labels
    to = lambda x: torch.as_tensor(x, device=device)  # noqa: E731
    return {"at": to(at), "gold": to(gold), "count": to([len(r[1]) for r in runs]), "begins": to([r[2] for r in runs]), "ends": to([r[3] for r in runs])}


def on_device(known: dict, device) -> dict:
    """The arrays of a layer as tensors."""
    return {k: torch.as_tensor(v, device=device) if isinstance(v, np.ndarray) else v for k, v in known.items()}
