"""Where the paragraphs and sentences of a text stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.record import Extent

# A line ends at whatever `str.splitlines` calls a line end, except the separators (FS, GS, RS) that stand inside lines of old wires.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")


def paragraphs_of(text: str) -> list[Extent]:
    """The runs of text between line ends, without the white space around them; blank lines are none."""
    return [extent for line in _LINE.finditer(text) if (extent := _stripped(text, line.start(), line.end()))]


def sentences_of(text: str, paragraphs: list[Extent], *, longest: int) -> list[Extent]:
    """The sentences, none across a paragraph's end, none longer than `longest` characters."""
    return [
        sentence
        for paragraph in paragraphs
        for start, end in _split(text[paragraph.start : paragraph.end])
        for sentence in _pieces(text, paragraph.start + start, paragraph.start + end, longest)
    ]


def _split(paragraph: str) -> list[tuple[int, int]]:
    from nupunkt import sent_spans  # 30 ms, and its tables: not for `rapporteur --help`

    spans = list(sent_spans(paragraph))
    return spans or [(0, len(paragraph))]


def _pieces(text: str, start: int, end: int, longest: int) -> Iterator[Extent]:
    while end - start > longest:
        # after the last space that fits, else in the middle of a word
        cut = max(text.rfind(" ", start + longest // 2, start + longest) + 1, 0) or start + longest
        if piece := _stripped(text, start, cut):
            yield piece
        start = cut
    if piece := _stripped(text, start, end):
        yield piece


def _stripped(text: str, start: int, end: int) -> Extent | None:
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip())
    right = len(inside.rstrip())
    return Extent(start + left, start + right) if right > left else None
