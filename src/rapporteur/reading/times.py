"""When: the expressions of time in a text, as intervals of days against the article's day.

    find_times("Talks resume on Thursday.", date(2013, 5, 7))[0]  # 2013-05-09, day, on; span "Thursday"

`time_grammar` has the forms, `time_forms`, `time_units` and `time_counted` say what each means, `time_tense` whether a clause looks back or
ahead, `time_resolution` counts days. This module finds the forms, adds what stands beside them ("early", "the end of", a part
of the day), joins ranges and reads the preposition, which sets the relation and is not part of the span. docs/times.md has
the table of forms and their limits.

What depends on the article's day has open ends where that is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from rapporteur.reading import time_grammar as grammar
from rapporteur.reading.time_counted import COUNTED
from rapporteur.reading.time_forms import CALENDAR, Found, Match, Scene, number_of, weekday_number
from rapporteur.reading.time_resolution import (
    ORDER,
    PRECISIONS,
    Interval,
    days,
    length,
    month_of,
    part_of,
    shift,
    unit_of,
    weekday_after,
    weekday_before,
    weekend_of,
    with_year,
)
from rapporteur.reading.time_tense import Tense, tense_of
from rapporteur.reading.time_units import UNITS, ordinal
from rapporteur.record.span import Field, span_of
from rapporteur.record.time import Precision, Relation, Time

__all__ = ["Expression", "find_expressions", "find_times", "resolve", "tense_of"]

TenseOf = Callable[[str, int, int], Tense | None]
MEANINGS = CALENDAR | UNITS | COUNTED
LEFT = 60  # characters before an expression that are looked at for what belongs to it
# Two days that agree in nothing, so that what is read alike against both does not depend on the article's day.
_ANY_DAYS = (date(1987, 2, 4), date(2014, 11, 15))
# Forms that a range may join; across a dash only those that are written as dates.
_DATED = frozenset(
    ["iso", "numeric", "day_month", "month_day", "month_year", "month_year_numeric", "month", "year", "weekday", "weekday_of_week", "decade", "season", "named", "quarter", "days_month"]
)
_SPOKEN = _DATED | {"deictic", "unit", "part_today", "century", "decade_word", "short_decade", "year_end", "inner_unit"}
# "over two years ago" is about; "over the weekend" is on
_MEASURED = re.compile(r"(?i:just over|nearly|almost|more than|over|at least|less than|barely)\s$")
_NO_NOUN = re.compile(
    r"(?i:and|or|but|to|in|at|on|for|with|when|as|after|before|the|an?|his|her|its|their|by|from|because|that|which|who|if|while|was|were|is|are|has|have"
    r"|had|will|would|said|says|not|unless|so|then|since|until|of|into|over|amid|during|despite|under|where|about|it|he|she|they|we|i|may|might|could"
    r"|\w+ly|\w+ed|\w+ing|only|now|here|there|alone|also|came|left|did|does|do|can|must|should)\b"
)
_OFFSET = re.compile(
    rf"(?i:(?:{grammar.parts('NUMBER')}|the){grammar.S}(?P<unit>day|week|month|year|eve)s?{grammar.S}(?P<side>before|after|from|following|of)){grammar.S}$"
)
_OF_WEEKS = re.compile(
    rf"(?i:the){grammar.S}(?:{grammar.parts('ORDINAL')}|(?P<last>last|final|opening|closing)){grammar.S}"
    rf"(?P<unit>(?i:day|week|weekend|month|quarter)|{'|'.join(grammar.WEEKDAYS)}){grammar.S}(?:of|in){grammar.S}$"
)


class Edge(NamedTuple):
    """The last or the first day of a span of time, where its end or start is a deadline."""

    interval: Interval
    precision: Precision
    last: bool


class Expression(NamedTuple):
    """An expression of time: where it stands, the days that it names, and the relation in which it stands to what is told."""

    start: int
    end: int
    interval: Interval
    precision: Precision
    relation: Relation
    form: str

    def time(self, text: str, day: date | None, field: Field = "text") -> Time:
        """The time of the record: open where the relation opens it."""
        first, last = _related(self.interval, self.relation, day)
        span = span_of(text, self.start, self.end, field=field)
        return Time(first and first.isoformat(), last and last.isoformat(), self.precision, self.relation, span)  # type: ignore[arg-type]


def find_times(text: str, day: date | None, *, field: Field = "text", tense_of: TenseOf = tense_of) -> list[Time]:
    """The times of a text in its order; spans do not overlap. `tense_of(text, start, end)` says whether the clause there looks
    to the past or the future; None where it does not tell, which counts as the past."""
    return [e.time(text, day, field) for e in find_expressions(text, day, tense_of=tense_of)]


def resolve(words: str, day: date | None, *, tense: Tense | None = None, field: Field = "text") -> Time | None:
    """What one expression means by itself, prepositions before it included ("by the end of May"); None where it is none.

    The span is that of the expression in `words`.
    """
    found = find_expressions(words, day, tense_of=lambda *_: tense)
    return found[0].time(words, day, field) if len(found) == 1 else None


def find_expressions(text: str, day: date | None, *, tense_of: TenseOf = tense_of) -> list[Expression]:
    """The expressions of a text with the days that they name themselves: "by 2015" names that year."""
    if day is not None:
        return list(_scan(text, Scene(text, day, tense_of, _day_first(text))))
    one, other = (find_expressions(text, d, tense_of=tense_of) for d in _ANY_DAYS)
    fixed = {(e.start, e.end): e.interval for e in other}
    unknown = Interval(None, None)
    return [e if fixed.get((e.start, e.end)) == e.interval else e._replace(interval=unknown) for e in one]


def _related(interval: Interval, relation: Relation, day: date | None) -> Interval:
    start, end = interval
    if relation == "by":
        return Interval(day if day and end and day <= end else None, end)
    if relation == "since":
        return Interval(start, None)
    if relation == "until":
        return Interval(None, end)
    if relation == "before":
        return Interval(None, _moved(start, -1) if start else end)
    if relation == "after":
        return Interval(_moved(end, 1) if end else start, None)
    return interval


def _moved(day: date, by: int) -> date | None:
    try:
        return shift(day, "day", by)
    except OverflowError:
        return None


def _day_first(text: str) -> bool | None:
    """The order that the dates with slashes show where one of them can be read in one way only."""
    for m in re.finditer(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:\d{4}|\d\d)(?![\d/])", text):
        first, second = int(m[1]), int(m[2])
        if (first > 12) != (second > 12):
            return first > 12
    return None


def _scan(text: str, at: Scene) -> Iterator[Expression]:
    position = 0
    for start in grammar.starts(text):
        read = _read(text, start, at) if start >= position else None
        if read is None:
            continue
        form, match, found = read
        expression, position = _widen(text, position, form, match, found, at)
        if expression is not None:
            _remember(at, expression, match)
            yield expression


def _read(text: str, start: int, at: Scene) -> tuple[str, Match, Found] | None:
    """The longest form that begins here and has a meaning."""
    matches = [(form.name, m) for form in grammar.FORMS if (m := form.pattern.match(text, start))]
    for name, m in sorted(matches, key=lambda pair: -pair[1].end()):
        try:
            found = MEANINGS[name](m, at)
        except (ValueError, OverflowError):  # 31 April, nine thousand years ago
            continue
        if found:
            return name, m, found
    return None


def _widen(text: str, floor: int, form: str, match: Match, found: Found, at: Scene) -> tuple[Expression | None, int]:
    """The expression with what belongs to it before (not before `floor`, where the last one ended) and behind, and where reading
    goes on."""
    start, end = match.span()
    start, found, deadline = _with_before(text, floor, start, found, at)
    if found.inner:
        return None, floor
    joined = _join(text, floor, form, start, end, found, at)
    if joined:
        start, end, found = joined
    elif found.precision in ("day", "hour") and (m := grammar.PART_OF_DAY.match(text, end)):
        end, found = m.end(), found._replace(precision="hour")
    relation = found.relation if joined else _relation(text, start, end, form, found)
    if deadline and relation in ("by", "until", "before", "since", "after"):
        found = found._replace(interval=deadline[0], precision=deadline[1])
        relation = "by" if relation == "before" and deadline[2] else relation  # "before the end of the year": its last day counts
    return Expression(start, end, found.interval, found.precision, relation, form), end


def _with_before(text: str, floor: int, start: int, found: Found, at: Scene) -> tuple[int, Found, Edge | None]:
    """"early", "the end of", "the first week of", "two days before", "the morning of" before an expression. The third value is
    the very end or start where a deadline asks for it ("by the end of May")."""
    deadline = None
    for _ in range(2):
        left = text[max(floor, start - LEFT) : start]
        changed = _part_before(left, found, at) or _offset_before(left, found, text[start:])
        if changed is None:
            break
        size, new, edge = changed
        deadline = edge or deadline
        start, found = start - size, new
    left = text[max(floor, start - LEFT) : start]
    if found.precision in ("day", "hour") and (m := grammar.PART_OF_DAY_BEFORE.search(left) or grammar.CLOCK.search(left)):
        return start - len(m[0]) + _preposition(m[0]), found._replace(precision="hour"), deadline
    return start, found, deadline


def _preposition(words: str) -> int:
    m = re.match(r"(?i:on|in|during|by|at|around|about|until|from|since)\s+", words)
    return m.end() if m else 0


def _part_before(left: str, found: Found, at: Scene) -> tuple[int, Found, Edge | None] | None:
    interval, precision = found.interval, found.precision
    if interval.start is None or interval.end is None:
        return None
    for part, pattern in grammar.SHIFTS:
        if m := pattern.search(left):
            if part == "most" and not found.inner and "of" not in m[0]:
                return None
            edge = Edge(days(interval.end), precision, True) if part == "end" else Edge(days(interval.start), precision, False) if part == "start" else None
            new, finer = part_of(interval, precision, part, at.day)  # type: ignore[arg-type]
            skipped = re.match(r"(?i:at|by|from|in|during|for)\s+", m[0])
            return len(m[0]) - (skipped.end() if skipped else 0), found._replace(interval=new, precision=finer, inner=False, cycle=None), edge
    if m := grammar.COUNTED_PART.search(left):
        count, unit = number_of(m["number"]), m["unit"].lower()
        far = m["which"].lower() in ("last", "final", "closing")
        if far:
            new = Interval(shift(shift(interval.end, "day", 1), unit, -count), interval.end)
        else:
            new = Interval(interval.start, shift(shift(interval.start, unit, count), "day", -1))
        return len(m[0]), found._replace(interval=new, precision=PRECISIONS[unit], inner=False, cycle=None), None
    if (m := _OF_WEEKS.search(left)) and length(interval) > 1:
        inner = _nth_of(m, interval)
        return None if inner is None else (len(m[0]), found._replace(interval=inner[0], precision=inner[1], inner=False, cycle=None), None)
    return None


def _nth_of(m: Match, interval: Interval) -> tuple[Interval, str] | None:
    """The first week of May, the last day of the year, the second Sunday of Lent."""
    assert interval.start is not None
    assert interval.end is not None
    number = 0 if m["last"] and m["last"].lower() not in ("opening",) else 1 if m["last"] else ordinal(m["ordinal"].lower())
    unit = m["unit"]
    if unit in grammar.WEEKDAYS:
        wanted = weekday_number(unit)
        if not number:
            return days(weekday_before(interval.end, wanted)), "day"
        return days(shift(weekday_after(interval.start, wanted), "week", number - 1)), "day"
    unit = unit.lower()
    if unit == "weekend":
        edge = interval.end if not number else shift(interval.start, "week", number - 1)
        return weekend_of(edge), "day"
    if unit in ("month", "quarter"):
        months = 1 if unit == "month" else 3
        first = interval.end if not number else interval.start
        by = -months + 1 if not number else months * (number - 1)
        return month_of(first.year, first.month + by, months), PRECISIONS[unit]
    size = 7 if unit == "week" else 1
    if not number:
        return Interval(shift(interval.end, "day", 1 - size), interval.end), PRECISIONS[unit]
    return days(shift(interval.start, "day", size * (number - 1)), size), PRECISIONS[unit]


def _offset_before(left: str, found: Found, rest: str) -> tuple[int, Found, Edge | None] | None:
    """"Two weeks before Christmas", "the day after 9 May", "the eve of 9 May"."""
    m = _OFFSET.search(left)
    if not m or found.inner or found.interval.start is None or found.interval.end is None:
        return None
    unit, side = m["unit"].lower(), m["side"].lower()
    if (unit == "eve") != (side == "of"):
        return None
    count = number_of(m["number"]) if m["number"] else 1
    back = side in ("before", "of")
    unit = "day" if unit == "eve" else unit
    when = shift(found.interval.start if back else found.interval.end, unit, -count if back else count)
    return len(m[0]), found._replace(interval=unit_of(when, unit), precision=PRECISIONS[unit], cycle=None), None


def _join(text: str, floor: int, form: str, start: int, end: int, first: Found, at: Scene) -> tuple[int, int, Found] | None:
    """A range: "from 3 March to 5 April", "between 2001 and 2004", "May – July 2013"."""
    m = grammar.JOIN.match(text, end)
    left = text[max(floor, start - LEFT) : start]
    opened = grammar.FROM.search(left)
    if not m or form not in _SPOKEN:
        return None
    word = m["word"].split()[0].lower() if m["word"].strip() else ""
    between = opened is not None and opened[0].lower().startswith("between")
    if (word == "and") != between or word == "or" or (word in ("until", "till", "up") and not opened):
        return None
    dash = not word.isalpha()
    read = _read(text, m.end(), at)
    if read is None or read[0] not in (_DATED if dash else _SPOKEN) or (dash and form not in _DATED):
        return None
    if not opened and {form, read[0]} & {"deictic", "unit", "part_today"}:
        return None
    second = read[2]
    closing = re.search(r"(?i:(the\s+end\s+of|end|early|late|mid))\s+$", m["word"]) if not dash else None
    if closing and second.interval.start:
        part = {"mid": "middle", "early": "early", "late": "late"}.get(closing[1].lower(), "end")
        second = second._replace(interval=part_of(second.interval, second.precision, part, at.day)[0], inner=False)
    ends = _range(first, second)
    if second.inner or ends is None:
        return None
    finer = min(first.precision, second.precision, key=ORDER.index)
    begin = start - len(opened[0]) if opened and not opened[0].lower().startswith("over") else start
    return begin, read[1].end(), Found(ends, finer)


def _range(first: Found, second: Found) -> Interval | None:
    """From the start of the first to the end of the second; a date without a year or a weekday moves to fit the other."""
    a, b = first.interval, second.interval
    if a.start is None or b.start is None or b.end is None or a.end is None:
        return None
    if first.cycle == "year":
        a = with_year(a, b.start.year)
        if a.start and a.start > b.start:
            a = with_year(a, b.start.year - 1)
    elif first.cycle == "week":
        a = days(weekday_before(b.start, a.start.weekday()))
    elif second.cycle == "year":
        b = with_year(b, a.start.year)
        if b.start and b.start < a.start:
            b = with_year(b, a.start.year + 1)
    elif second.cycle == "week":
        b = days(weekday_after(a.end, b.start.weekday()))
    if a.start is None or b.end is None or a.start > b.end:
        return None
    return Interval(a.start, b.end)


def _relation(text: str, start: int, end: int, form: str, found: Found) -> Relation:
    """What the preposition before the expression says; one before the possessive or before a noun belongs to that noun."""
    if found.relation != "on":
        return found.relation
    left, right = text[max(0, start - LEFT) : start], text[end : end + 30]
    if grammar.ONWARDS.match(right) and re.search(r"(?i:from|since)\s$", left):
        return "since"
    for relation, pattern in grammar.RELATIONS:
        m = pattern.search(left)
        if not m:
            continue
        if _MEASURED.search(left) and form != "ago":
            return "on"
        return "on" if relation != "about" and _before_noun(right) else relation  # type: ignore[return-value]
    return "on"


def _before_noun(right: str) -> bool:
    if re.match(r"['’]s?\s", right):
        return True
    m = re.match(r"\s([a-z]+)", right)
    return m is not None and not _NO_NOUN.match(right[1:])


def _remember(at: Scene, expression: Expression, match: Match) -> None:
    """What "the next day" and "that year" refer to."""
    interval = expression.interval
    groups = match.groupdict()
    if groups.get("year") and expression.form in ("day_month", "month_day", "month_year", "days_month", "month_days"):
        at.year_named = (int(groups["year"]), expression.end)
    if interval.start is None or interval.end is None:
        return
    found = Found(interval, expression.precision, expression.relation)  # type: ignore[arg-type]
    at.last, at.last_end = found, expression.end
    if expression.precision in ("day", "hour") and length(interval) == 1:
        at.last_day, at.last_day_end = found, expression.end
