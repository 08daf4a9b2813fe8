"""An Article put together from what was found: ids, hashes, extents, language."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import msgspec

from rapporteur.intake.dates import Day, given_day
from rapporteur.intake.extents import paragraphs_of, sentences_of
from rapporteur.intake.language import language_of
from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.record import Article

_ID_DIGITS = 16

# Characters that show nothing and break words in two when a reader copies or counts: zero-width marks, soft hyphens, controls.
_INVISIBLE = dict.fromkeys(
    [*range(0x00, 0x09), *range(0x0E, 0x20), 0x7F, *range(0x80, 0x85), *range(0x86, 0xA0), 0xAD, 0x200B, 0x2060, 0xFEFF, 0xFFFC]
)
_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


class Found(msgspec.Struct, kw_only=True):
    """What a page says about itself and its cleaned paragraphs."""

    paragraphs: list[str] = []
    title: str | None = None
    authors: list[str] = []
    published: Day | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    flags: list[str] = []


def dated(found: Found, date: str | None) -> Found:
    """`found` with the day that is given for it; an unreadable one is flagged."""
    if date:
        found.published = given_day(date)
        if found.published is None:
            found.flags.append("unread-date")
    return found


def _clock_flag(day: Day | None) -> list[str]:
    """A time of day whose offset the page leaves out is no part of an ISO date-time, and is not lost either."""
    return [f"local-time {day.clock}"] if day and day.clock else []


def visible(text: str) -> str:
    """One line of text as it is seen: composed characters, single spaces, nothing invisible."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text.translate(_INVISIBLE))).strip()


def sha256(data: bytes) -> str:
    """The SHA-256 of what came in."""
    return hashlib.sha256(data).hexdigest()


def article_of(found: Found, source: bytes, *, id: str | None, limits: Limits = LIMITS) -> Article:
    """The article of cleaned paragraphs; `source` is the bytes that it was read from."""
    return build(found, "\n\n".join(found.paragraphs), source, id=id, limits=limits)


def build(found: Found, text: str, source: bytes, *, id: str | None, limits: Limits = LIMITS) -> Article:
    """The article of a text that is kept as it is."""
    paragraphs = paragraphs_of(text)
    digest = sha256(source)
    return Article(
        id=id or digest[:_ID_DIGITS],
        url=found.url,
        outlet=found.outlet,
        title=found.title,
        authors=found.authors,
        published=found.published.value if found.published else None,
        language=language_of(text, found.language),
        text=text,
        paragraphs=paragraphs,
        sentences=sentences_of(text, paragraphs, longest=limits.sentence_chars),
        sha256=digest,
        text_sha256=sha256(text.encode("utf-8", "surrogatepass")),
        flags=sorted({*found.flags, *_clock_flag(found.published)}),
    )
