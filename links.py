"""The long tables that join the others: which actors take part in which line, what a line rests on, and all its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapporteur.exchange import stakes
from rapporteur.exchange.tables.column import ARTICLE_ID, OF_ARTICLE, Column, Table
from rapporteur.record import Event, Record, Span


class _Link(NamedTuple):
    """Something that belongs to a line of the record: `part` is the mention of an event or the side of a dispute."""

    line: str
    part: int | None
    role: str
    number: int
    to: str | Span


def _links(line: str, role: str, to: Iterable[str | Span | None], part: int | None = None) -> Iterator[_Link]:
    return (_Link(line, part, role, n, x) for n, x in enumerate(to, 1) if x is not None)


def _parties(record: Record) -> Iterator[_Link]:
    for actor in record.actors:
        yield from _links(actor.id, "member", actor.members)
    for statement in record.statements:
        yield from _links(statement.id, "speaker", statement.speakers)
        yield from _links(statement.id, "audience", statement.audience)
    for event in record.events:
        yield from _links(event.id, "source", event.source)
        yield from _links(event.id, "target", event.target)
    for dispute in stakes.disputes(record):
        for n, side in enumerate(dispute.sides, 1):
            yield from _links(dispute.id, "holder", side.held_by, n)
    for plan in stakes.plans(record):
        yield from _links(plan.id, "planner", plan.who)


def _grounds(record: Record) -> Iterator[_Link]:
    for event in record.events:
        yield from _links(event.id, "asserted_by", event.asserted_by)
    for line in (*stakes.positions(record), *stakes.plans(record)):
        yield from _links(line.id, "basis", line.basis)
    for dispute in stakes.disputes(record):
        for n, side in enumerate(dispute.sides, 1):
            yield from _links(dispute.id, "basis", side.basis, n)


def _spans(record: Record) -> Iterator[_Link]:
    for s in record.statements:
        for role, spans in (("source", s.source), ("cue", s.cue), ("content", s.content), ("audience", s.audience_spans)):
            yield from _links(s.id, role, spans)
        yield from _links(s.id, "said_on", [s.said_on and s.said_on.span])
    for event in record.events:
        yield from _event_spans(event)
    for position in stakes.positions(record):
        yield from _links(position.id, "issue", position.issue_spans)
    for dispute in stakes.disputes(record):
        for n, side in enumerate(dispute.sides, 1):
            yield from _links(dispute.id, "claim", side.spans, n)
    for plan in stakes.plans(record):
        yield from _links(plan.id, "plan", plan.spans)
        yield from _links(plan.id, "date", [plan.when and plan.when.span])
        yield from _links(plan.id, "place", [plan.place and plan.place.span])


def _event_spans(event: Event) -> Iterator[_Link]:
    yield from _links(event.id, "date", [event.date and event.date.span])
    yield from _links(event.id, "place", [event.place and event.place.span])
    for kind in ("dead", "injured", "arrested"):
        count = getattr(event.counts, kind) if event.counts is not None else None
        yield from _links(event.id, kind, [count and count.span])
    for n, m in enumerate(event.mentions, 1):
        for role, spans in (("trigger", m.trigger), ("source", m.source), ("target", m.target), ("date", [m.date]), ("place", [m.place])):
            yield from _links(event.id, role, spans, n)


_LINE = Column("line_id", "string", "Id of the line of the record", "an id of another table of the same article", lambda _, x: x.line)
_PART = Column("part", "integer", "Mention of an event, or side of a dispute, that it belongs to", "from 1; empty where it belongs to the whole", lambda _, x: x.part)
_NUMBER = Column("number", "integer", "Its place among those of its line, part and role", "from 1", lambda _, x: x.number)

PARTIES = Table(
    "parties", "One row an actor's part in a statement, event, dispute, plan or group", ("article_id", "line_id", "part", "role", "number"),
    (OF_ARTICLE, (("article_id", "actor_id"), "actors")), _parties,
    (
        ARTICLE_ID, _LINE, _PART,
        Column("role", "string", "The actor's part", "speaker | audience | source | target | holder | planner | member", lambda _, x: x.role),
        _NUMBER,
        Column("actor_id", "string", "Id of the actor", "an actor_id of the same article", lambda _, x: x.to),
    ),
)  # fmt: skip

GROUNDS = Table(
    "grounds", "One row a ground: who vouches for an event, or what a position, dispute or plan rests on", ("article_id", "line_id", "part", "role", "number"),
    (OF_ARTICLE,), _grounds,
    (
        ARTICLE_ID, _LINE, _PART,
        Column("role", "string", "What kind of ground", "asserted_by (of an event) | basis", lambda _, x: x.role),
        _NUMBER,
        Column("ground_id", "string", "What it rests on", "narrator, or a statement_id or event_id of the same article", lambda _, x: x.to),
    ),
)  # fmt: skip

SPANS = Table(
    "spans", "One row a span: the exact words that a line of the record was read from", ("article_id", "line_id", "part", "role", "number"), (OF_ARTICLE,), _spans,
    (
        ARTICLE_ID, _LINE, _PART,
        Column("role", "string", "What the words tell", "source | cue | content | audience | said_on | trigger | target | date | place | dead | injured | arrested | issue | claim | plan", lambda _, x: x.role),
        _NUMBER,
        Column("field", "string", "Where the words stand", "text | title", lambda _, x: x.to.field),
        Column("start", "integer", "First character", "code points from 0 into the text or title", lambda _, x: x.to.start),
        Column("end", "integer", "Character after the last one", "code points from 0, exclusive", lambda _, x: x.to.end),
        Column("words", "string", "The words", "text", lambda _, x: x.to.words),
    ),
)  # fmt: skip
