"""Where quotation marks open and close, paragraph by paragraph.

A multi-paragraph quotation reopens its marks in each paragraph and closes them once, so a double mark that
stays open runs to the end of its paragraph. A single mark is an apostrophe unless it closes again.
"""

from __future__ import annotations

from typing import NamedTuple

OPENING = "“„«‟"
CLOSING = "”»"
STRAIGHT = '"'
SINGLE = "‘’'`"
_BEFORE_OPENING = " \t\n\r\xa0([{—–-/…:;,."


class Quotation(NamedTuple):
    """Characters `start` to `end` of the text, marks included; `closed` is False where no closing mark follows."""

    start: int
    end: int
    closed: bool
    single: bool


def _opens(text: str, i: int, start: int, end: int) -> bool:
    before = text[i - 1] if i > start else " "
    after = text[i + 1] if i + 1 < end else " "
    return (before in _BEFORE_OPENING or before in OPENING + STRAIGHT + SINGLE) and not after.isspace()


def _single_closes(text: str, i: int, end: int) -> bool:
    after = text[i + 1] if i + 1 < end else " "
    return not after.isalnum()


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations between `start` and `end` (one paragraph), outer before inner, in order of their start."""
    found: list[Quotation] = []
    double: int | None = None
    single: int | None = None
    around: int | None = None  # a single quotation that a double one stands in
    for i in range(start, end):
        char = text[i]
        if char in OPENING or (char == STRAIGHT and double is None and _opens(text, i, start, end)):
            if double is None:
                double, around, single = i, single, None
        elif char in CLOSING or char == STRAIGHT:
            if double is not None:
                found.append(Quotation(double, i + 1, True, False))
                double, single = None, around
        elif char in SINGLE:
            if single is not None and _single_closes(text, i, end) and char != "‘":
                found.append(Quotation(single, i + 1, True, True))
                single = None
            elif single is None and char != "’" and _opens(text, i, start, end):
                single = i
    if double is not None:
        found.append(Quotation(double, end, False, False))
    return sorted(found, key=lambda q: (q.start, -q.end))
