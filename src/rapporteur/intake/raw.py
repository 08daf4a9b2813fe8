"""One raw scraped page as text → Article or Rejected."""

from __future__ import annotations

from rapporteur.intake.article import Found, article_of, visible
from rapporteur.intake.charset import decode
from rapporteur.intake.dates import read_date
from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.record import Article, Rejected


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
    flags: list[str] | None = None,
    limits: Limits = LIMITS,
) -> Article | Rejected:
    """The article of a page that was scraped as text, menus and all, or why it has none."""
    source = source or url or "page"
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    decoded = decode(data, source=source, declared=charset, limits=limits)
    if isinstance(decoded, Rejected):
        return decoded
    lines = [v for line in decoded.text.splitlines() if (v := visible(line))]
    if not lines:
        return Rejected(source, "empty", "nothing in it")
    found = Found(paragraphs=lines, title=title, outlet=outlet, published=read_date(date), url=url, flags=[*decoded.flags, *(flags or [])])
    return article_of(found, data, id=id, limits=limits)


def found_in(text, given, source, limits):
    raise NotImplementedError
