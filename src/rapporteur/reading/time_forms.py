"""What each form of `time_grammar` means: a match becomes an interval of days, or nothing where it is no time after all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from rapporteur.reading.time_grammar import MONTHS, NUMBERS, WEEKDAYS, S, parts
from rapporteur.reading.time_resolution import (
    PRECISIONS,
    Interval,
    days,
    month_of,
    near_year,
    shift,
    weekday_after,
    weekday_before,
    with_year,
    year_of,
)
from rapporteur.reading.time_tense import Tense
from rapporteur.record.time import Precision, Relation

Match = re.Match[str]
NEAR = 1000  # characters; what was named farther back is not meant by "the next day"


class Found(NamedTuple):
    """The meaning of an expression. `cycle` says by what it may be moved where a range asks for it: "year" for a date
    without a year, "week" for a weekday; `inner` is set where only a part of it makes a time ("the end of" the month)."""

    interval: Interval
    precision: Precision
    relation: Relation = "on"
    cycle: str | None = None
    inner: bool = False


@dataclass
class Scene:
    """What a form is read against: the text, the article's day, the tense of clauses, and what was named before."""

    text: str
    day: date
    tense_of: Callable[[str, int, int], Tense | None]
    day_first: bool | None = None  # the order that an unambiguous date like 25/12/2013 shows
    last: Found | None = None
    last_day: Found | None = None
    last_end: int = -NEAR
    last_day_end: int = -NEAR
    year_named: tuple[int, int] | None = None  # a year that the text names, and where
    tenses: dict[tuple[int, int], Tense | None] = field(default_factory=dict)

    @cached_property
    def may_is_somebody(self) -> bool:
        return _THERESA.search(self.text) is not None

    def tense(self, m: Match) -> Tense | None:
        """Whether the clause looks back or ahead."""
        if m.span() not in self.tenses:
            self.tenses[m.span()] = self.tense_of(self.text, *m.span())
        return self.tenses[m.span()]

    def ahead(self, m: Match) -> bool:
        return self.tense(m) == "future"

    def before(self, m: Match, count: int = 30) -> str:
        return self.text[max(0, m.start() - count) : m.start()]

    def after(self, m: Match, count: int = 30) -> str:
        return self.text[m.end() : m.end() + count]

    def anchor(self, m: Match, unit: str) -> date:
        """The day that "later" or "the same" counts from: the last one named near by, else the article's."""
        return self._named(m, unit) or self.day

    def has_anchor(self, m: Match, unit: str) -> bool:
        return self._named(m, unit) is not None

    def _named(self, m: Match, unit: str) -> date | None:
        daily = unit in ("day", "night", "morning", "afternoon", "evening")
        found, end = (self.last_day, self.last_day_end) if daily else (self.last, self.last_end)
        return found.interval.start if found and m.start() - end < NEAR else None


def month_number(word: str) -> int:
    return next(i for i, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower().rstrip(".")[:3]))


def weekday_number(word: str) -> int:
    return [w.lower() for w in WEEKDAYS].index(word.lower())


def number_of(word: str) -> int:
    plain = re.sub(r"[\s-]+", " ", word.lower())
    if plain.isdigit():
        return int(plain)
    return NUMBERS[plain] if plain in NUMBERS else sum(NUMBERS[w] for w in plain.split())


def which_of(m: Match) -> str:
    """The last word of "this past", "the coming", ...; "" where there is none."""
    word = m.groupdict().get("which")
    return re.split(r"\s", word.lower())[-1] if word else ""


