"""The tables of events and of the places where they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from rapporteur.exchange.cells import words
from rapporteur.exchange.tables.column import (
    ARTICLE_ID, CONFIDENCE, OF_ARTICLE, SEVERAL, Column, Context, Table, joined, place_columns, time_columns,
)  # fmt: skip
from rapporteur.exchange.tables.statements import stand_columns
from rapporteur.record import Event, EventMention, Record


class _Told(NamedTuple):
    event: Event
    number: int
    mention: EventMention


def _told(record: Record) -> Iterator[_Told]:
    return (_Told(event, n, mention) for event in record.events for n, mention in enumerate(event.mentions, 1))


def _claimants(context: Context, event: Event) -> str | None:
    """Who asserts it besides the narrator, as far as the article names them."""
    by_id = {s.id: s for s in context.record.statements}
    said = [by_id[id] for id in event.asserted_by if id in by_id]
    return joined(dict.fromkeys(context.names(s.speakers) or words(s.source) for s in said if s.speakers or s.source))


def _code(field: str, length: int | None = None) -> Callable[[Context, Any], object]:
    def value(_: Context, event: Event) -> object:
        code = getattr(event.coded, field) if event.coded is not None else None
        return code[:length] if code is not None and length is not None else code

    return value


def _count_columns(kind: str, what: str) -> tuple[Column, ...]:
    def of(end: str) -> Callable[[Context, Any], object]:
        def value(_: Context, event: Event) -> int | None:
            count = getattr(event.counts, kind) if event.counts is not None else None
            return None if count is None else getattr(count, end)

        return value

    return (
        Column(f"{kind}_min", "integer", f"At least so many {what}", "people; empty where not told", of("min")),
        Column(f"{kind}_max", "integer", f"At most so many {what}", "people; empty where open or not told", of("max")),
    )


EVENTS = Table(
    "events", "One row a distinct event of an article: who did what to whom", ("article_id", "event_id"), (OF_ARTICLE,), lambda record: record.events,
    (
        ARTICLE_ID,
        Column("event_id", "string", "Id of the event, unique within its article", "text", lambda _, e: e.id),
        Column("type", "string", "The act", "PLOVER event type", lambda _, e: e.type),
        Column("mode", "string", "How it was done", "PLOVER mode; empty where the article does not say", lambda _, e: e.mode),
        Column("contexts", "string", "What it is about", f"PLOVER contexts; {SEVERAL}", lambda _, e: joined(e.contexts)),
        Column("source", "string", "Who does it", f"names; {SEVERAL}; ids are in parties", lambda c, e: c.names(e.source)),
        Column("target", "string", "To whom", f"names; {SEVERAL}; ids are in parties", lambda c, e: c.names(e.target)),
        Column("symmetric", "boolean", "Whether both sides do it to each other", "true | false", lambda _, e: e.symmetric),
        Column("reality", "string", "What its author presents it as", "happened | ongoing | planned | hypothetical | denied", lambda _, e: e.reality),
        Column("status", "string", "claimed where only statements vouch for it, else the reality", "claimed | happened | ongoing | planned | hypothetical | denied", lambda _, e: e.status),
        Column("by_narrator", "boolean", "Whether the article itself vouches for it", "true | false", lambda _, e: "narrator" in e.asserted_by),
        Column("claimed_by", "string", "Who vouches for it besides the article", f"names, or words where no actor is known; {SEVERAL}; statements are in grounds", _claimants),
        Column("plover", "string", "Class that PLOVER's rules assign", "PLOVER event type; empty for hypothetical and denied events", _code("plover")),
        Column("cameo", "string", "CAMEO code", "2 to 4 digits; empty for hypothetical and denied events", _code("cameo")),
        Column("cameo_base", "string", "Base of the CAMEO code", "2 to 3 digits", _code("cameo", 3)),
        Column("cameo_root", "string", "Root of the CAMEO code", "2 digits", _code("cameo", 2)),
        Column("quad", "integer", "Quad class: verbal or material cooperation, verbal or material conflict", "1 | 2 | 3 | 4", _code("quad")),
        Column("goldstein", "number", "Goldstein's score of the CAMEO code", "-10 to 10", _code("goldstein")),
        *time_columns("date", "it may have happened", lambda e: e.date),
        *place_columns(lambda e: e.place),
        *_count_columns("dead", "killed"), *_count_columns("injured", "hurt"), *_count_columns("arrested", "taken"),
        Column("told", "integer", "How often the article tells of it", "count, from 1", lambda _, e: len(e.mentions)),
        CONFIDENCE,
    ),
)  # fmt: skip

EVENT_MENTIONS = Table(
    "event_mentions", "One row a place where an article tells of an event", ("article_id", "event_id", "mention"),
    (OF_ARTICLE, (("article_id", "event_id"), "events")), _told,
    (
        ARTICLE_ID,
        Column("event_id", "string", "Id of the event", "an event_id of the same article", lambda _, t: t.event.id),
        Column("mention", "integer", "Number of the mention", "from 1 for each event", lambda _, t: t.number),
        Column("trigger", "string", "Words that tell of it", "text", lambda _, t: words(t.mention.trigger) or None),
        Column("source", "string", "Words for who does it", "text", lambda _, t: words(t.mention.source) or None),
        Column("target", "string", "Words for whom it is done to", "text", lambda _, t: words(t.mention.target) or None),
        Column("date", "string", "Words for when", "text", lambda _, t: t.mention.date and t.mention.date.words),
        Column("place", "string", "Words for where", "text", lambda _, t: t.mention.place and t.mention.place.words),
        *stand_columns(lambda t: t.mention.trigger, lambda t: t.mention.trigger),
    ),
)  # fmt: skip
