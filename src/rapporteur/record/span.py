"""A span: the exact words of an article that a line of the record was read from."""

from __future__ import annotations

import sys
from typing import Literal

import msgspec

Field = Literal["text", "title"]


class Span(msgspec.Struct, frozen=True, omit_defaults=True, rename={"field": "in"}):
    """Characters `start` to `end` (code points, end exclusive) of the article's text or title.

    `words` repeats what stands there, so that a record can be read without its article.
    In JSON `field` is called `in` and is left out where it is "text".
    """

    start: int
    end: int
    words: str
    field: Field = "text"

    def __post_init__(self) -> None:
        # msgspec knows a default by identity, not by value; another "text" (from a pickle, a table, a
        # slice) would be written out, and equal spans would give different bytes.
        msgspec.structs.force_setattr(self, "field", sys.intern(self.field))


def span_of(source: str, start: int, end: int, *, field: Field = "text") -> Span:
    """The span of `source` from `start` to `end`; `source` is the whole text or the whole title.

    Raises ValueError for an empty span or one that leaves the source.
    """
    if not 0 <= start < end <= len(source):
        raise ValueError(f"no span from {start} to {end} in {len(source)} characters")
    return Span(start, end, source[start:end], field)
