"""From happenings to the events of the record: parties as actors, who vouches, how it is coded, when, where, how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from rapporteur.knowledge.gazetteer import Place as Entry
from rapporteur.knowledge.plover import coded_of
from rapporteur.reading.counts import counts_in
from rapporteur.reading.happenings import Happening
from rapporteur.reading.referents import Referent
from rapporteur.reading.words import Words
from rapporteur.record import (
    Article,
    Counts,
    Event,
    EventMention,
    Place,
    Span,
    Statement,
    Time,
    status_of,
)
from rapporteur.record.event import Reality

# which of several realities an event that is told more than once has: what is surest known
_STRENGTH = ("happened", "ongoing", "denied", "planned", "hypothetical")
_HEAD_OF_DENIAL = 60  # characters from the beginning of what is denied
_COUNTED = frozenset(["ASSAULT", "COERCE", "PROTEST"])


class Told(NamedTuple):
    """What an article offers to its events: words, characters of each mention and who is meant, times, and places with their entries."""

    words: Words
    mentions: Sequence[Span]
    owner: Callable[[Span], Referent | None]
    times: Sequence[Time]
    places: Sequence[tuple[Span, Entry]]


class Draft(NamedTuple):
    """An event before its actors and statements have ids."""

    group: list[Happening]
    source: list[Referent]
    target: list[Referent]


def draft_events(groups: list[list[Happening]], told: Told) -> list[Draft]:
    """The events with their parties; nobody is on both sides unless the act is mutual."""
    out = []
    for group in groups:
        source, target = (_parties([j for h in group for j in getattr(h, side)], told) for side in ("source", "target"))
        target = [r for r in target if not any(r is s for s in source)]
        out.append(Draft(group, source, target))
    return out


def _parties(mentions: list[int], told: Told) -> list[Referent]:
    found = [told.owner(told.mentions[j]) for j in mentions]
    return list({id(r.itself): r.itself for r in found if r is not None}.values())


def write_events(article: Article, drafts: list[Draft], told: Told, statements: Sequence[Statement], ids: dict[int, str], confidence: Callable[[float], float]) -> list[Event]:
    """The events in the order of their first mention. What has neither source nor target is left out: an event is between actors."""
    events = [e for d in drafts for e in [_event(article, d, told, statements, ids, confidence)] if e.source or e.target]
    order = sorted(range(len(events)), key=lambda i: _place(events[i].mentions[0].trigger[0]))
    return [msgspec.structs.replace(events[i], id=f"e{n}") for n, i in enumerate(order, 1)]


def _place(span: Span) -> tuple[bool, int]:
    return span.field != "title", span.start


def _event(article: Article, d: Draft, told: Told, statements: Sequence[Statement], ids: dict[int, str], confidence: Callable[[float], float]) -> Event:
    told_by = [(_span(told, h.trigger.first, h.trigger.last, article), h) for h in d.group]
    vouchers = [_vouchers(span, statements) for span, _ in told_by]
    asserted = list(dict.fromkeys(v for vs in vouchers for v in vs))
    asserted.sort(key=lambda v: v != "narrator")
    best = max(d.group, key=lambda h: h.trigger.share * h.trigger.sure)
    reality = min((_reality(span, h, statements) for span, h in told_by), key=_STRENGTH.index)
    mode = Counter(h.trigger.mode for h in d.group if h.trigger.mode).most_common(1)
    mode = mode[0][0] if mode else None
    source, target = ([ids[id(r)] for r in side] for side in (d.source, d.target))
    speaking = [s for span, _ in told_by for s in statements if any(_holds(c, span) for c in s.cue)]
    if speaking:  # who does it by words is who says them, and whom they address is told it
        source = list(dict.fromkeys(a for s in speaking for a in s.speakers)) or source
        target = [a for a in target if a not in source] or list(dict.fromkeys(a for s in speaking for a in s.audience if a not in source))
    time = next((told.times[h.time] for h in d.group if h.time is not None), None)
    place = next((told.places[h.place] for h in d.group if h.place is not None), None)
    return Event(
        id="", type=best.trigger.type, mode=mode, contexts=[], source=source, target=target, symmetric=any(h.trigger.mutual for h in d.group), reality=reality,
        asserted_by=asserted, status=status_of(reality, asserted),
        coded=coded_of(best.trigger.type, mode, reality), date=time, place=_place_of(place), counts=_counts(article, told_by, best.trigger.type),
        mentions=[_mention(article, span, h, told) for span, h in sorted(told_by, key=lambda t: _place(t[0]))],
        confidence=confidence(max(h.trigger.share * h.trigger.sure for h in d.group)),
    )


def _span(told: Told, first: int, last: int, article: Article) -> Span:
    title = told.words.is_title(first)
    start, end = int(told.words.start[first]), int(told.words.end[last - 1])
    return Span(start, end, ((article.title if title else article.text) or "")[start:end], "title" if title else "text")


def _vouchers(trigger: Span, statements: Sequence[Statement]) -> list[str]:
    """The innermost statement in whose content a trigger stands, else the narrator."""
    holders = [
        (c.end - c.start, s.id) for s in statements for c in s.content
        if c.field == trigger.field and c.start <= trigger.start and trigger.end <= c.end
    ]
    return [min(holders)[1]] if holders else ["narrator"]


def _holds(outer: Span, inner: Span) -> bool:
    return outer.field == inner.field and outer.start <= inner.start and inner.end <= outer.end


def _reality(span: Span, h: Happening, statements: Sequence[Statement]) -> Reality:
    """What its author presents it as: what somebody denies is denied, if nothing else is told before it in the denial."""
    innermost = min((s for s in statements if any(_holds(c, span) for c in s.content)), key=lambda s: sum(c.end - c.start for c in s.content), default=None)
    if innermost is None or innermost.act != "deny" or h.trigger.reality not in ("happened", "ongoing"):
        return h.trigger.reality
    begins = next(c.start for c in innermost.content if _holds(c, span))
    return "denied" if span.start - begins <= _HEAD_OF_DENIAL else h.trigger.reality


def _place_of(found: tuple[Span, Entry] | None) -> Place | None:
    if found is None:
        return None
    span, p = found
    return Place(p.name, p.type, p.country, p.admin1, p.lat, p.lon, p.geonameid, span)


def _counts(article: Article, told_by: list[tuple[Span, Happening]], type_: str) -> Counts | None:
    """The people counted in the sentences of the triggers, the first sentence that counts any."""
    if type_ not in _COUNTED:
        return None
    for span, _ in told_by:
        source = article.title or "" if span.field == "title" else article.text
        start, end = (0, len(source)) if span.field == "title" else next(((s.start, s.end) for s in article.sentences if s.start <= span.start < s.end), (span.start, span.end))
        found = counts_in(source, start, end, span.start, field=span.field)
        if found is not None:
            return found
    return None


def _mention(article: Article, trigger: Span, h: Happening, told: Told) -> EventMention:
    time = told.times[h.time].span if h.time is not None else None
    place = told.places[h.place][0] if h.place is not None else None
    return EventMention([trigger], [told.mentions[j] for j in h.source], [told.mentions[j] for j in h.target], time, place)
