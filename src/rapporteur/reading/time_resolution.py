"""Intervals of days: what unit of the calendar a day stands in, and what part of it words like "early" mean.

Weeks run from Monday to Sunday, weekends are Saturday and Sunday, seasons are those of the northern half of the earth in
whole months (spring is March to May; a winter bears the year of its December), the 20th century is 1900 to 1999. A unit
that is counted back ("two years ago") is the whole unit of the calendar.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from rapporteur.record.time import Precision


class Interval(NamedTuple):
    """First and last day, both inclusive; None is open."""

    start: date | None
    end: date | None


PRECISIONS: dict[str, Precision] = {
    "minute": "hour",
    "hour": "hour",
    "morning": "hour",
    "afternoon": "hour",
    "evening": "hour",
    "night": "hour",
    "day": "day",
    "weekend": "day",
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "season": "season",
    "quarter": "quarter",
    "half": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "decade",
}
ORDER: tuple[Precision, ...] = ("hour", "day", "week", "month", "season", "quarter", "year", "decade")
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}


def days(start: date, count: int = 1) -> Interval:
    """`count` days from `start` on."""
    return Interval(start, start + timedelta(count - 1))


def month_of(year: int, month: int, count: int = 1) -> Interval:
    """`count` months from a month on; `month` may be beyond 12 or below 1."""
    first = year * 12 + month - 1
    last = first + count
    return Interval(date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, 1) - timedelta(1))


def year_of(year: int, count: int = 1) -> Interval:
    """`count` years from a year on."""
    return Interval(date(year, 1, 1), date(year + count - 1, 12, 31))


def season_of(year: int, first_month: int) -> Interval:
    """The three months of a season from its first one."""
    return month_of(year, first_month, 3)


def weekend_of(day: date) -> Interval:
    """Saturday and Sunday of the week of a day."""
    return days(day - timedelta(day.weekday() - 5), 2)


def unit_of(day: date, unit: str) -> Interval:
    """The unit of the calendar that a day stands in."""
    if unit in ("week", "fortnight"):
        return days(day - timedelta(day.weekday()), 7)
    if unit == "weekend":
        return weekend_of(day)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        return month_of(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        return year_of(day.year // 10 * 10, 10)
    if unit == "century":
        return year_of(day.year // 100 * 100, 100)
    return days(day)


def shift(day: date, unit: str, count: int) -> date:
    """The day `count` units on; the last of the month where the month is shorter."""
    if unit in _DAYS_IN:
        return day + timedelta(_DAYS_IN[unit] * count)
    if unit not in _MONTHS_IN:
        return day
    months = day.year * 12 + day.month - 1 + _MONTHS_IN[unit] * count
    last = month_of(months // 12, months % 12 + 1).end
    assert last is not None
    return last.replace(day=min(day.day, last.day))


def weekday_before(day: date, weekday: int) -> date:
    """The nearest such weekday on or before a day."""
    return day - timedelta((day.weekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """The nearest such weekday on or after a day."""
    return day + timedelta((weekday - day.weekday()) % 7)


def length(interval: Interval) -> int:
    """How many days an interval has; 0 where an end is open."""
    return (interval.end - interval.start).days + 1 if interval.start and interval.end else 0


def covers(interval: Interval, day: date) -> bool:
    return (interval.start is None or interval.start <= day) and (interval.end is None or day <= interval.end)


def part_of(interval: Interval, precision: Precision, part: str, day: date) -> tuple[Interval, Precision]:
    """"early", "middle", "late", "start", "end", "half1", "half2", "earlier", "later", "most" of an interval.

    Early, middle and late are thirds, of a year the first and last quarter and what is between; the start and end of a year
    are its first and last month, of a month ten days, of a week three. "Earlier this year" reaches up to the article's day.
    """
    start, end = interval
    if start is None or end is None or part == "most":
        return interval, precision
    if precision in ("day", "hour") and length(interval) <= 2:
        return interval, "hour" if part != "most" else precision
    if part in ("earlier", "later"):
        if covers(interval, day):
            return (Interval(start, day) if part == "earlier" else Interval(day, end)), precision
        part = "early" if part == "earlier" else "late"
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if part in ("half1", "half2"):
        return _half(interval, months, part), "quarter" if months >= 12 else "week"
    if months < 6:
        return _days_part(interval, part), "day" if length(interval) <= 7 else "week"
    return _months_part(start, months, part), "quarter" if months <= 12 else "year"


def _half(interval: Interval, months: int, part: str) -> Interval:
    start, end = interval
    assert start is not None
    assert end is not None
    if months >= 2:
        cut = month_of(start.year, start.month, months // 2).end
        assert cut is not None
    else:
        cut = start + timedelta(length(interval) // 2 - 1)
    return Interval(start, cut) if part == "half1" else Interval(cut + timedelta(1), end)


def _days_part(interval: Interval, part: str) -> Interval:
    """Of a week three days, of a month ten, of a season thirty."""
    start, end = interval
    assert start is not None
    assert end is not None
    third = max(1, round(length(interval) / 3)) if length(interval) > 7 else 3
    if part in ("early", "start"):
        return days(start, third)
    if part in ("late", "end"):
        # of a month from the 21st on
        first = start + timedelta(2 * third) if length(interval) > 7 else end - timedelta(2)
        return Interval(first, end)
    return Interval(start + timedelta(third), start + timedelta(2 * third - 1)) if length(interval) > 7 else days(start + timedelta(2), 2)


def _months_part(start: date, months: int, part: str) -> Interval:
    """Of a year three months early and late, one at its start and end; of longer spans thirds."""
    third = months // 4 if months <= 12 else months // 36 * 12 or 12
    if part in ("start", "end"):
        third = 1 if months <= 12 else max(12, months // 120 * 12)
    if part in ("early", "start"):
        return month_of(start.year, start.month, third)
    if part in ("late", "end"):
        return month_of(start.year, start.month + months - third, third)
    return month_of(start.year, start.month + third, months - 2 * third)


def with_year(interval: Interval, year: int) -> Interval:
    """The same days of another year; the last of February where it has no 29th."""
    start, end = interval
    assert start is not None
    assert end is not None
    by = year - start.year
    moved = Interval(shift(start, "year", by), shift(end, "year", by))
    if end.month == 2 and end.day >= 28 and start.day == 1:  # a whole February
        return Interval(moved.start, month_of(end.year + by, 2).end)
    return moved


def near_year(interval: Interval, day: date, tense: str | None) -> Interval:
    """The same days of the year that puts them on or before a day ("past"; an interval that holds the day counts), on or
    after it ("future"), or nearest to it (None).

    "The surge in May should end the talk of recession", told in June: what lies a month back is not meant eleven months on.
    """
    here = with_year(interval, day.year)
    start, end = here
    assert start is not None
    assert end is not None
    behind = here if start <= day else with_year(interval, day.year - 1)
    ahead = here if end >= day else with_year(interval, day.year + 1)
    assert behind.end is not None
    assert ahead.start is not None
    if tense == "past" or behind == ahead:
        return behind
    if tense == "future":
        return behind if (day - behind.end).days < 90 and (ahead.start - day).days > 240 else ahead
    return behind if day - behind.end <= ahead.start - day else ahead
