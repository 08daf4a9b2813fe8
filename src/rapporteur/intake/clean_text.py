"""Text that is clean already: kept code point for code point."""

from __future__ import annotations

from rapporteur.intake.article import Found, build, dated
from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.record import Article


def read_clean_text(
    text: str,
    *,
    id: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    date: str | None = None,
    source: bytes | None = None,
    limits: Limits = LIMITS,
) -> Article:
    """The article of a text that needs no cleaning, of whatever length, form and language.

    `source` is the bytes that it came in, where they are more than the text itself.
    """
    found = dated(Found(title=title, outlet=outlet, url=url, flags=["clean-text"]), date)
    return build(found, text, text.encode("utf-8", "surrogatepass") if source is None else source, id=id, limits=limits)
