"""Expressions of time in the news and interviews of GUM: found, and resolved to the very same days; beside dateparser.

Gold intervals: `when` is its day, month or year; `from` and `to`, `notBefore` and `notAfter` are ends, open where one is
absent. Where the set's way differs from the record's, the set's values are converted, the reading never is:

* It marks "from 2004 to 2009" as two years; the record has one interval. Neighbours that only "to", "through", "until", a dash, or
  "and" behind "between" keep apart are joined; so is "March 11" with "this year" behind it.
* "By 2050" is the year 2050 to it, and so is "early in 2050": ours is compared before the preposition opens it, and without
  an "early", "earlier", "late" or "later" that the set does not mark.
* A value without a year ("--10") is right in any year.
* Times of the day without a day ("15:11 GMT") are no gold, and expressions given there are left out.
* "A few months ago" is "not after 2012-03": open at the start, and right where our end lies in that month.
* Values that are a slip (a year 2009 BC, 2010 for 2016) stand as they are, and nothing is right there.

Matched one to one by overlapping characters. dateparser is its `search_dates` with the article's day as `RELATIVE_BASE`; it
gives single days, so a month or a year is taken as right where the day's month or year is, for the gold that is one.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from rapporteur.evaluation.figures import Figure, match, require, sha256_of_files
from rapporteur.reading.times import find_expressions

GENRES = ("news", "interview")
_JOINED = re.compile(r"\s*(?:to|through|until|till|[-–—])\s*")
_BETWEEN = re.compile(r"\bbetween\s+$", re.I)
_ADVERB = re.compile(r"(?:early|earlier|late|later)(?: in| on)?\s", re.I)
_YEARLESS = re.compile(r"--(\d\d)(?:-(\d\d))?")
_CLOCK = re.compile(r"\d\d:\d\d(?::\d\d)?")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")


class Gold(NamedTuple):
    """A marked expression; `when` is the value of one that is a single day, month or year."""

    start: int
    end: int
    first: str | None
    last: str | None
    when: str | None = None


class Given(NamedTuple):
    """An expression that a reading gives."""

    start: int
    end: int
    first: date | None
    last: date | None


def evaluate(path: Path) -> tuple[list[Figure], str]:
    """The figures on train.jsonl and dev.jsonl in a folder, and the hash of the data."""
    files = [require(path / name) for name in ("train.jsonl", "dev.jsonl")]
    articles = [row for file in files for line in file.read_text("utf-8").splitlines() if (row := json.loads(line))["genre"] in GENRES]
    counts = [_counts(row, _ours(row)) for row in articles]
    figures = [*_figures(counts, ""), Figure("value of times found", _sum(counts, 1), _sum(counts, 0))]
    try:
        theirs = [_counts(row, _dateparser(row), by_day=True) for row in articles]
    except ImportError:
        return figures, sha256_of_files(files)
    return figures + _figures(theirs, ", dateparser"), sha256_of_files(files)


def _sum(counts: list[tuple[int, ...]], column: int) -> int:
    return sum(row[column] for row in counts)


def _figures(counts: list[tuple[int, ...]], whose: str) -> list[Figure]:
    found, right, gold, given = (_sum(counts, column) for column in range(4))
    return [Figure(f"times found{whose}", found, gold, given), Figure(f"times with the same days{whose}", right, gold, given)]


def _counts(row: dict, given: list[Given], *, by_day: bool = False) -> tuple[int, int, int, int]:
    """How many are found, found with the right days, marked and given."""
    gold, clocks = gold_of(row)
    given = [g for g in given if not any(g.start < b and a < g.end for a, b in clocks)]
    pairs = match(gold, given, lambda a, b: max(0, min(a.end, b.end) - max(a.start, b.start)) / (max(a.end, b.end) - min(a.start, b.start)), 1e-9)
    right = sum(is_right(gold[i], given[j] if by_day else _without_adverb(row, gold[i], given[j]), by_day=by_day) for i, j in pairs)
    return len(pairs), right, len(gold), len(given)


def _ours(row: dict) -> list[Given]:
    found = find_expressions(row["text"], date.fromisoformat(row["date"]))
    return [Given(e.start, e.end, e.interval.start, e.interval.end) for e in found]


def _without_adverb(row: dict, gold: Gold, given: Given) -> Given:
    """Ours without the adverb that the set leaves outside."""
    text = row["text"]
    if given.start >= gold.start or not _ADVERB.fullmatch(text[given.start : gold.start]):
        return given
    bare = find_expressions(text[gold.start : given.end], date.fromisoformat(row["date"]))
    return given._replace(first=bare[0].interval.start, last=bare[0].interval.end) if bare else given


def _dateparser(row: dict) -> list[Given]:
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(row["date"]), "PREFER_DATES_FROM": "past"}
    out, position = [], 0
    for words, when in search_dates(row["text"], languages=["en"], settings=settings) or []:
        start = row["text"].find(words, position)
        if start >= 0:
            position = start + len(words)
            out.append(Given(start, position, when.date(), when.date()))
    return out


def gold_of(row: dict) -> tuple[list[Gold], list[tuple[int, int]]]:
    """The marked expressions, ranges joined, and where the times of the day without a day are."""
    marks = sorted(row["dates"], key=lambda d: (d["start"], -d["end"]))
    clocks = [(d["start"], d["end"]) for d in marks if _CLOCK.fullmatch(d.get("when", ""))]
    gold: list[Gold] = []
    for mark in (d for d in marks if not _CLOCK.fullmatch(d.get("when", ""))):
        value = Gold(mark["start"], mark["end"], *_ends(mark), mark.get("when"))
        between = row["text"][gold[-1].end : value.start] if gold else ""
        opened = bool(gold) and _BETWEEN.search(row["text"][: gold[-1].start]) is not None and between.strip() == "and"
        if gold and (gold[-1].first or "").startswith(f"{value.when}-") and re.fullmatch(r"[\s,–-]*", between):
            gold[-1] = gold[-1]._replace(end=value.end)  # "March 11 this year"
        elif gold and (opened or (between and _JOINED.fullmatch(between))):
            gold[-1] = Gold(gold[-1].start, value.end, gold[-1].first, value.last)
        else:
            gold.append(value)
    return gold, clocks


def _ends(mark: dict) -> tuple[str | None, str | None]:
    when = mark.get("when")
    return mark.get("from", mark.get("notBefore", when)), mark.get("to", mark.get("notAfter", when))


def is_right(gold: Gold, given: Given, *, by_day: bool = False) -> bool:
    """Whether the days are the same; `by_day`, whether a single day lies in the day, month or year that is marked."""
    if by_day:
        if gold.when is None or given.first is None:
            return False
        first, last = _bound(gold.when, given.first, 0), _bound(gold.when, given.first, 1)
        return first is not None and last is not None and first <= given.first <= last
    first = None if gold.first is None else _bound(gold.first, given.first, 0)
    last = None if gold.last is None else _bound(gold.last, given.last, 1)
    if (gold.first is not None and first is None) or (gold.last is not None and last is None):
        return False
    if first is None and given.first is None and last is not None and given.last is not None and len(gold.last or "") == len("2012-03"):
        return (given.last.year, given.last.month) == (last.year, last.month)
    return (first, last) == (given.first, given.last)


def _bound(value: str, beside: date | None, side: int) -> date | None:
    """The first (0) or last (1) day of a value; one without a year takes the year of what is given."""
    if m := _YEARLESS.fullmatch(value):
        if beside is None:
            return None
        year, month, day = beside.year, int(m[1]), m[2] and int(m[2])
    elif m := _DATE.fullmatch(value):
        year, month, day = int(m[1]), m[2] and int(m[2]), m[3] and int(m[3])
    else:
        return None
    month = month or (12 if side else 1)
    return date(year, month, day or (monthrange(year, month)[1] if side else 1))