RECURRING = re.compile(rf"\b(?i:every|each|any|per|most|some|many|other|a){S}(?:other{S})?$")
CUE = re.compile(
    rf"\b(?i:in|since|until|till|by|last|next|this|early|late|mid|from|of|through|during|between|before|after|and|to|or|for|around|about|the|a|an|on"
    rf"|over|at|{'|'.join(MONTHS)})(?:{S}|-|{S}?[–—]{S}?|,{S})$"
)
_SURE = re.compile(rf"\b(?i:in|since|until|till|during|last|next|this|early|late|mid)(?:{S}|-)$|(?:{'|'.join(MONTHS)})(?:{S}and{S}|{S}to{S}|-|–|,{S})$")
_THERESA = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Minister|Secretary|Brian|Dr\.?) May\b")
CAPITAL_NEXT = re.compile(rf"{S}[A-Z][a-z]+")
_QUANTITY = re.compile(
    rf"(?:\b(?i:over|more{S}than|less{S}than|fewer{S}than|at{S}least|nearly|some|than|almost|up{S}to|another|all|resolution|resolutions"
    rf"|directive|apartment|channel|article|section|paragraph|number|no\.?|nos\.?|room|page|flight|route|highway|agenda|vision|convoy|windows|office"
    rf"|km|boeing|airbus|unit|code|model|version|act|line|protocol|n°|block|camp|ward|bus|train|gate|order|bill|case|petition|lot|x){S}|[$£€¥#+×*]{S}?|\d[,.])$"
)
_COUNTED_NOUN = re.compile(
    rf"{S}(?:(?:people|troops|soldiers|police|men|women|children|members|votes|miles|metres|meters|kilomet|km\b|kg\b|tons|tonnes|hours|days|dollars"
    rf"|euros|pounds|percent|per{S}cent|bc\b|b\.c|years|feet|degrees|megawatts|barrels|calories|words|others|civilians|refugees|migrants|homes|jobs"
    rf"|rockets|missiles|tanks|times|years?|GMT|hrs|UTC|local{S}time|BC\b|BCE\b|B\.C|to{S}1\b)|[a-z]+{S}(?:people|troops|soldiers|men|women|members|jobs|homes)\b)"
)
_DETERMINED = re.compile(rf"\b(?i:in|since|until|by|of|from|the|a|an|its|his|her|their|during|to|and|before|after|between|for|around|circa|c\.){S}$|[(–—-]$")
_PLURAL_NEXT = re.compile(rf"{S}[a-z]+(?:[^s\W]s|men|children|people)\b")
_NUMBERED = re.compile(rf"\b(?i:first|second|third|fourth|last|final){S}$")
NOUN_NEXT = re.compile(
    rf"{S}(?!(?:and|or|but|to|in|at|on|for|with|when|as|after|before|by|from|because|that|which|who|if|while|was|were|is|are|has|have|had|will|would"
    r"|of|than|rather|like)\b)[a-z]"
)
BOUNDARY = re.compile(rf"\s*(?:$|[.,;:!?)\"”’'—–]|\n|{S}(?:and|but|when|as|at|in|by|from|on|with|for|to|he|she|they|it|the{S}same|said|that|which|who|we|I)\b)")
ECONOMY = re.compile(r"(?i:profit|revenue|sales|growth|gdp|earnings|econom|output|export|import|inflation|per ?cent|%|shares|billion|million|bank|budget)")


def point(day: date, precision: Precision = "day", cycle: str | None = None) -> Found:
    return Found(days(day), precision, cycle=cycle)


def _year_here(m: Match, at: Scene, interval: Interval) -> Interval:
    """A date without a year: that of a date with one that follows in the same list, or went before in the same sentence; else
    the nearest one on or before the article's day, after it where the clause looks ahead."""
    listed = _YEAR_LATER.match(at.text, m.end())
    if listed:
        year = int(listed["year"])
        moved = with_year(interval, year)
        month = month_number(listed["month"] or listed["month2"])
        assert moved.start is not None
        return moved if moved.start.month <= month else with_year(interval, year - 1)
    if at.year_named and not at.ahead(m):
        year, end = at.year_named
        between = at.text[end : m.start()]
        if year < at.day.year and len(between) < 120 and not re.search(r"[.!?;\n]", between):
            return with_year(interval, year)
    return near_year(interval, at.day, at.tense(m))


_YEAR_LATER = re.compile(
    rf"(?:,{S}(?:and{S})?|{S}(?:and|or){S})(?:{parts('MONTH')}(?:{S}\d\d?)?|\d\d?{S}{parts('MONTH2')}),?{S}{parts('YEAR')}"
)


def _calendar_day(m: Match, at: Scene) -> Found | None:
    month, day = month_number(m["month"]), int(m["day"])
    if m["year"]:
        return point(date(int(m["year"]), month, day))
    if RECURRING.search(at.before(m)) or (m["month"].isupper() and len(m["month"]) < 4 and m["month"] != "MAY"):
        return None
    weekday = m.groupdict().get("weekday")
    if weekday:  # the year in which the weekday is right, nearest to the article's day
        wanted = weekday_number(weekday)
        years = [y for y in range(at.day.year - 1, at.day.year + 2) if (month, day) != (2, 29) or y % 4 == 0]
        right = [d for y in years if (d := date(y, month, day)).weekday() == wanted]
        if right:
            return point(min(right, key=lambda d: abs((d - at.day).days)))
    if (month, day) == (2, 29):
        leap = at.day.year - at.day.year % 4
        return point(date(leap if date(leap, 2, 29) <= at.day else leap - 4, 2, 29))
    found = _year_here(m, at, days(date(at.day.year, month, day)))
    return Found(found, "day", cycle="year")


