"""How many people an event killed, hurt or took: the numbers beside the words for it, as intervals.

"At least 20 people were killed" is 20 or more, "up to 30" is at most 30, "more than 20" is 21 or more, "dozens" 24 or more; "nearly" and
"about" are open on neither side, since they say little about the side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapporteur.record import Count, Counts, Span
from rapporteur.record.span import Field

_UNITS = {w: n for n, w in enumerate(["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"])}
_TENS = {w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
_VAGUE = {"dozens": (24, None), "scores": (40, None), "hundreds": (200, None), "thousands": (2000, None), "several": (3, None), "a dozen": (12, 12), "a couple of": (2, 2)}
_WORD = "|".join([*_UNITS, *(f"{t}(?:[- ](?:{'|'.join(list(_UNITS)[1:10])}))?" for t in _TENS)])
_NUMBER = rf"(?P<bound>at least|more than|over|up to|as many as|no more than|fewer than|less than)?\s*(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+|{_WORD}|{'|'.join(sorted(_VAGUE, key=len, reverse=True))})(?![\w.,]*\d|%|\s(?:years?|days?|weeks?|months?|hours?|per\scent|percent|km|miles|kilomet)|(?:st|nd|rd|th)\b)"
_GAP = r"(?:\s(?!(?:but|while|after|before|when|killed|wounded|injured|arrested|and)\b)[\w’'-]+){0,6}?"
_VERBS = {
    "dead": (r"killed|dead|died|slain|murdered|executed|drowned|lost\stheir\slives|perished", r"kill(?:ing|ed|s)?|left|claimed|murder(?:ed|ing)|execut(?:ed|ing)|deaths?\sof|shot\sdead|death\stoll\s(?:of|to|at)"),
    "injured": (r"wounded|injured|hurt|hospitali[sz]ed", r"wound(?:ing|ed|s)|injur(?:ing|ed|es)|hurt(?:ing)?"),
    "arrested": (r"arrested|detained|taken\sinto\scustody|rounded\sup|held|abducted|kidnapped|taken\shostage|seized", r"arrest(?:ing|ed|s)|detain(?:ing|ed|s)|abduct(?:ing|ed|s)|kidnap(?:ping|ped|s)|round(?:ing|ed)\sup|arrests\sof"),
}  # fmt: skip
_FORMS = {
    field: (
        re.compile(rf"(?<![\w.,-]){_NUMBER}{_GAP}\s(?:were|was|are|have\sbeen|had\sbeen|has\sbeen|being|reported|reportedly|also|,|\s)*\s?(?:{after})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{before})\s(?:about\s|nearly\s|some\s|around\s|an\sestimated\s|another\s)?{_NUMBER}\b", re.IGNORECASE),
    )
    for field, (after, before) in _VERBS.items()
}


class _Found(NamedTuple):
    start: int
    end: int
    low: int | None
    high: int | None


def read_number(words: str) -> tuple[int | None, int | None]:
    """The interval of a number as the news writes it: figures, words, or a vague one."""
    words = words.casefold()
    if words in _VAGUE:
        return _VAGUE[words]
    if words[0].isdigit():
        n = int(words.replace(",", ""))
    else:
        tens, _, unit = words.replace("-", " ").partition(" ")
        n = _UNITS[tens] if tens in _UNITS else _TENS[tens] + (_UNITS[unit] if unit else 0)
    return n, n


def _bounded(bound: str | None, low: int | None, high: int | None) -> tuple[int | None, int | None]:
    match (bound or "").casefold():
        case "at least":
            return low, None
        case "more than" | "over":
            return None if low is None else low + 1, None
        case "up to" | "as many as" | "no more than":
            return None, high
        case "fewer than" | "less than":
            return None, None if high is None else high - 1
        case _:
            return low, high


def _found(field: str, text: str, start: int, end: int) -> Iterator[_Found]:
    for form in _FORMS[field]:
        for m in form.finditer(text, start, end):
            low, high = _bounded(m["bound"], *read_number(m["number"]))
            at = m.start("bound") if m["bound"] else m.start("number")
            if (low, high) != (0, 0):
                yield _Found(at, m.end("number"), low, high)


def counts_in(text: str, start: int, end: int, near: int, *, field: Field = "text") -> Counts | None:
    """The counts between two places of a text, of each kind that nearest to `near`; None where nobody is counted."""
    best = {}
    for kind in _FORMS:
        nearest = min(_found(kind, text, start, end), key=lambda f: (abs(f.start - near), f.start), default=None)
        if nearest is not None:
            best[kind] = Count(nearest.low, nearest.high, Span(nearest.start, nearest.end, text[nearest.start : nearest.end], field))
    return Counts(**best) if best else None
