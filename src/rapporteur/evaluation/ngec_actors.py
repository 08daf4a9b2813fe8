"""Actor phrases resolved, on the cases of the NGEC actor tests.

Country and sector of the answer's best candidate over the active cases that give the field, by whether people and
organisations must be known (`background` wikipedia) or not; an undated case means the middle of 2022. A state or a people
has no sector in this set. Where it has UNK or JNK (nobody, or nobody of a known sector), no sector and UNK are both right.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from rapporteur.evaluation.figures import Figure, require, sha256_of_files
from rapporteur.reading.identity import Candidate, answer

UNDATED = "2022-06-15"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _sector(best: Candidate, gold: str) -> str:
    if gold == "" and best.kind in ("state", "population"):
        return ""
    return gold if gold in ("UNK", "JNK") and best.sector in (None, "UNK") else best.sector or ""


def evaluate(path: Path) -> tuple[list[Figure], str]:
    """The figures on actors.jsonl in a folder, and the hash of the data."""
    file = require(path / "actors.jsonl")
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for line in file.read_text("utf-8").splitlines():
        case = json.loads(line)
        gold = case["expected"]
        if case["status"] != "active" or not isinstance(gold, dict):
            continue
        day = case["date"] or UNDATED
        best = answer(case["phrase"], day if _DAY.fullmatch(day) else UNDATED).best
        known = ", to be known" if case["background"] == "wikipedia" else ""
        for field, name, ours in (("country", "country", best.country or ""), ("code_1", "sector", _sector(best, gold.get("code_1", "")))):
            if field in gold:
                asked[name + known] += 1
                right[name + known] += ours == gold[field]
    return [Figure(name.replace(", ", " "), right[name], asked[name]) for name in sorted(asked)], sha256_of_files([file])