def _day_range(m: Match, at: Scene) -> Found | None:
    month, first, last = month_number(m["month"]), int(m["day"]), int(m["day2"])
    if first >= last:
        return None
    if m["year"]:
        return Found(Interval(date(int(m["year"]), month, first), date(int(m["year"]), month, last)), "day")
    plain = Interval(date(at.day.year, month, first), date(at.day.year, month, last))
    return Found(_year_here(m, at, plain), "day", cycle="year")


def _iso(m: Match, at: Scene) -> Found | None:
    return point(date(int(m["year"]), int(m["month"]), int(m["day"])), "hour" if "T" in m[0] else "day")


def _numeric(m: Match, at: Scene) -> Found | None:
    """12/05/2013: the order that another date of the text shows, else the one that puts it nearer to the article's day."""
    first, second, year = int(m["first"]), int(m["second"]), int(m["year"])
    if year < 100:
        if m["by"] == ".":
            return None
        year += 2000 if year <= at.day.year % 100 + 10 else 1900
    if first > 12 or (m["by"] == "." and second <= 12):
        return point(date(year, second, first))
    if second > 12:
        return point(date(year, first, second))
    if at.day_first is not None:
        return point(date(year, second, first) if at.day_first else date(year, first, second))
    return point(min(date(year, first, second), date(year, second, first), key=lambda d: abs((d - at.day).days)))


def _month_year(m: Match, at: Scene) -> Found | None:
    if "monthnumber" in m.groupdict() and int(m["monthnumber"]) == (int(m["year"]) + 1) % 100:
        return None  # 2008-09, two years
    month = int(m["monthnumber"]) if "monthnumber" in m.groupdict() else month_number(m["month"])
    return Found(month_of(int(m["year"]), month), "month")


def _month(m: Match, at: Scene) -> Found | None:
    name, which = m["month"], which_of(m) or ("last" if m.groupdict().get("lastword") else "")
    left = at.before(m)
    if name.isupper() or (RECURRING.search(left) and not re.search(rf"\ba{S}$", left)):
        return None
    if not which and not _month_meant(name, m, at):
        return None
    month = month_number(name)
    this = month_of(at.day.year, month)
    if which in ("last", "past", "next", "coming", "following", "previous"):
        back = which in ("last", "past", "previous")
        base = at.anchor(m, "month") if which in ("following", "previous") else at.day
        year = base.year - (month >= base.month) if back else base.year + (month <= base.month)
        return Found(month_of(year, month), "month")
    return Found(this if which == "this" else _year_here(m, at, this), "month", cycle="year")


def _month_meant(name: str, m: Match, at: Scene) -> bool:
    """Not the verb, the modal, a name."""
    left, right = at.before(m), at.after(m)
    sure = _SURE.search(left) is not None
    if name == "May" and (at.may_is_somebody or re.search(r"[A-Z]\w+\s$", left)) and not sure:
        return False
    if name in ("May", "March", "April", "June", "August"):
        if CAPITAL_NEXT.match(right):
            return sure
        return CUE.search(left) is not None or right[:1] in "-–"
    if re.search(rf"(?:Black|Red){S}$", left):
        return False
    return sure or not CAPITAL_NEXT.match(right)


def _month_of_year(m: Match, at: Scene) -> Found | None:
    """March of next year, 10 May last year."""
    year = at.day.year + {"last": -1, "next": 1}.get(m["relyear"].lower(), 0)
    if m["relyear"].lower() not in ("this", "last", "next"):
        year = at.anchor(m, "year").year
    month = month_number(m["month"])
    if m.groupdict().get("day"):
        return point(date(year, month, int(m["day"])))
    return Found(month_of(year, month), "month")


def _year(m: Match, at: Scene) -> Found | None:
    year = int(m["year"])
    left, right = at.before(m), at.after(m)
    named = m[0].lower().startswith("the year")
    if not named and (year < 1500 or year > 2100 or year < 1900) and not re.search(rf"\b(?i:in|since|until|of|by|from){S}$", left):
        return None
    if left.endswith("-") and not re.search(r"\b(?i:mid|early|late|end)-$", left):
        return None  # "the post-2014 mission"
    if not named and re.search(rf"\b(?i:about|around|roughly){S}$", left) and NOUN_NEXT.match(right):
        return None
    if not named and (_QUANTITY.search(left) or _COUNTED_NOUN.match(right)):
        return None
    if not named and _PLURAL_NEXT.match(right) and not _DETERMINED.search(left):
        return None
    if year < 1900 and _PLURAL_NEXT.match(right):
        return None
    return Found(year_of(year), "year")


def _short_year(m: Match, at: Scene) -> Found | None:
    if not re.search(rf"\b(?i:in|of|since|until|before|after|from|by|spring|summer|autumn|fall|winter|{'|'.join(MONTHS)}){S}$", at.before(m)):
        return None
    year = int(m["year"])
    return Found(year_of(year + (2000 if year <= at.day.year % 100 else 1900)), "year")


