"""What is announced, scheduled or expected: what the network marks as a plan, and events that are planned and stand in none of these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rapporteur.reading.stakes import Run
from rapporteur.record import Article, Event, Plan, Span, Statement, Time, span_of

_STOP = re.compile(r"[,;:–—]\s|[.?!][\"”]?\s|[\"“”]|\s(?:said|says|according|but|which|who|after|because|although|while|amid)\b")
_NO_PLAN = frozenset(["REQUEST", "ACCUSE", "REJECT", "THREATEN"])  # words to come are none


def plans(article: Article, statements: Sequence[Statement], events: Sequence[Event], runs: Sequence[tuple[Span, Run]], times: Sequence[Time]) -> list[Plan]:
    """The plans of an article in the order of their words."""
    found = [(span, round(r.share, 3)) for span, r in runs]
    for e in events:
        if e.reality == "planned" and e.type not in _NO_PLAN and not any(_touches(span, t) for span, _ in found for m in e.mentions for t in m.trigger):
            found.append((_clause(article, e.mentions[0].trigger[0]), e.confidence))
    found.sort(key=lambda f: (f[0].field != "title", f[0].start))
    return [_plan(f"n{n}", span, share, statements, events, times, article) for n, (span, share) in enumerate(found, 1)]


def _plan(id: str, span: Span, share: float, statements: Sequence[Statement], events: Sequence[Event], times: Sequence[Time], article: Article) -> Plan:
    """Who, when and where come from the event that is told there, else from who says it and from the words themselves."""
    event = next((e for e in events if any(_holds(span, t) for m in e.mentions for t in m.trigger)), None)
    voice = min((s for s in statements if any(_holds(c, span) for c in s.content)), key=lambda s: sum(c.end - c.start for c in s.content), default=None)
    if event is not None:
        who = list(dict.fromkeys([*event.source, *(event.target if event.symmetric else [])]))
    else:
        who = voice.speakers if voice is not None else []
    when = event.date if event is not None and event.date is not None else _time_of(span, times, article)
    basis = ([event.id] if event is not None else []) + ([voice.id] if voice is not None else [])
    return Plan(id, span.words, who, when, event.place if event is not None else None, basis, [span], share)


def _time_of(span: Span, times: Sequence[Time], article: Article) -> Time | None:
    """The first time inside a plan's words or right behind them that has not passed on the article's day."""
    day = article.published[:10] if article.published else None
    for t in times:
        if t.span is not None and t.span.field == span.field and span.start <= t.span.start <= span.end + 1 and not _is_past(t, day):
            return t
    return None


def _is_past(time: Time, day: str | None) -> bool:
    return day is not None and time.end is not None and date.fromisoformat(time.end) < date.fromisoformat(day)


def _clause(article: Article, trigger: Span) -> Span:
    """The words from a trigger to the end of its clause."""
    source = article.text if trigger.field == "text" else article.title or ""
    end = len(source) if trigger.field == "title" else next((s.end for s in article.sentences if s.start <= trigger.start < s.end), len(source))
    stop = _STOP.search(source, trigger.end, end)
    end = stop.start() if stop else end
    return span_of(source, trigger.start, trigger.start + len(source[trigger.start : end].rstrip(" .?!")), field=trigger.field)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.field == inner.field and outer.start <= inner.start and inner.end <= outer.end


def _touches(a: Span, b: Span) -> bool:
    return a.field == b.field and a.start < b.end and b.start < a.end
