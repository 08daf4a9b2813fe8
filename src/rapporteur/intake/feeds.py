"""RSS and Atom: each entry that carries its article whole; nothing is fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from rapporteur.intake.article import Found, article_of, visible
from rapporteur.intake.authors import people
from rapporteur.intake.dates import given_day, read_day
from rapporteur.intake.dom import page_blocks
from rapporteur.intake.furniture import cleaned
from rapporteur.intake.guard import guarded
from rapporteur.intake.html import tree_of
from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.intake.verdict import count_words, is_running, verdict
from rapporteur.record import Article, Rejected

_ENTITY = re.compile(rb"<!(?:DOCTYPE[^>]{0,2000}\[|ENTITY)", re.IGNORECASE)
_START_TAG = re.compile(rb"<[A-Za-z][^<>]*+")
_ENTRY_END = re.compile(rb"</(?:item|entry)\s{0,9}>", re.IGNORECASE)
_CLOSING = ((b"<feed", b"</feed>"), (b"<rdf:RDF", b"</rdf:RDF>"), (b"", b"</channel></rss>"))
# A summary is a sentence or three; an article that is told in full has more.
_FULL_WORDS = 90
_MOST_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|read more|continue reading|\[&hellip;\])\W*$", re.IGNORECASE)


def read_feed(
    data: bytes, *, source: str, truncated: bool = False, date: str | None = None, limits: Limits = LIMITS
) -> Iterator[Article | Rejected]:
    """The article of each entry, in the feed's order; an entry that only sums its article up is rejected with its link.

    `truncated` says that `data` is the beginning of a larger feed: what it holds is read, the loss is told.
    """
    markup = _markup_of(data)
    if _ENTITY.search(markup):
        yield Rejected(source, "refused", "a feed that defines entities of its own")
        return
    if _overgrown(markup, limits):
        yield Rejected(source, "refused", f"a feed with a tag of more than {limits.tag_bytes:,} bytes")
        return
    if truncated:
        yield Rejected(source, "too-large", f"the feed has more than {limits.feed_bytes:,} bytes; what follows them is not read")
    data, beyond = _bounded(data, truncated, limits)
    feed = guarded(source, limits.feed_seconds, lambda: _parsed(data))
    if isinstance(feed, Rejected):
        yield feed
        return
    entries = feed.entries
    if not entries:
        yield Rejected(source, "damaged" if feed.bozo else "empty", "no entries in this feed")
    outlet = " ".join(_paragraphs(feed.feed.get("title") or "")) or None
    for number, entry in enumerate(entries, start=1):
        where = f"{source}#{entry.get('link') or number}"
        yield guarded(where, limits.page_seconds, lambda entry=entry, where=where: _read(entry, where, outlet, feed, date, limits))
    if beyond:
        yield Rejected(source, "too-large", f"{beyond:,} entries beyond the first {limits.feed_entries:,} are not read")


def _markup_of(data: bytes) -> bytes:
    """The feed without the texts that it marks as such: a page in an entry may have what no feed has."""
    first, *pieces = data.split(b"<![CDATA[")
    return first + b"".join(piece.partition(b"]]>")[2] for piece in pieces)


def _overgrown(data: bytes, limits: Limits) -> bool:
    """Some start tag is longer than any of a feed: the parser is quadratic in its attributes."""
    return any(match.end() - match.start() > limits.tag_bytes for match in _START_TAG.finditer(data))


def _bounded(data: bytes, truncated: bool, limits: Limits) -> tuple[bytes, int]:
    """The feed's first entries as a whole feed, and how many there are beyond the limit.

    A feed that breaks off sends the parser to its slow way for broken markup, so the last whole entry ends it.
    """
    ends = [match.end() for match in _ENTRY_END.finditer(data)]
    beyond = max(0, len(ends) - limits.feed_entries)
    if not ends or not (beyond or truncated):
        return data, 0
    closing = next(tags for mark, tags in _CLOSING if mark in data[: ends[0]])
    return data[: ends[-1 - beyond]] + closing, beyond


def _parsed(data: bytes) -> Any:
    import feedparser

    # a stream, never bytes or a string: those could be taken for an address or a file's name
    return feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)


def _read(entry: Any, where: str, outlet: str | None, feed: Any, date: str | None, limits: Limits) -> Article | Rejected:
    full = max((c.get("value") or "" for c in entry.get("content") or []), key=len, default="")
    body = full if len(full) >= len(entry.get("summary") or "") else entry.get("summary") or ""
    title = " ".join(_paragraphs(entry.get("title") or "")) or None
    link = entry.get("link") or None
    paragraphs = cleaned(_paragraphs(body), title=title)
    words = sum(count_words(p) for p in paragraphs if is_running(p))
    if words == 0:
        return Rejected(where, "no-article", f"no text: {link or title or 'an entry without a link'}")
    if (not full and words < _FULL_WORDS) or (_MOST_CUT.search(paragraphs[-1]) and words < 2 * _FULL_WORDS):
        return Rejected(where, "no-article", f"summary only: {link or title or 'an entry without a link'}")
    if fault := verdict(paragraphs, title):
        return Rejected(where, *fault)
    found = Found(
        paragraphs=paragraphs, title=title, url=link, outlet=_outlet(entry) or outlet,
        authors=people([a.get("name") or "" for a in entry.get("authors") or []], outlet=outlet),
        published=given_day(date or "") or next((day for name in ("published", "created", "updated") if (day := read_day(entry.get(name)))), None),
        language=entry.get("language") or feed.feed.get("language"),
    )  # fmt: skip
    return article_of(found, body.encode("utf-8", "surrogatepass"), id=None, limits=limits)


def _outlet(entry: Any) -> str | None:
    """An aggregator's entry names where it comes from."""
    return visible((entry.get("source") or {}).get("title") or "") or None


def _paragraphs(body: str) -> list[str]:
    if "<" not in body:
        return [p for line in unescape(body).splitlines() if (p := visible(line))]
    root = tree_of(body)
    return [] if root is None else [block.text for block in page_blocks(root)]
