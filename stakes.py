"""The tables of positions, disputes and plans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapporteur.exchange import stakes
from rapporteur.exchange.tables.column import ARTICLE_ID, CONFIDENCE, OF_ARTICLE, SEVERAL, Column, Table, place_columns, time_columns
from rapporteur.record import Record


class _Account(NamedTuple):
    dispute: stakes.Dispute
    number: int
    side: stakes.Side

    @property
    def confidence(self) -> float:
        return self.dispute.confidence


def _accounts(record: Record) -> Iterator[_Account]:
    return (_Account(dispute, n, side) for dispute in stakes.disputes(record) for n, side in enumerate(dispute.sides, 1))


POSITIONS = Table(
    "positions", "One row a position: who is for or against what", ("article_id", "position_id"),
    (OF_ARTICLE, (("article_id", "actor_id"), "actors")), stakes.positions,
    (
        ARTICLE_ID,
        Column("position_id", "string", "Id of the position, unique within its article", "text", lambda _, p: p.id),
        Column("actor_id", "string", "Id of the actor who holds it", "an actor_id of the same article", lambda _, p: p.actor),
        Column("actor", "string", "Who holds it", "name", lambda c, p: c.actors[p.actor].name),
        Column("stance", "string", "Where the actor stands", "for | against | conditional", lambda _, p: p.stance),
        Column("issue", "string", "What is at stake, in the article's words", "text", lambda _, p: p.issue),
        CONFIDENCE,
    ),
)  # fmt: skip

DISPUTES = Table(
    "disputes", "One row a side of a dispute: accounts of one fact that cannot all be true", ("article_id", "dispute_id", "side"), (OF_ARTICLE,), _accounts,
    (
        ARTICLE_ID,
        Column("dispute_id", "string", "Id of the dispute, unique within its article", "text", lambda _, a: a.dispute.id),
        Column("question", "string", "What is in question", "text", lambda _, a: a.dispute.question),
        Column("side", "integer", "Number of the side", "from 1 for each dispute", lambda _, a: a.number),
        Column("claim", "string", "What this side claims", "text", lambda _, a: a.side.claim),
        Column("held_by", "string", "Who claims it", f"names; {SEVERAL}; empty where the narrator or nobody named does; ids are in parties", lambda c, a: c.names(a.side.held_by)),
        CONFIDENCE,
    ),
)  # fmt: skip

PLANS = Table(
    "plans", "One row a plan: what is announced, scheduled or expected as of the article's day", ("article_id", "plan_id"), (OF_ARTICLE,), stakes.plans,
    (
        ARTICLE_ID,
        Column("plan_id", "string", "Id of the plan, unique within its article", "text", lambda _, p: p.id),
        Column("what", "string", "What is to happen", "text", lambda _, p: p.what),
        Column("who", "string", "Who is to do it", f"names; {SEVERAL}; ids are in parties", lambda c, p: c.names(p.who)),
        *time_columns("when", "it is to happen", lambda p: p.when),
        *place_columns(lambda p: p.place),
        CONFIDENCE,
    ),
)  # fmt: skip
