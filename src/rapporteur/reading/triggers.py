"""Which words tell of an event: triggers with type, mode and reality, from the scores of the event heads.

Each word is scored as outside, as the first word of a trigger of one of PLOVER's types, or as going on with one. Type, mode,
reality and whether the act is mutual are read at the first word.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from rapporteur.knowledge.plover import MODES, TYPES
from rapporteur.reading.words import Words
from rapporteur.record.event import REALITY

ROLES = ("source", "target", "place", "time")
ROLE, SAME = 48, 48  # widths of the vectors that link a trigger to its parties, and two triggers to each other
ALL_MODES = tuple((t, m) for t in TYPES for m in MODES[t])
OUTSIDE, INSIDE = 0, len(TYPES) + 1
# the heads in the order in which the model gives them, and their widths
SIZES = {
    "trigger": len(TYPES) + 2, "reality": len(REALITY), "mode": len(ALL_MODES), "mutual": 1, "asks": len(ROLES) * ROLE,
    "offers_begin": len(ROLES) * ROLE, "offers_end": len(ROLES) * ROLE, "same_later": SAME, "same_earlier": SAME,
}  # fmt: skip
LONGEST = 6  # words of a trigger


class Trigger(NamedTuple):
    """Words `first` to `last` (exclusive) that tell of an event; `share` is the probability that they do, `sure` that of the type
    among all types."""

    first: int
    last: int
    type: str
    mode: str | None
    reality: str
    mutual: bool
    share: float
    sure: float


def find_triggers(words: Words, heads: dict[str, np.ndarray], *, floor: float = 0.5, mode_floor: float = 0.4) -> list[Trigger]:
    """The triggers whose first word is one with at least the probability `floor`, in order."""
    shares = softmax(heads["trigger"])
    begins = shares[:, 1:INSIDE].sum(1)
    out = []
    for a, b in words.edges():
        at = a
        while at < b:
            if begins[at] < floor or not words.text(at, at + 1)[0].isalnum():
                at += 1
                continue
            last = at + 1
            while last < b and last - at < LONGEST and shares[last, INSIDE] >= max(0.5, begins[last]):
                last += 1
            out.append(trigger_at(heads, shares, at, last, mode_floor=mode_floor))
            at = last
    return out


def trigger_at(heads: dict[str, np.ndarray], shares: np.ndarray, first: int, last: int, *, mode_floor: float) -> Trigger:
    """The reading of a trigger whose words are known; `shares` are the probabilities of the head "trigger"."""
    types = shares[first, 1:INSIDE]
    type_ = TYPES[int(types.argmax())]
    numbers = [n for n, (t, _) in enumerate(ALL_MODES) if t == type_]
    modes = 1 / (1 + np.exp(-heads["mode"][first, numbers])) if numbers else np.zeros(0)
    mode = ALL_MODES[numbers[int(modes.argmax())]][1] if numbers and modes.max() >= mode_floor else None
    reality = REALITY[int(heads["reality"][first].argmax())]
    share = float(types.sum())
    return Trigger(first, last, type_, mode, reality, bool(heads["mutual"][first, 0] > 0), share, float(types.max() / max(share, 1e-9)))


def softmax(scores: np.ndarray) -> np.ndarray:
    """Probabilities along the last axis, in 64 bits."""
    share = np.exp(scores.astype(np.float64) - scores.max(-1, keepdims=True))
    return share / share.sum(-1, keepdims=True)
