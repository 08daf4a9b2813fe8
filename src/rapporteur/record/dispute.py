"""A dispute: accounts of one fact that cannot all be true, or a source that rejects another's account."""

from __future__ import annotations

import msgspec

from rapporteur.record.span import Span


class Side(msgspec.Struct, frozen=True):
    """One account: what is claimed, the ids of the actors who hold it (none where the narrator or nobody named does), and the statements or
    events it rests on."""

    claim: str
    held_by: list[str]
    basis: list[str]
    spans: list[Span]


class Dispute(msgspec.Struct, frozen=True):
    """What is in question, and its two sides or more."""

    id: str
    question: str
    sides: list[Side]
    confidence: float
