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
from rapporteur.intake.records import Broken, Record, records
from rapporteur.intake.streams import DamagedStream, Overgrown
from rapporteur.record import Article, Rejected

_HTML = ("text/html", "application/xhtml+xml", "application/xml", "text/xml", "")
_SNIFFED = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--|<\?xml|<!doctype|<html|<head|<body|<div|<p)", re.IGNORECASE)


class _Page(NamedTuple):
    body: bytes
    charset: str | None


def read_warc(stream: BinaryIO, *, source: str, date: str | None = None, limits: Limits = LIMITS) -> Iterator[Article | Rejected]:
    """The article of each HTML response, or why there is none; what else answered is refused by name.

    Requests, metadata, revisits and the file's own description are no inputs. A record that cannot be
    read is named, and reading goes on behind it; a file that ends too early gives what it held.
    """
    for record in records(stream, limits):
        if isinstance(record, Broken):
            yield Rejected(f"{source}@{record.offset}", record.reason, record.detail)
        elif record.kind == "response":
            yield _read(record, source, date, limits)


def _read(record: Record, source: str, date: str | None, limits: Limits) -> Article | Rejected:
    url = record.url
    where = f"{source}#{url or record.offset}"
    page = _page(record, where, limits)
    if isinstance(page, Rejected):
        return page
    flags = ["truncated"] if record.truncated else []
    return guarded(
        where, limits.page_seconds,
        lambda: read_html(page.body, url=url, charset=page.charset, source=where, date=date, flags=flags, limits=limits),
    )  # fmt: skip


def _page(record: Record, where: str, limits: Limits) -> _Page | Rejected:
    if record.url and (record.url.startswith(("dns:", "whois:")) or record.url.endswith("/robots.txt")):
        return Rejected(where, "refused", "no page: " + ("robots.txt" if record.url.endswith(".txt") else "a look-up"))
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


def _is_html(response: Response, body: bytes) -> bool:
    if response.media_type.startswith("text/html") or response.media_type == "application/xhtml+xml":
        return True
    return response.media_type in _HTML and bool(_SNIFFED.match(body[:512]))
