"""From how likely each line is part of the article to which lines are: neighbours belong together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from rapporteur.intake.furniture import is_furniture
from rapporteur.intake.verdict import count_words, is_running

_LEAN = 0.6  # towards keeping: a line lost in the middle of an article costs more than one of furniture
_SWITCH = 2.0  # for each change between article and furniture
# Where nothing is likely enough, the likeliest line of some length sets the measure.
_RELATIVE = 0.6
_SOME_WORDS = 8
_LEAST = 0.05
_GAP_LINES = 4
_GAP_CHANCE = 0.03
_TAIL_CHANCE = 0.3


def selected(texts: Sequence[str], chances: Sequence[float]) -> list[bool]:
    """For each line: is it part of the article."""
    kept = _best_path([math.log(max(1e-6, c) / max(1e-6, 1 - c)) + _LEAN for c in chances])
    if sum(count_words(t) for t, k in zip(texts, kept, strict=True) if k) >= _SOME_WORDS:
        return _mended(texts, chances, kept)
    best = max((c for t, c in zip(texts, chances, strict=True) if count_words(t) >= _SOME_WORDS), default=1.0)
    return [c >= max(_LEAST, _RELATIVE * best) and count_words(t) >= 3 for t, c in zip(texts, chances, strict=True)]


def _mended(texts: Sequence[str], chances: Sequence[float], kept: list[bool]) -> list[bool]:
    """With the short gaps inside filled (a list, a heading, a time), and a last sentence behind a piece of furniture."""
    kept = list(kept)
    last = max(i for i, k in enumerate(kept) if k)
    for i in range(last + 1, min(len(kept), last + 3)):
        if chances[i] >= _TAIL_CHANCE and is_running(texts[i]):
            kept[i] = True
    inside = [i for i, k in enumerate(kept) if k]
    for before, after in pairwise(inside):
        if 1 < after - before <= _GAP_LINES + 1:
            for i in range(before + 1, after):
                enough = _GAP_CHANCE if texts[i].endswith((".", "”", ";", ":", "?")) else 3 * _GAP_CHANCE
                kept[i] = chances[i] >= enough and not is_furniture(texts[i])
    return kept


def _best_path(scores: Sequence[float]) -> list[bool]:
    """The cheapest sequence of in and out (Viterbi): a score for each line that is in, a price for each change."""
    out_total, in_total = 0.0, -_SWITCH
    back: list[tuple[bool, bool]] = []
    for score in scores:
        out_from_in = in_total - _SWITCH > out_total
        in_from_in = in_total >= out_total - _SWITCH
        back.append((out_from_in, in_from_in))
        out_total, in_total = max(out_total, in_total - _SWITCH), max(in_total, out_total - _SWITCH) + score
    state = in_total > out_total
    path = []
    for out_from_in, in_from_in in reversed(back):
        path.append(state)
        state = in_from_in if state else out_from_in
    return path[::-1]
