"""A position: an actor for or against a concrete proposal, policy or state of affairs."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from rapporteur.record.span import Span

Stance = Literal["for", "against", "conditional"]
STANCES: tuple[Stance, ...] = get_args(Stance)


class Position(msgspec.Struct, frozen=True):
    """Who (`actor`, the id of one) stands where (`stance`) on what is at stake (`issue`, in the article's words); `basis` are the ids of the
    statements or events it rests on."""

    id: str
    actor: str
    stance: Stance
    issue: str
    issue_spans: list[Span]
    basis: list[str]
    confidence: float
