"""What intake takes in at most: one table of settings, each with its default and its help."""

from __future__ import annotations

from typing import Annotated, NamedTuple, get_type_hints

import msgspec
from msgspec import Meta

MIB = 1 << 20


class Limits(msgspec.Struct, frozen=True):
    """Bounds on size, time and number. The unit is the end of each name."""

    # Common Crawl cuts pages at 5 MB since 2025-03; a larger page was never in the field's corpora.
    page_bytes: Annotated[int, Meta(description="largest page, feed entry or JSONL line that is read whole")] = 5 * MIB
    feed_bytes: Annotated[int, Meta(description="largest feed")] = 10 * MIB
    feed_entries: Annotated[int, Meta(description="entries of one feed that are read")] = 5_000
    feed_seconds: Annotated[float, Meta(description="time to take one feed apart; a slower feed is rejected")] = 15.0
    line_bytes: Annotated[int, Meta(description="longest line of JSONL")] = 16 * MIB
    # A bomb of 10 KB may not become more than this many times its size, nor more than the page limit.
    expansion_ratio: Annotated[int, Meta(description="decompressed bytes per compressed byte of one page")] = 200
    page_seconds: Annotated[float, Meta(description="time for one page; a slower page is rejected")] = 5.0
    # lxml stops at about 255 nested elements and then returns an empty text without an error.
    nesting_depth: Annotated[int, Meta(description="nested elements before a page is read as plain text")] = 200
    # Parsers are quadratic in the attributes of one tag: 60,000 take 8 s.
    tag_attributes: Annotated[int, Meta(description="attributes of one start tag; the rest is cut")] = 256
    tag_bytes: Annotated[int, Meta(description="bytes of one start tag; the rest is cut")] = 64 * 1024
    page_tags: Annotated[int, Meta(description="tags of one page before it is read as plain text")] = 40_000
    page_lines: Annotated[int, Meta(description="lines of a scraped text that are looked at")] = 8_000
    replaced_share: Annotated[float, Meta(description="share of unreadable characters above which a page is damaged")] = 0.01
    sentence_chars: Annotated[int, Meta(description="longest sentence; a longer one is split")] = 2_000
    redirects: Annotated[int, Meta(description="redirects that are followed for one address")] = 5
    web_seconds: Annotated[float, Meta(description="time for one address, redirects included")] = 10.0


class Setting(NamedTuple):
    """A row of the table, for documentation."""

    name: str
    default: float
    help: str


LIMITS = Limits()


def settings() -> list[Setting]:
    """The table of limits: name, default, help."""
    hints = get_type_hints(Limits, include_extras=True)
    return [Setting(name, getattr(LIMITS, name), hints[name].__metadata__[0].description) for name in Limits.__struct_fields__]
