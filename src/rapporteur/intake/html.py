"""One HTML page → Article or Rejected."""

from __future__ import annotations

from rapporteur.intake.article import Found, article_of, visible
from rapporteur.intake.charset import decode
from rapporteur.intake.dates import read_date
from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.record import Article, Rejected


def read_html(
    html: bytes,
    *,
    url: str | None = None,
    id: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    date: str | None = None,
    charset: str | None = None,
    source: str | None = None,
    came_in: bytes | None = None,
    flags: list[str] | None = None,
    limits: Limits = LIMITS,
) -> Article | Rejected:
    """The article of a page, or why it has none.

    What is given (`outlet`, `title`, `date`) stands over what the page says. `charset` is that of an
    HTTP header, `came_in` the bytes to hash where they are more than the page (a line of JSONL).
    """
    import trafilatura
    import htmldate

    source = source or url or "page"
    decoded = decode(html, source=source, declared=charset, limits=limits)
    if isinstance(decoded, Rejected):
        return decoded
    text = trafilatura.extract(decoded.text, url=url, fast=True, include_comments=False) or ""
    if not text:
        return Rejected(source, "no-article", "no running text")
    published = read_date(date) or htmldate.find_date(decoded.text, url=url, original_date=True)
    found = Found(
        paragraphs=[v for line in text.split("\n") if (v := visible(line))],
        title=title, outlet=outlet, published=published, url=url, flags=[*decoded.flags, *(flags or [])],
    )
    return article_of(found, html if came_in is None else came_in, id=id, limits=limits)
