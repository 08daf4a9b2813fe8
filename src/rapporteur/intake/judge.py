"""Which blocks of a page are its article: two linear judgements, the second of which sees the first.

The weights are numbers learnt from pages whose article is known (`training/blocks.py`); one table for
lines of text, one for blocks of HTML.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from rapporteur.intake.blocks import Block, Features, context, features, word_count

Form = Literal["lines", "html"]


@cache
def _weights(form: Form) -> tuple[dict[str, float], dict[str, float]]:
    table = json.loads(files("rapporteur.intake").joinpath("weights.json").read_text("utf-8"))[form]
    return table["first"], table["second"]


def chances(blocks: Sequence[Block], form: Form) -> list[float]:
    """How likely each block is part of the article, from 0 to 1."""
    first, second = _weights(form)
    seen = features(blocks)
    early = [chance(names, first) for names in seen]
    around = context(early, [word_count(b.text) for b in blocks])
    return [chance(names + more, second) for names, more in zip(seen, around, strict=True)]


def chance(names: Features, weights: dict[str, float]) -> float:
    """The logistic of the weights of what is seen."""
    score = weights[""] + sum(weights.get(name, 0.0) for name in names)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
