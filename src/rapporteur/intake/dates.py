"""Dates as pages write them → ISO date, or date-time with its offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import NamedTuple

from rapporteur.intake.months import MONTHS

# Abbreviations that mean one offset. CST, IST and the like mean several and give none.
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "cest": 120, "wat": 60, "cat": 120,
    "sast": 120, "eet": 120, "eest": 180, "msk": 180, "eat": 180, "trt": 180, "pkt": 300, "hkt": 480, "sgt": 480,
    "awst": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
# "ET" is EST or EDT by the day.
_AMERICAN = {"et": -300, "ct": -360, "mt": -420, "pt": -480}

# "24 نيسان / أبريل 2020": the Levant's name and Egypt's
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?(?:\s?/\s?[^\W\d]{3,10})?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d{2})(?!\d(?!\d?:\d\d))"  # scraped text glues the time on: "20247:55 AM"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # 2013-05-10, 2013/05/10, 2013.05.10, 20130510
        r"(?<!\d)(?P<year>(?:1[89]|20)\d{2})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>(?:1[89]|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?=T\d|Z|$)",
        r"(?<!\d)(?P<year>(?:1[89]|20)\d{2})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        # 10 May 2013, 10th of May, 2013, 10-May-2013
        rf"(?<![\w.]){_DAY}\.?[\s-]{{1,3}}(?:(?:of|de)\s)?{_MONTH}[\s,-]{{1,3}}(?:del?\s)?{_YEAR}",
        # May 10, 2013; May 10th 2013
        rf"(?<!\w){_MONTH}\s{{0,2}}{_DAY}\s{{0,2}}[,\s]\s{{0,2}}{_YEAR}",
        # 2013 May 10
        rf"(?<!\d){_YEAR}[\s,]{{1,2}}{_MONTH}\s{{1,2}}{_DAY}(?!\d)",
    )
)
# 10/05/2013 and 10.05.2013: which number is the month is said by the numbers, by the point, or not at all.
_NUMERIC = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1[89]|20)\d{2})(?!\d(?!\d?:\d\d)|[./-]\d)")

_CLOCK = re.compile(
    r"(?P<hour>2[0-3]|[01]?\d)(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]?\d)(?:[.,]\d{1,9})?)?)?\s{0,2}(?P<half>[ap]\.?m\b\.?)?"
    r"\s{0,2}\(?(?P<zone>(?:(?:gmt|utc)\s?)?[+-]\d{2}:?\d{2}|(?:gmt|utc)\s?[+-]\d{1,2}(?!\d)|[a-z]{1,4}\b)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:\s|,|T|at|on|[|•·\-–—/]){0,8}", re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$")

_WEB_SINCE = 1990  # an earlier year on a page is not the day of its publication


class Day(NamedTuple):
    """An ISO date, or a date-time with its offset; `clock` is the time of day ("18:20") that stands without an offset."""

    value: str
    clock: str | None = None


class Found(NamedTuple):
    """A date in a line, and where it stands."""

    day: Day
    start: int
    end: int

    @property
    def value(self) -> str:
        return self.day.value


def read_date(text: str | None, *, month_first: bool | None = None) -> str | None:
    """The first date of a string; None where there is none or where it could be two days."""
    found = read_day(text, month_first=month_first)
    return found.value if found else None


def read_day(text: str | None, *, month_first: bool | None = None) -> Day | None:
    """The first date of a string with its time."""
    return next((found.day for found in dates_in(text or "", month_first=month_first)), None)


def given_day(text: str) -> Day | None:
    """The day that somebody who knows it gives, of whatever year."""
    return next((found.day for found in dates_in(text, since=0)), None)


def dates_in(text: str, *, month_first: bool | None = None, since: int = _WEB_SINCE) -> Iterator[Found]:
    """Every date of a line from the year `since` on, with the time that stands beside it, in order."""
    text = text[:400]
    matches = [m for form in _FORMS for m in form.finditer(text)] + list(_NUMERIC.finditer(text))
    reached = 0
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        day = _day(match, month_first)
        if day is not None and day.year >= since and match.start() >= reached:
            found = _with_time(text, match, day)
            reached = found.end
            yield found


def _day(match: re.Match[str], month_first: bool | None) -> date | None:
    parts = match.groupdict()
    if "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        if a > 12 or b > 12 or a == b:
            month, day = (b, a) if a > 12 else (a, b)
        elif parts["sep"] == "." or month_first is False:
            month, day = b, a
        elif month_first:
            month, day = a, b
        else:
            return None
    else:
        month, day = _month(parts["month"]), int(parts["day"])
    year = int(parts["year"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """Its number; 0, which no date has, for a spelling that only a pattern without case takes for a month's."""
    return int(name) if name.isdecimal() else MONTHS.get(name.lower(), 0)


def _with_time(text: str, match: re.Match[str], day: date) -> Found:
    start, end = match.span()
    gap = _BETWEEN.match(text, end)
    clock = _CLOCK.match(text, gap.end()) if gap else None
    if clock is None or not _is_time(clock):
        before = _clock_before(text, start)
        if before is None:
            return Found(Day(day.isoformat()), start, end)
        clock, start = before, before.start()
    else:
        end = clock.end() if _zone_of(clock, day) is not None or not clock["zone"] else clock.start("zone")
    hour = int(clock["hour"])
    if clock["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    at = time(hour, int(clock["minute"] or 0), int(clock["second"] or 0))
    offset = _zone_of(clock, day)
    if offset is None:
        return Found(Day(day.isoformat(), at.isoformat("seconds" if at.second else "minutes")), start, end)
    zone = UTC if offset == 0 else timezone(timedelta(minutes=offset))
    return Found(Day(datetime.combine(day, at, zone).isoformat()), start, end)


def _clock_before(text: str, start: int) -> re.Match[str] | None:
    """The time of "18:20 GMT, 10 May 2013"."""
    for clock in _CLOCK.finditer(text[max(0, start - 28) : start].rjust(start)):
        gap = _BETWEEN.match(text, clock.end())
        if _is_time(clock) and gap and gap.end() >= start:
            return clock
    return None


def _is_time(clock: re.Match[str]) -> bool:
    return clock["minute"] is not None or clock["half"] is not None


def _zone_of(clock: re.Match[str], day: date) -> int | None:
    """Minutes east of Greenwich, None where none is said or it could be several."""
    zone = (clock["zone"] or "").lower().replace(" ", "")
    if zone in _ZONES:
        return _ZONES[zone]
    if zone in _AMERICAN:
        return _AMERICAN[zone] + (60 if _american_summer(day) else 0)
    match = _OFFSET.search(zone)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return (minutes if match[1] == "+" else -minutes) if minutes <= 14 * 60 else None


def _american_summer(day: date) -> bool:
    """From the second Sunday of March to the first of November, since 2007."""
    march = date(day.year, 3, 8)
    november = date(day.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7)
    ends = november + timedelta(days=(6 - november.weekday()) % 7)
    return begins <= day < ends
