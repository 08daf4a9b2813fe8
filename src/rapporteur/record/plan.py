"""A plan: an announced, scheduled or expected event, as of the article's day."""

from __future__ import annotations

import msgspec

from rapporteur.record.event import Place
from rapporteur.record.span import Span
from rapporteur.record.time import Time


class Plan(msgspec.Struct, frozen=True):
    """What is to happen, by whom, when and where as far as is said; `basis` are the ids of the statements or events it rests on."""

    id: str
    what: str
    who: list[str]
    when: Time | None
    place: Place | None
    basis: list[str]
    spans: list[Span]
    confidence: float
