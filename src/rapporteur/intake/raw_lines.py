"""The lines of a scraped text as paragraphs: hard wraps joined, bullets and repeated inserts taken off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from rapporteur.intake.article import visible
from rapporteur.intake.limits import LIMITS

_BULLET = re.compile(r"^\s*(?:[•*▪·‣◦●○■–—-]|o(?=\s{2}))\s+(?=\S)")
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
# Mail and wire wrap at 65 to 80 columns; some printers of pages at up to 100.
_WRAP_COLUMNS = range(40, 111)
_LEAST_WRAPPED = 4
# Blank lines between, and paragraphs that were broken into lines of a column.
_RAWS_PER_LINE = 8
# A page in one line sets its pieces apart by spaces; two behind a full stop are a typist's.
_FEW_LINES = 3
_GAP = re.compile(r"(?<![.!?…”\"\s])(?:\s{2,}|\t)(?=\S)")


class Line(NamedTuple):
    """A paragraph, a heading or a piece of furniture."""

    text: str
    marks: tuple[str, ...] = ()


def lines_of(text: str, *, most: int = LIMITS.page_lines) -> tuple[list[Line], bool]:
    """The first `most` lines of a page that hold text, and whether there are more."""
    raws = _LINE_END.split(text, _RAWS_PER_LINE * most)
    more = len(raws) > _RAWS_PER_LINE * most and bool(raws.pop().strip())
    if sum(1 for raw in raws if raw.strip()) <= _FEW_LINES:
        raws = [piece for raw in raws for piece in _GAP.split(raw)]
    column = _wrap_column(raws)
    pieces = raws if column is None else _unwrapped(raws, column)
    lines = _without_inserts(list(islice((line for piece in pieces if (line := _line(piece)).text), most + 1)))
    return lines[:most], more or len(lines) > most


def _line(piece: str) -> Line:
    bullet = _BULLET.match(piece)
    return Line(visible(piece[bullet.end() :] if bullet else piece), ("bullet",) if bullet else ())


def _wrap_column(raws: Sequence[str]) -> int | None:
    """The column at which a text was broken into lines; None where its lines are the writer's own.

    Broken text has many lines that end just where the next word would not have fitted, a good part of
    them inside a sentence, and next to none that are longer.
    """
    pairs = [(a.rstrip(), b) for a, b in pairwise(raws) if a.strip() and b.strip()]
    lengths = sorted(len(a) for a, _ in pairs)
    if len(lengths) < _LEAST_WRAPPED:
        return None
    column = lengths[int(len(lengths) * 0.97)]
    full = [(a, b) for a, b in pairs if _is_full(a, b, column)]
    going_on = sum(b.lstrip()[:1].islower() for _, b in full)
    is_wrapped = column in _WRAP_COLUMNS and len(full) >= max(_LEAST_WRAPPED, len(pairs) * 0.4) and going_on >= len(full) * 0.3
    return column if is_wrapped else None


def _is_full(before: str, line: str, column: int) -> bool:
    """The next word would not have fitted (or hardly): the break is the column's, not the writer's."""
    return len(before) + 1 + len(line.split(None, 1)[0]) > column - 3 and not _BULLET.match(line)


def _unwrapped(raws: Sequence[str], column: int) -> list[str]:
    joined: list[str] = []
    for before, line in pairwise(["", *raws]):
        if before.strip() and line.strip() and _is_full(before.rstrip(), line, column):
            hyphenated = before.rstrip().endswith("-") and line.lstrip()[:1].islower()
            joined[-1] += ("" if hyphenated else " ") + line.strip()
        else:
            joined.append(line)
    return joined


def _without_inserts(lines: list[Line]) -> list[Line]:
    """Without the short line that a page sets between paragraph and paragraph ("Advertisement")."""
    times = Counter(line.text.lower() for line in lines)
    between: Counter[str] = Counter()
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if times[line.text.lower()] > 2 and len(line.text.split()) <= 6 and _is_sentence(before) and _is_sentence(after):
            between[line.text.lower()] += 1
    return [line for line in lines if between[line.text.lower()] < 2]


def _is_sentence(line: Line) -> bool:
    return len(line.text.split()) >= 9 and bool(_SENTENCE.search(line.text))
