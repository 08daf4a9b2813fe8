"""JSONL: one object a line, with `text` or `html`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from rapporteur.intake.clean_text import read_clean_text
from rapporteur.intake.html import read_html
from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.record import Article, Rejected


class _Line(msgspec.Struct):
    text: str | None = None
    html: str | None = None
    id: str | int | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    date: str | None = None


def read_jsonl(stream: BinaryIO, *, source: str, date: str | None = None, limits: Limits = LIMITS) -> Iterator[Article | Rejected]:
    """The article of each line, or why there is none; blank lines are no lines. `date` stands over the lines' own."""
    number = 0
    while line := stream.readline(limits.line_bytes + 1):
        number += 1
        where = f"{source}:{number}"
        if len(line) > limits.line_bytes:
            yield Rejected(where, "too-large", f"the line has more than {limits.line_bytes:,} bytes")
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.line_bytes)
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield read_line(line, source=where, date=date, limits=limits)


def read_line(line: bytes, *, source: str, date: str | None = None, limits: Limits = LIMITS) -> Article | Rejected:
    """The article of one line; a `text` is kept as it is, an `html` is cleaned."""
    given = _parsed(line.strip(b" \t\r\n").removeprefix(b"\xef\xbb\xbf"), source)
    if isinstance(given, Rejected):
        return given
    id = None if given.id is None else str(given.id)
    stated = {"url": given.url, "outlet": given.outlet, "title": given.title, "date": date or given.date}
    if given.text is not None:
        return read_clean_text(given.text, id=id, source=line.rstrip(b"\r\n"), limits=limits, **stated)
    assert given.html is not None
    return read_html(given.html.encode("utf-8"), id=id, source=source, limits=limits, came_in=line.rstrip(b"\r\n"), **stated)


def _parsed(line: bytes, source: str) -> _Line | Rejected:
    try:
        given = msgspec.json.decode(line, type=_Line)
    except UnicodeDecodeError as fault:
        return Rejected(source, "damaged", f"not UTF-8: {fault.reason} at byte {fault.start}")
    except (msgspec.DecodeError, RecursionError) as fault:
        return Rejected(source, "damaged", f"no JSON object of an article: {fault}")
    if given.text is None and given.html is None:
        return Rejected(source, "empty", "neither text nor html")
    return given
