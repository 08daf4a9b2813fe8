"""A statement: words, thoughts or wishes that the article gives to somebody."""

from __future__ import annotations

from typing import Literal

import msgspec

from rapporteur.record.span import Span
from rapporteur.record.time import Time

Mode = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "say", "think", "want", "accuse", "deny", "promise", "threaten", "ask", "agree", "refuse",
    "support", "oppose", "warn", "order", "praise", "criticise", "decide", "rule", "expect", "know", "show",
]
Polarity = Literal["affirmed", "negated"]


class Statement(msgspec.Struct, frozen=True):
    """One attribution: who (`speakers`, `source`), by which words (`cue`), gives what (`content`) to whom (`audience`).

    `inside` is the id of the statement in whose content this one stands, None for the narrator's own.
    """

    id: str
    speakers: list[str]
    audience: list[str]
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    audience_spans: list[Span]
    mode: Mode
    act: Act
    polarity: Polarity
    said_on: Time | None
    inside: str | None
    confidence: float
