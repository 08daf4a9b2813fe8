"""What an attributing word does: the act of a cue ("vowed" promises, "was blamed" accuses)."""

from __future__ import annotations

import re
from functools import lru_cache

from rapporteur.knowledge.tables import read_table

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|:")


@lru_cache(maxsize=1)
def _acts() -> dict[tuple[str, ...], str]:
    return {tuple(row["cue"].lower().split()): row["act"] for row in read_table("cues.tsv")}


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in read_table("irregular.tsv")}


def lemmas(word: str) -> list[str]:
    """What a word may be an inflection of, the likeliest first ("denied": deny; "accusing": accus, accuse)."""
    word = word.lower()
    out = [_irregular()[word]] if word in _irregular() else []
    out.append(word)
    for ending, endings in (
        ("ies", ("y",)), ("ied", ("y",)), ("ying", ("ie", "y")), ("es", ("e", "")), ("s", ("",)),
        ("ed", ("e", "")), ("ing", ("e", "")),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            out += [stem + e for e in endings]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                out.append(stem[:-1])
    return out


def act_of(cue: str) -> str:
    """The act of a cue's words: that of its longest known run, the last one where several are as long ("agreed to
    condemn" condemns); "say" where none is known."""
    words = _WORD.findall(cue)
    acts, best = _acts(), (0, "say")
    for i in range(len(words)):
        for length in range(min(4, len(words) - i), 0, -1):
            head, tail = lemmas(words[i]), tuple(w.lower() for w in words[i + 1 : i + length])
            act = next((acts[(lemma, *tail)] for lemma in head if (lemma, *tail) in acts), None)
            if act is not None:
                if length > best[0] or (length == best[0] and act != "say"):
                    best = (length, act)
                break
    return best[1]
