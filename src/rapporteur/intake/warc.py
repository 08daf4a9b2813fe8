"""WARC and WARC.gz, as in CC-NEWS: the pages among the response records, and every record that could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from rapporteur.intake.compression import UnknownEncoding, decoded
from rapporteur.intake.guard import guarded
from rapporteur.intake.html import read_html
from rapporteur.intake.http_message import Response, parse
from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.intake.raw import read_raw_text
from rapporteur.intake.records import PAYLOADS, Broken, Record, records
from rapporteur.intake.streams import DamagedStream, Overgrown
from rapporteur.record import Article, Rejected

_HTML = ("text/html", "application/xhtml+xml", "application/xml", "text/xml", "")
_SNIFFED = re.compile(rb"\s*+(?:\xef\xbb\xbf)?\s*+(?:<!--|<\?xml|<!doctype|<html|<head|<body|<div|<p)", re.IGNORECASE)


class _Page(NamedTuple):
    body: bytes
    charset: str | None
    plain: bool = False


def read_warc(stream: BinaryIO, *, source: str, date: str | None = None, limits: Limits = LIMITS) -> Iterator[Article | Rejected]:
    """The article of each HTML response, or why there is none; what else answered is refused by name.

    Pages that were stored without their answer's head (resources), or as text (conversions, as in WET files), are read
    too. Requests, metadata, revisits and the file's own description are no inputs. A record that cannot be
    read is named, and reading goes on behind it; a file that ends too early gives what it held.
    """
    found = False
    for record in records(stream, limits):
        if isinstance(record, Broken):
            found = True
            yield Rejected(f"{source}@{record.offset}", record.reason, record.detail)
        elif record.kind in PAYLOADS:
            found = True
            yield _read(record, source, date, limits)
    if not found:
        yield Rejected(source, "empty", "no page in this archive")


def _read(record: Record, source: str, date: str | None, limits: Limits) -> Article | Rejected:
    url = record.url
    where = f"{source}#{url or record.offset}"
    page = _page(record, where, limits)
    if isinstance(page, Rejected):
        return page
    flags = ["truncated"] if record.truncated else []
    read = read_raw_text if page.plain else read_html
    return guarded(
        where, limits.page_seconds,
        lambda: read(page.body, url=url, charset=page.charset, source=where, date=date, flags=flags, limits=limits),
    )  # fmt: skip


def _page(record: Record, where: str, limits: Limits) -> _Page | Rejected:
    if record.url and (record.url.startswith(("dns:", "whois:")) or record.url.endswith("/robots.txt")):
        return Rejected(where, "refused", "no page: " + ("robots.txt" if record.url.endswith(".txt") else "a look-up"))
    if record.kind == "continuation":
        return Rejected(where, "refused", "a record in several pieces is not read")
    if record.kind != "response":
        return _stored(record, where)
    response = parse(record.block)
    if response is None:
        return Rejected(where, "damaged", "the record holds no HTTP response")
    if response.status != 200:
        return Rejected(where, "no-article", f"HTTP status {response.status}")
    try:
        body = decoded(response.body, response.headers.get("content-encoding"), limits)
    except Overgrown as fault:
        return Rejected(where, "too-large", str(fault))
    except DamagedStream as fault:
        return Rejected(where, "damaged", str(fault))
    except UnknownEncoding as fault:
        return Rejected(where, "refused", f"{fault} is not read")
    if not _is_html(response, body):
        return Rejected(where, "refused", f"{response.media_type or 'unnamed data'} is not read")
    if not body.strip():
        return Rejected(where, "empty", "the page has no content")
    return _Page(body, response.charset)


def _stored(record: Record, where: str) -> _Page | Rejected:
    """A page that stands in its record without the head of an answer."""
    if not record.block.strip():
        return Rejected(where, "empty", "the page has no content")
    if record.media in _HTML and record.media:
        return _Page(record.block, None)
    if record.media == "text/plain" and record.kind == "conversion":
        return _Page(record.block, "utf-8", plain=True)
    return Rejected(where, "refused", f"{record.media or 'unnamed data'} is not read")


def _is_html(response: Response, body: bytes) -> bool:
    if response.media_type.startswith("text/html") or response.media_type == "application/xhtml+xml":
        return True
    return response.media_type in _HTML and bool(_SNIFFED.match(body[:512]))
