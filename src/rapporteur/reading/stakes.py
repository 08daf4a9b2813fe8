"""What is at stake and what is to come: runs of words that name the issue of a position, with the stance towards it, and runs that tell of
a plan, from the scores of their heads. Each word is scored as outside, as the first of a run, or as going on with one.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from rapporteur.reading.triggers import SIZES as trigger_heads
from rapporteur.reading.triggers import softmax
from rapporteur.reading.words import Words
from rapporteur.record.position import STANCES

# the heads in the order in which the model gives them, behind those of events, and their widths
SIZES = {"issue": len(STANCES) + 2, "plan": 3}
BRANCH = {**trigger_heads, **SIZES}  # all of one branch
FIRSTS = {"issue": len(STANCES), "plan": 1}  # labels of a first word, from 1; the label after them goes on
LONGEST = 40  # words


class Run(NamedTuple):
    """Words `first` to `last` (exclusive); `kind` is the number of the stance (0 for a plan), `share` the probability that a run begins
    there."""

    first: int
    last: int
    kind: int
    share: float


def find_runs(words: Words, scores: np.ndarray, firsts: int, *, floor: float) -> list[Run]:
    """The runs that begin with at least the probability `floor`, in order; none leaves its passage."""
    shares = softmax(scores)
    begins = shares[:, 1 : firsts + 1].sum(1)
    goes_on = shares[:, firsts + 1]
    out = []
    for a, b in words.edges():
        at = a
        while at < b:
            if begins[at] < floor or not words.text(at, at + 1)[0].isalnum():
                at += 1
                continue
            last = at + 1
            while last < b and last - at < LONGEST and goes_on[last] >= max(0.5, begins[last]):
                last += 1
            out.append(Run(at, last, int(shares[at, 1 : firsts + 1].argmax()), float(begins[at])))
            at = last
    return out
