"""Issues and plans for training: labels of an own item's words."""

from __future__ import annotations

import numpy as np

from rapporteur.evaluation.markup import Item
from rapporteur.evaluation.markup_lines import MarkedPlan, MarkedPosition
from rapporteur.reading.stakes import FIRSTS
from rapporteur.reading.tokens import Tokens
from rapporteur.record.position import STANCES
from training.data import WordMap


def stake_labels(item: Item, tokens: Tokens) -> dict[str, np.ndarray]:
    """For each word by head: outside, the first of a run, going on. Of two runs that share words the first that is written down counts."""
    at = WordMap(tokens)
    marked = {
        "issue": [(m, 1 + STANCES.index(p.stance)) for p in item.of(MarkedPosition) for m in p.spans("issue")],
        "plan": [(m, 1) for p in item.of(MarkedPlan) for m in p.spans("what")],
    }
    out = {}
    for name, marks in marked.items():
        labels = np.zeros(int(tokens.first.sum()), np.int8)
        for mark, first in marks:
            inside = at.words((mark.title, mark.start, mark.end))
            if len(inside) and not labels[inside].any():
                labels[inside] = FIRSTS[name] + 1
                labels[inside[0]] = first
        out[name] = labels
    return out
