"""What came in: an article, or the reason why there is none."""

from __future__ import annotations

from typing import Literal

import msgspec

RejectionReason = Literal[
    "damaged",  # bytes that cannot be read as what they claim to be
    "empty",  # nothing there
    "error",  # an unforeseen fault while reading; the detail names it
    "index",  # a page that lists articles
    "no-article",  # a page without running text: video, gallery, error page, form
    "not-english",  # `read` reads English only
    "not-found",  # no such file, or the address does not answer
    "refused",  # an address that must not be asked, or a kind of file that is not read
    "too-large",
    "too-slow",
]


class Extent(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of `Article.text`, end exclusive."""

    start: int
    end: int


class Article(msgspec.Struct, frozen=True):
    """One news article, cleaned.

    `text` is the body without the title; every offset of the record counts its code points.
    `published` is an ISO date, or a date-time with its offset where the page gives one.
    `language` is an ISO 639-1 code. `sha256` is of the bytes that came in, `text_sha256` of `text` in UTF-8.
    `flags` names what was odd about the input ("truncated", "replaced-characters", "clean-text", ...).
    """

    id: str
    url: str | None
    outlet: str | None
    title: str | None
    authors: list[str]
    published: str | None
    language: str | None
    text: str
    paragraphs: list[Extent]
    sentences: list[Extent]
    sha256: str
    text_sha256: str
    flags: list[str] = []


class Rejected(msgspec.Struct, frozen=True):
    """An input that gives no article: where it came from and why."""

    source: str
    reason: RejectionReason
    detail: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}: {self.detail}"
