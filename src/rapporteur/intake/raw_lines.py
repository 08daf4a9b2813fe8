"""The lines of a scraped text as paragraphs: hard wraps joined, bullets and repeated inserts taken off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapporteur.intake.article import visible

_BULLET = re.compile(r"^\s*(?:[•*▪·‣◦●○■–—-]|o(?=\s{2}))\s+(?=\S)")
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
# Mail and wire wrap at 65 to 80 columns; some printers of pages at up to 100.
_WRAP_COLUMNS = range(40, 111)
_LEAST_WRAPPED = 4


class Line(NamedTuple):
    """A paragraph, a heading or a piece of furniture."""

    text: str
    marks: tuple[str, ...] = ()


def lines_of(text: str) -> list[Line]:
    """The lines of a page that hold text."""
    runs: list[list[str]] = [[]]
    for raw in _LINE_END.split(text):
        if raw.strip():
            runs[-1].append(raw)
        elif runs[-1]:
            runs.append([])
    pieces = [piece for run in runs if run for piece in _unwrapped(run)]
    found = [line for piece in pieces if (line := _line(piece)).text]
    return _without_inserts(found)


def _line(piece: str) -> Line:
    bullet = _BULLET.match(piece)
    return Line(visible(piece[bullet.end() :] if bullet else piece), ("bullet",) if bullet else ())


def _unwrapped(run: list[str]) -> list[str]:
    """The lines of a run without blank lines, joined where they were broken at a column."""
    if len(run) < 3 or not _is_wrapped(run):
        return run
    widest = max(len(line.rstrip()) for line in run)
    joined = [run[0].strip()]
    for before, line in pairwise(run):
        first = line.split(None, 1)[0]
        # the next word would not have fitted: the break is the column's, not the writer's
        broken = len(before.rstrip()) + 1 + len(first) > widest - 2 and not _BULLET.match(line)
        if broken and joined[-1].endswith("-") and joined[-1][-2:-1].isalpha() and first[0].islower():
            joined[-1] = joined[-1] + line.strip()
        elif broken:
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.strip())
    return joined


def _is_wrapped(run: Sequence[str]) -> bool:
    """Lines of about one length that break off inside sentences, the next going on with a small letter."""
    lengths = [len(line.rstrip()) for line in run]
    widest = max(lengths)
    if widest not in _WRAP_COLUMNS:
        return False
    full = sum(n > widest * 0.75 for n in lengths[:-1])
    open_ended = sum(1 for a, b in pairwise(run) if not _SENTENCE.search(a.rstrip()))
    going_on = sum(1 for a, b in pairwise(run) if b.lstrip()[:1].islower())
    pairs = len(run) - 1
    return full >= pairs * 0.6 and open_ended >= pairs * 0.5 and going_on >= max(1, pairs * 0.25)


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
