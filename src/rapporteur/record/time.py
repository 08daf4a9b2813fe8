"""A time as the news gives it: an interval of days with its precision and its relation."""

from __future__ import annotations

from typing import Literal

import msgspec

from rapporteur.record.span import Span

Precision = Literal["hour", "day", "week", "month", "season", "quarter", "year", "decade"]
Relation = Literal["on", "by", "since", "until", "about", "before", "after"]


class Time(msgspec.Struct, frozen=True):
    """Both ends are ISO dates and inclusive; an open end is None."""

    start: str | None
    end: str | None
    precision: Precision
    relation: Relation
    span: Span | None = None
