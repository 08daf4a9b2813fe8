"""What the forms mean that count from where the article stands: this week, two years ago, the next day, last summer, Easter."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from rapporteur.knowledge.calendar import named_days
from rapporteur.reading.time_forms import (
    BOUNDARY,
    CAPITAL_NEXT,
    CUE,
    ECONOMY,
    RECURRING,
    Found,
    Match,
    Scene,
    number_of,
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


def _unit_name(word: str) -> str:
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
    by = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2}.get(word, 0)
    return point(at.day + timedelta(by), "hour" if "night" in word else "day")


def _part_today(m: Match, at: Scene) -> Found | None:
    which = which_of(m)
    return point(at.day + timedelta({"yesterday": -1, "tomorrow": 1}.get(which, 0)), "hour")


def _midnight(m: Match, at: Scene) -> Found | None:
    if not re.search(rf"\b(?i:at|by|until|till|after|before|since|around|from){S}$", at.before(m)):
        return None
    if re.match(rf"{S}(?:to|until|on|snack|oil)\b", at.after(m)):
        return None
    return Found(Interval(at.day, at.day + ONE) if at.ahead(m) else Interval(at.day - ONE, at.day), "hour")


def _unit(m: Match, at: Scene) -> Found | None:
    """This, last, next week, month, year; the past year; that week; each with "early", "later" before it."""
    unit, which = _unit_name(m["unit"]), which_of(m)
    plural = m[0].endswith("s") and not (unit == "year" and which in ("this", "last", "next") and m["which"].lower() == which)  # "this years"
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
    unit = _unit_name(m["unit"])
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


def _ago(m: Match, at: Scene) -> Found | None:
    """Two years ago: the calendar year; three days later: from the last day named. A number that is not told leaves the far
    end open."""
    unit = _unit_name(m["unit"])
    side = re.split(r"\s", m["side"].lower())[0]
    relative = side in ("earlier", "later", "before", "after", "beforehand", "afterward", "afterwards", "previously")
    if side in ("before", "after", "back") and not BOUNDARY.match(at.after(m)):
        return None
    if re.match(rf"{S}than\b", at.after(m)) or re.search(r"(?i:million|billion|thousand|hundreds|age of)\s$", at.before(m)):
        return None
    if side in ("later", "after", "afterward", "afterwards") and not at.ahead(m) and not at.has_anchor(m, unit):
        return None
    base = at.anchor(m, unit) if relative else at.day
    back = side in ("ago", "back", "earlier", "before", "beforehand", "previously")
    number = m.groupdict().get("number")
    if unit in ("minute", "hour"):
        return None if relative else _hours(int(number_of(number)) if number and unit == "hour" else 0, base, back)
    if not number:
        return Found(Interval(None, base) if back else Interval(base, None), PRECISIONS[unit], "before" if back else "after")
    count = number_of(number)
    when = shift(base, unit, -count if back else count)
    if m.groupdict().get("today"):
        return point(when)
    if unit == "century":
        return Found(unit_of(when, "year"), "year", "about")
    if "half" in m[0].lower() and unit in ("year", "decade"):
        return Found(unit_of(shift(when, "month" if unit == "year" else "year", (-6 if unit == "year" else -5) * (1 if back else -1)), "month"), "month", "about")
    if unit == "weekend":
        return Found(weekend_of(when), "day")
    return Found(unit_of(when, "year" if unit == "decade" else unit), PRECISIONS["year" if unit == "decade" else unit])


def _hours(count: int, base: date, back: bool) -> Found:
    """Whole days exactly; else the day that it may be as well as the article's."""
    if count and count % 24 == 0:
        return point(base + timedelta(count // 24 * (-1 if back else 1)), "hour")
    far = base + timedelta((count // 24 + 1) * (-1 if back else 1))
    return Found(Interval(far, base) if back else Interval(base, far), "hour")


def _counted(m: Match, at: Scene) -> Found | None:
    """The past two weeks, the next three days: from the article's day; the following two days: from the day named last."""
    unit, which = _unit_name(m["unit"]), which_of(m)
    if which == "first" or re.match(rf"{S}of{S}(?!fighting|violence|talks|war|conflict)", at.after(m)):
        return None
    base = at.anchor(m, "day") if which in ("following", "previous", "preceding") else at.day
    back = which in ("past", "last", "previous", "preceding")
    number = m.groupdict().get("number")
    precision = PRECISIONS[unit]
    if not number:
        return Found(Interval(None, base) if back else Interval(base, None), precision, "about")
    count = number_of(number)
    if unit in ("minute", "hour"):
        whole = max(1, -(-count // 24)) if unit == "hour" else 1
        precision = "day" if unit == "hour" and count >= 24 else "hour"
        return Found(Interval(base - timedelta(whole), base) if back else Interval(base, base + timedelta(whole)), precision)
    far = shift(base, unit, -count if back else count)
    return Found(Interval(far, base) if back else Interval(base, far), precision)


def _counted_plural(m: Match, at: Scene) -> Found | None:
    """In recent weeks, in the coming days: open where no number is told."""
    which, unit = which_of(m), _unit_name(m["unit"])
    if which not in ("recent", "past", "coming") or re.match(rf"{S}of{S}", at.after(m)) or unit in ("night", "weekend"):
        return None
    back = which != "coming"
    return Found(Interval(None, at.day) if back else Interval(at.day, None), PRECISIONS[unit], "about")


def _in_counted(m: Match, at: Scene) -> Found | None:
    """In two weeks' time; within 48 hours: until then; "in two weeks" only where the clause looks ahead, else it is a duration."""
    unit, count = _unit_name(m["unit"]), number_of(m["number"])
    right = at.after(m)
    if re.match(rf"{S}(?:of|after|before|in{S}(?:prison|jail|office|power))\b", right) or re.search(rf"\btime{S}$", at.before(m)):
        return None
    within = m["how"].lower() == "within"
    if not m["time"] and (re.match(r"['’]", right) or not at.ahead(m)) and not (within and at.tense(m) is None):
        return None
    if unit in ("minute", "hour"):
        far, precision = at.day + timedelta(max(1, -(-count // 24)) if unit == "hour" else 0), PRECISIONS["day" if count >= 24 else "hour"]
    else:
        far, precision = shift(at.day, unit, count), PRECISIONS[unit]
    if within:
        return Found(Interval(at.day, far), precision, "by")
    if unit in ("minute", "hour"):
        return Found(Interval(at.day, far), "hour")
    return Found(unit_of(far, "year" if unit in ("decade", "century") else unit), precision)


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


def _same(m: Match, at: Scene) -> Found | None:
    """The same day, that year: of what was named last."""
    unit = _unit_name(m["unit"])
    daily = unit in ("day", "night", "morning", "afternoon", "evening")
    if not at.has_anchor(m, unit) or re.match(rf"{S}(?:that|when|as|of)\b", at.after(m)):
        return None
    start = at.anchor(m, unit)
    if daily:
        return point(start, "day" if unit == "day" else "hour")
    return Found(unit_of(start, unit), PRECISIONS[unit])


def _next(m: Match, at: Scene) -> Found | None:
    """The next day, the following week, the previous year. What is told as past does not lie after the article's day: nothing,
    where no day was named before."""
    unit, which = _unit_name(m["unit"]), which_of(m)
    if re.match(rf"{S}of{S}", at.after(m)):
        return None
    by = -1 if which in ("previous", "preceding") else 1
    if by > 0 and not at.ahead(m) and not at.has_anchor(m, unit):
        return None
    if unit in ("day", "morning", "night", "evening", "afternoon"):
        base = at.anchor(m, "day")
        return point(base + timedelta(by), PRECISIONS[unit])
    if which == "next" and at.ahead(m):
        return Found(Interval(at.day, shift(at.day, unit, 1)), PRECISIONS[unit])
    return Found(unit_of(shift(at.anchor(m, unit), unit, by), unit), PRECISIONS[unit])


def _side(m: Match, at: Scene) -> Found | None:
    """The day before, the year earlier: where nothing follows that it would be before."""
    unit, side = _unit_name(m["unit"]), m["side"].lower()
    if not BOUNDARY.match(at.after(m)) or re.match(rf"{S}(?:he|she|they|it|the|in|on|at)\b", at.after(m)):
        return None
    by = -1 if side in ("before", "earlier") else 1
    if by > 0 and not at.ahead(m) and not at.has_anchor(m, unit):
        return None
    when = shift(at.anchor(m, unit), unit, by)
    return point(when, PRECISIONS[unit]) if unit in ("day", "night") else Found(unit_of(when, unit), PRECISIONS[unit])


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
    "ago": _ago,
    "counted": _counted,
    "counted_plural": _counted_plural,
    "in_counted": _in_counted,
    "decade": _decade,
    "short_decade": _short_decade,
    "decade_word": _decade_word,
    "century": _century,
    "same": _same,
    "next": _next,
    "side": _side,
    "named": _named,
}
