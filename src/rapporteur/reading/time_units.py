"""What the forms mean that count from where the article stands: this week, two years ago, the next day, last summer, Easter."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from rapporteur.knowledge.calendar import named_days
from rapporteur.reading.time_forms import (
    CAPITAL_NEXT,
    CUE,
    ECONOMY,
    RECURRING,
    Found,
    Match,
    Scene,
    point,
    which_of,
)
from rapporteur.reading.time_grammar import DECADES, ORDINALS, SEASONS, S
from rapporteur.reading.time_resolution import (
    PRECISIONS,
    Interval,
    days,
    month_of,
    part_of,
    season_of,
    shift,
    unit_of,
    weekend_of,
    year_of,
)

ONE = timedelta(1)


def unit_name(word: str) -> str:
    plain = word.lower()
    return "century" if plain == "centurie" else plain


def _deictic(m: Match, at: Scene) -> Found | None:
    word = re.sub(r"\s+", " ", m["word"].lower())
    if m["word"][0].isupper() and (re.search(rf"\b[A-Z]\w*{S}$", at.before(m)) or re.match(rf"{S}(?:programme|program|show)\b", at.after(m))):
        return None
    if word == "overnight":
        if re.match(rf"{S}(?:stay|success|flight|trip|train|bus|guests?|rates?|index)\b", at.after(m)):
            return None
        return Found(Interval(at.day - ONE, at.day), "hour")
    if word == "tomorrow" and re.search(rf"\b(?:better|brighter|new|peaceful|safer|for){S}$", at.before(m)):
        return None
    by = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2}.get(word, 0)
    return point(at.day + timedelta(by), "hour" if "night" in word else "day")


def _part_today(m: Match, at: Scene) -> Found | None:
    which = which_of(m)
    if re.match(r"[A-Z]\w+\s[A-Z]", m[0]):  # a programme
        return None
    return point(at.day + timedelta({"yesterday": -1, "tomorrow": 1}.get(which, 0)), "hour")


def _midnight(m: Match, at: Scene) -> Found | None:
    if not re.search(rf"\b(?i:at|by|until|till|after|before|since|around|from){S}$", at.before(m)):
        return None
    if re.match(rf"{S}(?:to|until|on|snack|oil)\b", at.after(m)):
        return None
    return Found(Interval(at.day, at.day + ONE) if at.ahead(m) else Interval(at.day - ONE, at.day), "hour")


def _unit(m: Match, at: Scene) -> Found | None:
    """This, last, next week, month, year; the past year; that week; each with "early", "later" before it."""
    unit, which = unit_name(m["unit"]), which_of(m)
    plural = m[0].endswith("s") and not (unit == "year" and m["which"].lower() == "this")  # "this years theme"
    if plural or re.match(rf"{S}of{S}", at.after(m)) or (unit == "day" and which not in ("past", "coming")):
        return None
    rolling = which in ("past", "coming") or (which in ("last", "next") and re.match(r"(?i)the\s", m["which"]) is not None)
    if unit in ("minute", "hour", "night"):
        return point(at.day, "hour") if unit == "hour" and which in ("past", "last", "coming", "next") else None
    if unit == "weekend":
        interval = _weekend(which, m, at)
    elif which in ("that", "same", "following", "previous", "preceding"):
        by = {"following": 1, "previous": -1, "preceding": -1}.get(which, 0)
        interval = unit_of(shift(at.anchor(m, unit), unit, by), unit)
    elif rolling and not re.match(r"(?i)this\s", m["which"]):
        back = which in ("past", "last")
        interval = Interval(shift(at.day, unit, -1), at.day) if back else Interval(at.day, shift(at.day, unit, 1))
    else:
        interval = unit_of(shift(at.day, unit, {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)), unit)
    precision = PRECISIONS[unit]
    if m["shift"]:
        interval, precision = part_of(interval, precision, {"mid": "middle"}.get(m["shift"].lower(), m["shift"].lower()), at.day)
    return Found(interval, precision)


def _weekend(which: str, m: Match, at: Scene) -> Interval:
    here = weekend_of(at.day)
    assert here.start is not None
    behind = here if here.start <= at.day else weekend_of(at.day - timedelta(7))
    if which in ("that", "same", "following", "previous", "preceding"):
        by = {"following": 7, "previous": -7, "preceding": -7}.get(which, 0)
        return weekend_of(at.anchor(m, "weekend") + timedelta(by))
    if which in ("last", "past"):
        return weekend_of(at.day - timedelta(7))
    if which == "coming":
        return here
    if which == "next":
        return weekend_of(at.day + timedelta(7))
    if which == "this":  # the coming one, unless a verb tells that it is over
        return behind if at.tense(m) == "past" else here
    return here if at.ahead(m) else behind


def _the_weekend(m: Match, at: Scene) -> Found | None:
    if re.match(rf"{S}of{S}|{S}(?:before|after){S}", at.after(m)) or not re.match(r"(?i)the", m[0]):
        return None
    return Found(_weekend("", m, at), "day")


def _inner_unit(m: Match, at: Scene) -> Found | None:
    """"The month" alone is no time; "the end of the month" is."""
    unit = unit_name(m["unit"])
    return None if unit == "day" else Found(unit_of(at.day, unit), PRECISIONS[unit], inner=True)


def _year_end(m: Match, at: Scene) -> Found | None:
    interval = unit_of(at.day, m["unit"].lower())
    assert interval.end is not None
    return Found(days(interval.end), PRECISIONS[m["unit"].lower()])


_SEASON_CUE = re.compile(rf"\b(?i:in|by|during|over|since|until|before|after|through|throughout|from|for|late|early|mid)(?:{S}|-)$")


def _season(m: Match, at: Scene) -> Found | None:
    name = m["season"].lower()
    which = which_of(m) if "which" in m.groupdict() else ""
    shifted = next((m[g].lower() for g in ("shift", "shift2") if g in m.groupdict() and m[g]), None)
    if not m["year"] and not _season_meant(m, at, which, shifted):
        return None
    first = SEASONS[name]
    interval = season_of(int(m["year"]), first) if m["year"] else _nearest_season(first, which, m, at)
    precision = PRECISIONS["season"]
    if shifted:
        interval, precision = part_of(interval, precision, "middle" if shifted == "mid" else shifted, at.day)
    return Found(interval, precision)


def _season_meant(m: Match, at: Scene, which: str, shifted: str | None) -> bool:
    right = at.after(m)
    if re.match(rf"{S}(?:Olympic|Paralymp|Games|Palace|Carnival|[A-Z])|{S}of{S}", right) or "-" in right[:1]:
        return False
    if which:
        return which != "that"
    if m["season"][0].isupper() and not re.search(rf"\b(?i:in|during|by|since|until|last|next|this)(?:{S}the)?{S}$", at.before(m)):
        return False
    if m["season"].lower() == "fall" and not re.match(r"(?i)(?:early |late |mid-?)?the", m[0]) and not re.search(rf"\bin{S}$", at.before(m)):
        return False
    return shifted is not None or _SEASON_CUE.search(at.before(m)) is not None


def _nearest_season(first: int, which: str, m: Match, at: Scene) -> Interval:
    around = [season_of(at.day.year + n, first) for n in (-2, -1, 0, 1, 2)]
    past = [s for s in around if s.start and s.start <= at.day]
    to_come = [s for s in around if s.start and s.start > at.day]
    here = [s for s in past if s.end and s.end >= at.day]
    if which in ("last", "past", "previous"):
        return [s for s in past if s not in here][-1]
    if which in ("next", "coming", "following"):
        return to_come[0]
    if here:
        return here[0]
    if which == "this":  # of the calendar year; winters have two
        same = [s for s in around if s.start and s.start.year == at.day.year]
        return same[0]
    return to_come[0] if at.ahead(m) else past[-1]


def _quarter(m: Match, at: Scene) -> Found | None:
    number = int(m["number"])
    if m["year"]:
        return Found(month_of(int(m["year"]), 3 * number - 2, 3), "quarter")
    return Found(_nearest_quarter(number, m, at), "quarter")


def _nearest_quarter(number: int, m: Match, at: Scene) -> Interval:
    here = month_of(at.day.year, 3 * number - 2, 3)
    if here.start and here.start > at.day and not at.ahead(m):
        return month_of(at.day.year - 1, 3 * number - 2, 3)
    if here.end and here.end < at.day and at.ahead(m):
        return month_of(at.day.year + 1, 3 * number - 2, 3)
    return here


def _half_year(m: Match, at: Scene) -> Found | None:
    return Found(month_of(int(m["year"]), 6 * int(m["number"]) - 5, 6), "quarter")


def _quarter_word(m: Match, at: Scene) -> Found | None:
    """The first quarter of 2014; without a year only where the sentence is about the economy: matches have quarters too."""
    groups = m.groupdict()
    word = (groups.get("ordinal") or "").lower()
    number = 4 if groups.get("ordinalword") == "final" else ordinal(word) if word else 0
    half = m["unit"].lower() == "half"
    if not 1 <= number <= (2 if half else 4):
        return None
    size = 6 if half else 3
    if groups.get("year"):
        return Found(month_of(int(m["year"]), size * (number - 1) + 1, size), "quarter")
    if groups.get("which"):
        year = at.day.year + {"last": -1, "next": 1}.get(m["which"].lower(), 0)
        return Found(month_of(year, size * (number - 1) + 1, size), "quarter")
    near = at.text[max(0, m.start() - 100) : m.end() + 100]
    return Found(_nearest_quarter(number, m, at), "quarter") if ECONOMY.search(near) else None


def ordinal(word: str) -> int:
    return int(re.sub(r"\D", "", word)) if word[:1].isdigit() else ORDINALS[word]


def _decade(m: Match, at: Scene) -> Found | None:
    first = int(m["decade"])
    return _shifted(m, at, year_of(first, 100 if first % 100 == 0 and first < 2000 else 10))


def _short_decade(m: Match, at: Scene) -> Found | None:
    return _shifted(m, at, year_of((2000 if int(m["decade"]) <= at.day.year % 100 - 10 and m["decade"] == "20" else 1900) + int(m["decade"]), 10))


def _decade_word(m: Match, at: Scene) -> Found | None:
    return _shifted(m, at, year_of(1900 + 10 * DECADES[m["word"].lower()], 10))


def _century(m: Match, at: Scene) -> Found | None:
    number = ordinal(m["ordinal"].lower())
    return _shifted(m, at, year_of(100 * (number - 1), 100)) if 1 < number < 30 else None


def _shifted(m: Match, at: Scene, interval: Interval) -> Found:
    word = m.groupdict().get("shift")
    if not word:
        return Found(interval, "decade")
    part, precision = part_of(interval, "decade", "middle" if word.lower() == "mid" else word.lower(), at.day)
    return Found(part, precision)


# Feasts that are names of persons and things too: only behind a preposition or an article.
_NAMES_TOO = frozenset(["Christmas", "Xmas", "Easter", "New Year", "New Year's", "New Year’s", "Lent", "Tet", "Ramadan", "Thanksgiving", "Pentecost"])


def _named(m: Match, at: Scene) -> Found | None:
    """Christmas, Good Friday, Ramadan."""
    day, which = named_days()[m["name"]], which_of(m) or ("last" if m["lastword"] else "")
    relation = "about" if day.approximate else "on"
    if day.once:
        return Found(Interval(*day.all_in(int(day.rule[:4]))[0]), "day")
    left, right = at.before(m), at.after(m)
    sure = m["name"] not in _NAMES_TOO
    if RECURRING.search(left) or (CAPITAL_NEXT.match(right) and not re.search(rf"\b(?i:on|at|during|since|until){S}$", left)):
        return None
    if not (sure or m["year"] or which or CUE.search(left)):
        return None
    precision = PRECISIONS["day"]
    if m["year"]:
        found = day.in_year(int(m["year"]))
        return Found(Interval(*found), precision, relation) if found else None
    around = sorted(d for n in (-2, -1, 0, 1, 2) for d in day.all_in(at.day.year + n))
    behind, to_come = [d for d in around if d[0] <= at.day], [d for d in around if d[0] > at.day]
    here = [d for d in behind if d[1] >= at.day]
    if which in ("last", "past", "previous"):
        behind = [d for d in behind if d not in here]
    elif which == "this":
        to_come = behind = [d for d in around if d[0].year == at.day.year] or behind
    if not which and behind and to_come and (at.day - behind[-1][1]).days < 90 and (to_come[0][0] - at.day).days > 240:
        to_come = behind[-1:]  # as for dates without a year
    chosen = to_come[:1] if (at.ahead(m) or which in ("next", "coming")) and not (here and not which) else behind[-1:]
    return Found(Interval(*chosen[0]), precision, relation, cycle="year" if day.rule[:1] in "01" else None) if chosen else None


UNITS: dict[str, Callable[[Match, Scene], Found | None]] = {
    "deictic": _deictic,
    "part_today": _part_today,
    "midnight": _midnight,
    "unit": _unit,
    "the_unit": _the_weekend,
    "inner_unit": _inner_unit,
    "year_end": _year_end,
    "season": _season,
    "quarter": _quarter,
    "half_year": _half_year,
    "quarter_word": _quarter_word,
    "decade": _decade,
    "short_decade": _short_decade,
    "decade_word": _decade_word,
    "century": _century,
    "named": _named,
}
