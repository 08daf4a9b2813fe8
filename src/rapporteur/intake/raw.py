"""One raw scraped page as text → Article or Rejected."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.intake.article import Found, article_of, dated
from rapporteur.intake.charset import decode
from rapporteur.intake.furniture import cleaned
from rapporteur.intake.guard import guarded
from rapporteur.intake.judge import chances
from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.intake.raw_head import read_head
from rapporteur.intake.raw_lines import lines_of
from rapporteur.intake.selection import selected
from rapporteur.intake.verdict import verdict
from rapporteur.record import Article, Rejected

# However many there are, they say no more than one: without them the bound on lines is one on lines of text.
_BLANK_LINES = re.compile(r"[\r\n](?:[^\S\r\n]*+[\r\n]){2,}+")


def read_raw_text(
    data: bytes | str,
    *,
    id: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    date: str | None = None,
    charset: str | None = None,
    source: str | None = None,
    flags: Sequence[str] = (),
    limits: Limits = LIMITS,
) -> Article | Rejected:
    """The article of a page that was scraped as text, menus and all, or why it has none.

    What is given (`outlet`, `title`, `date`) stands over what the page says.
    """
    source = source or url or "page"
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    given = dated(Found(title=title, outlet=outlet, url=url, flags=list(flags)), date)
    if len(data) > limits.page_bytes:
        given.flags.append("truncated")

    def work() -> Article | Rejected:
        decoded = decode(data[: limits.page_bytes], source=source, declared=charset, limits=limits)
        if isinstance(decoded, Rejected):
            return decoded
        given.flags += decoded.flags
        found = found_in(decoded.text, given, source, limits)
        return found if isinstance(found, Rejected) else article_of(found, data, id=id, limits=limits)

    return guarded(source, limits.page_seconds, work)


def found_in(text: str, given: Found, source: str, limits: Limits = LIMITS) -> Found | Rejected:
    """The article in the visible text of a page."""
    lines, more = lines_of(_BLANK_LINES.sub("\n\n", text), most=limits.page_lines)
    if more:
        given.flags.append("truncated")
    if not lines:
        return Rejected(source, "empty", "nothing in it")
    kept = selected([line.text for line in lines], chances([line.text for line in lines]))
    head = read_head(lines, kept)
    title = given.title or head.title
    paragraphs = cleaned([line.text for i, line in enumerate(lines) if kept[i] and i not in head.lines], title=title)
    if fault := verdict(paragraphs, title):
        return Rejected(source, *fault)
    return Found(
        paragraphs=paragraphs, title=title, authors=head.authors, published=given.published or head.published,
        outlet=given.outlet or head.outlet, url=given.url, flags=given.flags,
    )  # fmt: skip


