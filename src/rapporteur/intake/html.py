"""One HTML page → Article or Rejected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rapporteur.intake.article import Found, article_of, dated
from rapporteur.intake.body import bodies_of
from rapporteur.intake.charset import decode
from rapporteur.intake.furniture import cleaned
from rapporteur.intake.guard import guarded
from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.intake.linked_data import paragraphs_in
from rapporteur.intake.markup import shown_text, tame
from rapporteur.intake.metadata import Facts, address_of, authors_of, facts_of, outlet_of, title_of
from rapporteur.intake.page_dates import published_on
from rapporteur.intake.verdict import verdict
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
    flags: Sequence[str] = (),
    limits: Limits = LIMITS,
) -> Article | Rejected:
    """The article of a page, or why it has none.

    What is given (`outlet`, `title`, `date`) stands over what the page says. `charset` is that of an
    HTTP header, `came_in` the bytes to hash where they are more than the page (a line of JSONL).
    A page that takes too long, or fails in a way that nobody foresaw, is rejected by that name.
    """
    source = source or url or "page"
    given = dated(Found(title=title, outlet=outlet, url=url, flags=list(flags)), date)
    came_in = html if came_in is None else came_in

    def work() -> Article | Rejected:
        found = _found(html, given, charset, source, limits)
        return found if isinstance(found, Rejected) else article_of(found, came_in, id=id, limits=limits)

    return guarded(source, limits.page_seconds, work)


def _found(html: bytes, given: Found, charset: str | None, source: str, limits: Limits) -> Found | Rejected:
    if len(html) > limits.page_bytes:
        html = html[: limits.page_bytes]
        given.flags.append("truncated")
    decoded = decode(html, source=source, declared=charset, limits=limits)
    if isinstance(decoded, Rejected):
        return decoded
    if not decoded.text.strip():
        return Rejected(source, "empty", "nothing in it")
    page = tame(decoded.text, limits)
    given.flags += [*decoded.flags, *page.flags]
    root = None if page.plain else _parsed(page.text)
    if root is None:
        return _as_plain_text(page.text, given, source, limits)
    facts = facts_of(root)
    return _judged(_filled(given, facts, root, page.text), root, page.text, facts, source)


def page_day(html: bytes, *, url: str | None = None, limits: Limits = LIMITS) -> str | None:
    """The day on which a page was published, be there an article in it or not; ISO, None where it says none."""
    decoded = decode(html[: limits.page_bytes], source=url or "page", limits=limits)
    if isinstance(decoded, Rejected):
        return None
    page = tame(decoded.text, limits)
    root = None if page.plain else _parsed(page.text)
    day = None if root is None else published_on(facts_of(root), root, url, page.text)
    return day.value if day else None


def _judged(found: Found, root: Any, text: str, facts: Facts, source: str) -> Found | Rejected:
    faults = []
    for body in bodies_of(facts.blocks, root, text, found.url, paragraphs_in(facts.linked)):
        found.paragraphs = cleaned(body, title=found.title)
        fault = verdict(found.paragraphs, found.title, linked_headlines=_linked_headlines(root), declared=_declared(facts))
        if fault is None:
            return found
        faults.append(fault)
    return Rejected(source, *faults[0])


def _linked_headlines(root: Any) -> int:
    headings = root.iter("h2", "h3", "h4")
    return sum(1 for h in headings if h.find(".//a") is not None or (h.getparent() is not None and h.getparent().tag == "a"))


def _declared(facts: Facts) -> str | None:
    """The kind of page: an index may carry the linked data of the many articles that it lists."""
    return "article" if 1 <= len(facts.linked) <= 2 else facts.meta("og:type")


def tree_of(text: str) -> Any:
    """The tree of a piece of HTML after a look at what it would cost; None where it has none or costs too much."""
    page = tame(text)
    return None if page.plain else _parsed(page.text)


def _parsed(text: str) -> Any:
    """The tree of a page; None where there is none to build."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _filled(given: Found, facts: Facts, root: Any, text: str) -> Found:
    url = given.url or address_of(facts)
    outlet = given.outlet or outlet_of(facts, url)
    return Found(
        title=given.title or title_of(facts, outlet, url),
        authors=authors_of(facts, root, outlet),
        published=given.published or published_on(facts, root, url, text),
        outlet=outlet,
        url=url,
        language=facts.language,
        flags=given.flags,
    )


def _as_plain_text(text: str, given: Found, source: str, limits: Limits) -> Found | Rejected:
    """A page whose tree would cost too much, or has none: its text, cleaned as that of a raw page."""
    from rapporteur.intake.raw import found_in

    return found_in(shown_text(text), given, source, limits)
