"""What the forms mean that count: two years ago, the past three weeks, within 48 hours, three days later, the next day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from rapporteur.reading.time_forms import BOUNDARY, Found, Match, Scene, number_of, point, which_of
from rapporteur.reading.time_grammar import S
from rapporteur.reading.time_resolution import PRECISIONS, Interval, shift, unit_of, weekend_of
from rapporteur.reading.time_units import unit_name

# "The day after it emerged": what follows is what it would be after.
SUBJECT = re.compile(rf"{S}(?:he|she|they|it|we|I|who|that|which|the|in|on|at)\b")


def _ago(m: Match, at: Scene) -> Found | None:
    """Two years ago: the calendar year; three days later: from the last day named. A number that is not told leaves the far
    end open."""
    unit = unit_name(m["unit"])
    side = re.split(r"\s", m["side"].lower())[0]
    relative = side in ("earlier", "later", "before", "after", "beforehand", "afterward", "afterwards", "previously")
    if side in ("before", "after", "back") and (not BOUNDARY.match(at.after(m)) or (side != "back" and SUBJECT.match(at.after(m)))):
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
    unit, which = unit_name(m["unit"]), which_of(m)
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
    which, unit = which_of(m), unit_name(m["unit"])
    if which not in ("recent", "past", "coming") or re.match(rf"{S}of{S}", at.after(m)) or unit in ("night", "weekend"):
        return None
    back = which != "coming"
    return Found(Interval(None, at.day) if back else Interval(at.day, None), PRECISIONS[unit], "about")


def _in_counted(m: Match, at: Scene) -> Found | None:
    """In two weeks' time; within 48 hours: until then; "in two weeks" only where the clause looks ahead, else it is a duration."""
    unit, count = unit_name(m["unit"]), number_of(m["number"])
    right = at.after(m)
    if re.match(rf"{S}(?:of|after|before|per|a|in{S}(?:prison|jail|office|power|a{S}row))\b", right) or re.search(rf"\btime{S}$", at.before(m)):
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


def _same(m: Match, at: Scene) -> Found | None:
    """The same day, that year: of what was named last."""
    unit = unit_name(m["unit"])
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
    unit, which = unit_name(m["unit"]), which_of(m)
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
    unit, side = unit_name(m["unit"]), m["side"].lower()
    if not BOUNDARY.match(at.after(m)) or SUBJECT.match(at.after(m)):
        return None
    by = -1 if side in ("before", "earlier") else 1
    if by > 0 and not at.ahead(m) and not at.has_anchor(m, unit):
        return None
    when = shift(at.anchor(m, unit), unit, by)
    return point(when, PRECISIONS[unit]) if unit in ("day", "night") else Found(unit_of(when, unit), PRECISIONS[unit])


COUNTED: dict[str, Callable[[Match, Scene], Found | None]] = {
    "ago": _ago,
    "counted": _counted,
    "counted_plural": _counted_plural,
    "in_counted": _in_counted,
    "same": _same,
    "next": _next,
    "side": _side,
}
