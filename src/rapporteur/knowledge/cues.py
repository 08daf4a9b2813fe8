"""What an attributing word does: the act of a cue ("vowed" promises, "was blamed" accuses)."""

from __future__ import annotations

import re
from functools import lru_cache

from rapporteur.knowledge.tables import read_table

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 6  # words of the longest cue in the table
# what follows one of these tells where or when something was said, not what was done ("said in an appeal")
_HOLDING = ("deny", "refuse")  # acts that hold whatever they govern
_CIRCUMSTANCE = frozenset(["in", "at", "during", "after", "before", "on", "via", "through"])


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
    """The act of a cue's words: that of its longest known run, the last one where several are as long ("said he
    feared" thinks) unless what comes later is denied or refused ("denies having accused" denies), without what stands
    behind it as circumstance ("said in an appeal" says); "say" where none is known."""
    words = [w.replace("’", "'") for w in _WORD.findall(cue)]
    best, i = (0, "say"), 0
    while i < len(words):
        found = run_at(words, i)
        if found is not None:
            length, act = found
            if length > best[0] or (length == best[0] and act != "say" and best[1] not in _HOLDING):
                best = found
            i += length
        elif best[0] and words[i].lower() in _CIRCUMSTANCE:
            break
        else:
            i += 1
    return best[1]


def is_cue(words: str) -> bool:
    """Whether words hold a known cue; a mark that attributes (":", "–") holds none."""
    found = [w.replace("’", "'") for w in _WORD.findall(words)]
    return any(run_at(found, i) for i in range(len(found)))


def run_at(words: list[str], first: int) -> tuple[int, str] | None:
    """The longest known cue that begins with the word at `first`: how many words it has, and its act."""
    acts, heads = _acts(), lemmas(words[first])
    for length in range(min(_LONGEST, len(words) - first), 0, -1):
        tail = tuple(w.lower() for w in words[first + 1 : first + length])
        act = next((acts[(head, *tail)] for head in heads if (head, *tail) in acts), None)
        if act is not None:
            return length, act
    return None
