"""Sources in, articles and rejections out, in the order of the sources."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from rapporteur.intake.guard import guarded
from rapporteur.intake.html import read_html
from rapporteur.intake.jsonl import read_jsonl
from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.intake.raw import read_raw_text
from rapporteur.intake.sniff import HEAD_BYTES, Kind, sniff
from rapporteur.intake.streams import DamagedStream, Gunzipped, Overgrown, read_bounded, with_head
from rapporteur.record import Article, Rejected

Outcomes = Iterator[Article | Rejected]

_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]{1,20})://")


def read_sources(
    sources: Iterable[str | os.PathLike[str]],
    *,
    limits: Limits = LIMITS,
    stdin: BinaryIO | None = None,
    date: str | None = None,
) -> Outcomes:
    """What each source gives: an Article for each article in it, a Rejected for whatever is none.

    A source is a file, a folder (all files below it, sorted, hidden ones left out), an http(s) address,
    or "-" for standard input. What it holds is found out from its bytes. `date` stands over the dates
    that the pages give. Nothing is lost without a line; no fault in one source ends the others.
    """
    for source in map(os.fspath, sources):
        yield from _told(source, _read_source(source, limits, stdin, date))


def _told(source: str, outcomes: Outcomes) -> Outcomes:
    """The outcomes of one source; a fault that ends them is the last."""
    try:
        yield from outcomes
    except Overgrown as fault:
        yield Rejected(source, "too-large", str(fault))
    except DamagedStream as fault:
        yield Rejected(source, "damaged", str(fault))
    except OSError as fault:
        yield Rejected(source, "not-found", fault.strerror or str(fault))
    except Exception as fault:
        yield Rejected(source, "error", f"{type(fault).__name__}: {fault}"[:300])


def _read_source(source: str, limits: Limits, stdin: BinaryIO | None, date: str | None) -> Outcomes:
    if source == "-":
        yield from read_stream(stdin or sys.stdin.buffer, source="-", date=date, limits=limits)
    elif scheme := _SCHEME.match(source):
        yield from _read_address(source, scheme[1].lower(), limits, date)
    elif os.path.isdir(source):
        yield from _read_folder(source, limits, date)
    else:
        yield from _read_file(source, limits, date)


def _read_address(source: str, scheme: str, limits: Limits, date: str | None) -> Outcomes:
    from rapporteur.intake.web import fetch

    if scheme not in ("http", "https"):
        yield Rejected(source, "refused", f"{scheme} addresses are not asked, only http and https")
        return
    page = fetch(source, limits=limits)
    if isinstance(page, Rejected):
        yield page
    else:
        yield from read_stream(io.BytesIO(page.body), source=source, url=page.url, charset=page.charset, date=date, limits=limits)


def _read_folder(folder: str, limits: Limits, date: str | None) -> Outcomes:
    found = files_below(folder)
    for file in found:
        yield from [file] if isinstance(file, Rejected) else read_sources([file], limits=limits, date=date)
    if not found:
        yield Rejected(folder, "empty", "no files in this folder")


def files_below(folder: str) -> list[str | Rejected]:
    """The files of a folder and of those below it in the order of their names, hidden ones left out; first the folders
    that cannot be looked into.

    Links to folders are followed, each folder once though links may lead back to it.
    """
    closed: list[str | Rejected] = []
    files: list[Path] = []
    seen: set[str] = set()

    def tell(fault: OSError) -> None:
        closed.append(Rejected(str(fault.filename or folder), "not-found", fault.strerror or str(fault)))

    for root, folders, names in os.walk(folder, onerror=tell, followlinks=True):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        real = os.path.realpath(root)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        files += [Path(root, name) for name in names if not name.startswith(".")]
    return closed + [str(path) for path in sorted(files, key=lambda p: p.parts)]


def _read_file(source: str, limits: Limits, date: str | None) -> Outcomes:
    if os.path.exists(source) and not os.path.isfile(source):
        yield Rejected(source, "refused", "neither a file nor a folder")
        return
    with open(source, "rb") as stream:
        yield from read_stream(stream, source=source, date=date, limits=limits)


def read_stream(
    stream: BinaryIO,
    *,
    source: str,
    url: str | None = None,
    charset: str | None = None,
    date: str | None = None,
    limits: Limits = LIMITS,
) -> Outcomes:
    """What the bytes of one source give. `source` names them, and its ending is a hint to their kind."""
    yield from _told(source, _read_stream(stream, source, url, charset, date, limits))


def _read_stream(stream: BinaryIO, source: str, url: str | None, charset: str | None, date: str | None, limits: Limits) -> Outcomes:
    head, stream = with_head(stream, HEAD_BYTES)
    kind = sniff(head, name=source)
    if kind.format == "gzip":
        kind, stream = _inside_gzip(head, stream, source, limits)
    match kind.format:
        case "empty":
            yield Rejected(source, "empty", "nothing in it")
        case "gzip":
            yield Rejected(source, "refused", "gzip in gzip")
        case "other":
            yield Rejected(source, "refused", f"{kind.name} is not read")
        case "jsonl":
            yield from read_jsonl(stream, source=source, date=date, limits=limits)
        case "warc":
            from rapporteur.intake.warc import read_warc

            yield from read_warc(stream, source=source, date=date, limits=limits)
        case "feed":
            from rapporteur.intake.feeds import read_feed

            data, more = read_bounded(stream, limits.feed_bytes)
            yield from read_feed(data, source=source, truncated=more, date=date, limits=limits)
        case "html" | "raw":
            yield _read_page(kind, stream, source, url, charset, date, limits)


def _inside_gzip(head: bytes, stream: BinaryIO, source: str, limits: Limits) -> tuple[Kind, BinaryIO]:
    """What a gzip stream holds, and the stream for it: a WARC's stays compressed, its members are its records."""
    from rapporteur.intake.records import begins_records

    if begins_records(head):
        return Kind("warc"), stream
    inner_head, unzipped = with_head(io.BufferedReader(Gunzipped(stream, limits)), HEAD_BYTES)
    return sniff(inner_head, name=source.removesuffix(".gz")), unzipped


def _read_page(
    kind: Kind, stream: BinaryIO, source: str, url: str | None, charset: str | None, date: str | None, limits: Limits
) -> Article | Rejected:
    data, more = read_bounded(stream, limits.page_bytes)
    flags = ["truncated"] if more else []
    read = read_html if kind.format == "html" else read_raw_text
    return guarded(
        source,
        limits.page_seconds,
        partial(read, data, source=source, url=url, charset=charset, date=date, flags=flags, limits=limits),
    )