def _years(m: Match, at: Scene) -> Found | None:
    first, last = int(m["year"]), int(m["year2"])
    if len(m["year2"]) == 2:
        last += first // 100 * 100
        last += 100 if last <= first and m["year2"] < "10" and first % 100 > 90 else 0
    if not 1000 < first < last < first + 200 or (m["by"] == "/" and last != first + 1):
        return None
    return Found(year_of(first, last - first + 1), "year")


def _weekday(m: Match, at: Scene) -> Found | None:
    wanted = weekday_number(m["weekday"])
    which = which_of(m) or {"last": "last", "next": "next"}.get(m["after"] or "", "")
    left = at.before(m)
    if re.search(rf"(?:Mail|Scotland|Ireland|Independent|Bloody|Black|Super|Sheffield|Cyber|Ruby|Man|Giving){S}(?:on{S})?$", left):
        return None
    if _NUMBERED.search(left) and re.match(rf"{S}(?:of|in){S}", at.after(m)):
        return None  # "the second Sunday of" May
    if not which and RECURRING.search(left) and not (re.search(rf"\b[Aa]{S}$", left) and NOUN_NEXT.match(at.after(m))):
        return None
    if m["after"] == "week":
        return point(weekday_after(at.day + timedelta(1), wanted) + timedelta(7))
    if which in ("following", "previous", "preceding") or m[0].lower().startswith("the next"):
        base = at.anchor(m, "day")
        back = which in ("previous", "preceding")
        return point(weekday_before(base - timedelta(1), wanted) if back else weekday_after(base + timedelta(1), wanted))
    if which in ("last", "past"):
        return point(weekday_before(at.day - timedelta(1), wanted))
    if which in ("next", "coming"):
        return point(weekday_after(at.day + timedelta(1), wanted))
    if which in ("same", "that"):
        return point(weekday_before(at.anchor(m, "day"), wanted))
    ahead = at.ahead(m) if which != "this" else at.tense(m) != "past"
    return point(weekday_after(at.day, wanted) if ahead else weekday_before(at.day, wanted), cycle="week")


def _weekday_of_week(m: Match, at: Scene) -> Found | None:
    by = {"this": 0, "last": -7, "next": 7}[m["week"].split()[0].lower()]
    return point(at.day - timedelta(at.day.weekday() - weekday_number(m["weekday"]) - by))


def _weekday_counted(m: Match, at: Scene) -> Found | None:
    """A week on Monday, a week ago Monday, two days before last Monday."""
    wanted, count = weekday_number(m["weekday"]), number_of(m["number"])
    if PRECISIONS[m["unit"].lower()] == "hour":
        return None
    side = re.split(r"\s", m["side"].lower())[0]
    back = side in ("ago", "before")
    base = weekday_before(at.day, wanted) if back or (side == "after" and not at.ahead(m)) else weekday_after(at.day, wanted)
    return point(shift(base, m["unit"].lower(), -count if back else count))


def _month_of_day(m: Match, at: Scene) -> Found | None:
    left, right = at.before(m), at.after(m)
    day = int(m["day"])
    if not re.search(rf"\b(?i:on|by|until|since|before|after|from){S}$", left) or not re.search(r"(?:st|nd|rd|th)\s?$", m[0]):
        return None
    here = at.day
    of = re.match(rf"{S}?of (this|last|next|the|that) month", right)
    base = shift(here.replace(day=1), "month", {"last": -1, "next": 1}.get(of[1], 0) if of else 0)
    if not of:
        base = shift(base, "month", 1 if at.ahead(m) and day < here.day else -1 if not at.ahead(m) and day > here.day else 0)
    return point(base.replace(day=day))


def _weekday_of_month(m: Match, at: Scene) -> Found | None:
    months = [shift(at.day.replace(day=1), "month", n) for n in range(-6, 7)]
    fitting = [d for first in months if (d := first + timedelta(int(m["day"]) - 1)).month == first.month]
    right = [d for d in fitting if d.weekday() == weekday_number(m["weekday"])]
    return point(min(right, key=lambda d: abs((d - at.day).days))) if right else None


CALENDAR: dict[str, Callable[[Match, Scene], Found | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day_month": _calendar_day,
    "month_day": _calendar_day,
    "days_month": _day_range,
    "month_days": _day_range,
    "month_of_day": _month_of_day,
    "weekday_of_month": _weekday_of_month,
    "month_year": _month_year,
    "month_year_numeric": _month_year,
    "month": _month,
    "month_of_year": _month_of_year,
    "years": _years,
    "year": _year,
    "short_year": _short_year,
    "weekday": _weekday,
    "weekday_counted": _weekday_counted,
    "weekday_of_week": _weekday_of_week,
}
