"""Named days: what day Christmas, Easter or Ramadan is in a year, out of `data/calendar.tsv`.

Easter is computed (Gregorian and Orthodox), so are the Jewish feasts, which depend on the New Year alone. Islamic days are
those of the arithmetical calendar: the sighted moon may put them a day earlier or later, so they are `approximate`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from rapporteur.knowledge.tables import read_table

Days = tuple[date, date]

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FIXED = re.compile(r"(\d\d)-(\d\d)")
_ONCE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NTH = re.compile(r"(\d\d?):(-1|[1-5])(mon|tue|wed|thu|fri|sat|sun)([+-]\d+)?")
_FEAST = re.compile(r"(easter|orthodox|hebrew)([+-]\d+)?")
_ISLAMIC = re.compile(r"islamic-(\d\d?)-(\d\d?)")


class NamedDay(NamedTuple):
    """A day, or several in a row, that have a name."""

    name: str
    rule: str

    @property
    def approximate(self) -> bool:
        return self.rule.startswith("islamic")

    @property
    def once(self) -> bool:
        """One day of history, in no other year."""
        return _ONCE.fullmatch(self.rule) is not None

    def in_year(self, year: int) -> Days | None:
        """First and last day in `year`, of the earlier where the year has two (as of Islamic feasts); None where it has none."""
        return next(iter(self.all_in(year)), None)

    def all_in(self, year: int) -> list[Days]:
        """Every time it comes in `year`, counted by its first day. Raises ValueError for years that no calendar here reaches."""
        return _days(self.rule, year)


@lru_cache(maxsize=1)
def named_days() -> dict[str, NamedDay]:
    """Every name and alias with its day; a first row wins."""
    out: dict[str, NamedDay] = {}
    for row in read_table("calendar.tsv"):
        for name in (row["name"], *filter(None, (a.strip() for a in row["aliases"].split(";")))):
            out.setdefault(name, NamedDay(row["name"], row["rule"]))
    return out


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, in the Gregorian calendar (Meeus)."""
    d = (19 * (year % 19) + 15) % 30
    month, day = divmod(d + (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7 + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def islamic(year: int, month: int, day: int) -> date:
    """A day of the arithmetical Islamic calendar (thirty-year cycle, civil epoch)."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(227014 + days)


def jewish_new_year(year: int) -> date:
    """Rosh Hashanah in the autumn of `year`."""
    return date.fromordinal(_jewish_days(year + 3761) - 1373427)


def _jewish_days(year: int) -> int:
    """Days from the Jewish epoch to the New Year of a Jewish year: one or two later where the year before or after would
    have a length that no year may have."""
    day = _day_of_new_moon(year)
    if _day_of_new_moon(year + 1) - day == 356:
        return day + 2
    return day + 1 if day - _day_of_new_moon(year - 1) == 382 else day


def _day_of_new_moon(year: int) -> int:
    """The day of the mean new moon that begins a Jewish year, moved off Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _days(rule: str, year: int) -> list[Days]:
    if rule.startswith("islamic"):
        return _islamic_days(rule, year)
    if ";" in rule or _ONCE.fullmatch(rule):
        days = [date.fromisoformat(d) for d in rule.split(";")]
        return [(d, d) for d in days if d.year == year]
    first, _, last = rule.partition(" ")
    start = _day(first, year)
    end = _day(last or first, year)
    return [(start, end if end >= start else _day(last, year + 1))]


def _day(rule: str, year: int) -> date:
    if m := _FIXED.fullmatch(rule):
        return date(year, int(m[1]), int(m[2]))
    if m := _FEAST.fullmatch(rule):
        computed: dict[str, Callable[[int], date]] = {"easter": easter, "orthodox": orthodox_easter, "hebrew": jewish_new_year}
        return computed[m[1]](year) + timedelta(int(m[2] or 0))
    if m := _NTH.fullmatch(rule):
        return _nth(year, int(m[1]), int(m[2]), _WEEKDAYS.index(m[3])) + timedelta(int(m[4] or 0))
    raise ValueError(f"calendar.tsv has a rule {rule!r} that is none")


def _nth(year: int, month: int, number: int, weekday: int) -> date:
    """The first to fifth, or the last (-1), weekday of a month."""
    if number < 0:
        after = date(year + month // 12, month % 12 + 1, 1)
        return after - timedelta((after.weekday() - weekday - 1) % 7 + 1)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))


def _islamic_days(rule: str, year: int) -> list[Days]:
    ends = [(int(m[1]), int(m[2])) for m in _ISLAMIC.finditer(rule)]
    (month, day), (last_month, last) = ends[0], ends[-1]
    about = (year - 622) * 33 // 32
    years = range(max(1, about - 1), about + 3)
    return [(start, islamic(y, last_month, last)) for y in years if (start := islamic(y, month, day)).year == year]
