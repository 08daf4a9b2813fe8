"""Figures with their counts, and the matching that several sets share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

Span = tuple[int, int]
G = TypeVar("G")
P = TypeVar("P")


class Figure(NamedTuple):
    """A named share: `right` of `gold` expected and of `predicted` given. Where only recall or accuracy makes sense,
    `predicted` is None and `value` is right / gold; else `value` is F1. Where recall and precision are counted
    apart, `over` says over what ("means of 20 pages"), and products of the two stand for counts (`apart`)."""

    name: str
    right: float
    gold: float
    predicted: float | None = None
    over: str | None = None

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def value(self) -> float:
        if self.predicted is None:
            return self.recall
        return 2 * self.right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    def __str__(self) -> str:
        if self.predicted is None:
            return f"{self.name:<46} {self.value:.3f}  ({self.right:g} of {self.gold:g})"
        if self.over is not None:
            return f"{self.name:<46} {self.value:.3f}  (P {self.precision:.3f} R {self.recall:.3f}, {self.over})"
        counts = f"P {self.precision:.3f} R {self.recall:.3f}, gold {self.gold:g}, given {self.predicted:g}"
        return f"{self.name:<46} {self.value:.3f}  ({counts})"


def apart(name: str, precision: float, recall: float, over: str) -> Figure:
    """The F1 of a precision and a recall that are counted apart."""
    return Figure(name, precision * recall, precision, recall, over)


class AbsentData(Exception):
    """The data set does not stand where the command was told."""


def sha256_of_files(paths: Iterable[Path]) -> str:
    """One hash over the bytes of several files in the order given; floors hold for this data only."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def require(path: Path) -> Path:
    """The path, or AbsentData with a line that says what was looked for."""
    if not path.exists():
        raise AbsentData(f"{path} is absent; see docs/evaluation.md for where the sets come from")
    return path


def characters(spans: Iterable[Span]) -> set[int]:
    """All positions that spans cover."""
    return {i for a, b in spans for i in range(a, b)}


def jaccard(a: set[int], b: set[int]) -> float:
    """Shared positions over all positions; 0 where both are empty."""
    return len(a & b) / len(a | b) if a or b else 0.0


def match(gold: Sequence[G], given: Sequence[P], score: Callable[[G, P], float], floor: float) -> list[tuple[int, int]]:
    """One-to-one pairs, best score first, none below `floor`."""
    pairs = sorted(
        ((s, -i, -j) for i, g in enumerate(gold) for j, p in enumerate(given) if (s := score(g, p)) >= floor),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_given: set[int] = set()
    out = []
    for _, i, j in pairs:
        if -i not in used_gold and -j not in used_given:
            used_gold.add(-i)
            used_given.add(-j)
            out.append((-i, -j))
    return out
