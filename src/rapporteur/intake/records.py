"""The records of a WARC file, plain or gzipped, with damage skipped over and told.

Readers of WARC end quietly at a file that is cut off and give up the rest at a damaged gzip member.
Here a record that does not arrive whole is named by its offset, and reading goes on at the next one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Literal, NamedTuple

from rapporteur.intake.limits import LIMITS, Limits

CHUNK = 256 * 1024
_START = re.compile(rb"WARC/\d\.\d\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_HEAD_BYTES = 64 * 1024
_MEMBER = b"\x1f\x8b\x08"
# A page may be compressed once more inside its record and has headers: room for both, in pages.
_SLACK = 2
_LOOK_BYTES, _MARK_BYTES = 4_096, 16
# The kinds of records that hold what was published; the others tell of the crawl.
PAYLOADS = frozenset({"response", "resource", "conversion", "continuation"})


class Record(NamedTuple):
    """One whole record; `truncated` where its writer says that it cut the payload, or the limit did.

    `media` is the type of its block, in lower case and without parameters.
    """

    kind: str
    url: str | None
    media: str
    block: bytes
    offset: int
    truncated: bool


class Broken(NamedTuple):
    """A record that is not whole, where it begins in the file, and why."""

    offset: int
    reason: Literal["damaged", "too-large"]
    detail: str


class _Damage(Exception):
    pass


def records(stream: BinaryIO, limits: Limits = LIMITS) -> Iterator[Record | Broken]:
    """The records in order; each piece of the file that is none gives one Broken."""
    file = _File(stream)
    head = file.peek(CHUNK).lstrip(b"\r\n")
    if _START.match(head) or (head.startswith(b"WARC/") and not begins_records(head)):
        yield from _framed(_Plain(file), limits)
    else:
        yield from _members(file, limits)


def begins_records(head: bytes) -> bool:
    """The first gzip member of these bytes that can be opened holds a WARC record: one before it may be damaged."""
    at = -1
    while (at := head.find(_MEMBER, at + 1)) >= 0:
        try:
            return _beginning(head[at:]).startswith(b"WARC/")
        except zlib.error:
            continue
    return False


def _beginning(member: bytes) -> bytes:
    """The first bytes in a gzip member; raises zlib.error where it is none."""
    return zlib.decompressobj(31).decompress(member[:_LOOK_BYTES], _MARK_BYTES)


class _File:
    """A stream with a window that can be looked into and given back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._window = b""
        self.offset = 0  # in the file, of the window's first byte
        self.exhausted = False

    def peek(self, size: int, start: int = 0) -> bytes:
        """The `size` bytes that begin `start` bytes on; fewer at the end."""
        while len(self._window) < start + size and not self.exhausted:
            data = self._stream.read(max(CHUNK, start + size - len(self._window)))
            self.exhausted = not data
            self._window += data
        return self._window[start : start + size]

    def skip(self, size: int) -> None:
        self._window = self._window[size:]
        self.offset += size

    def find(self, mark: bytes, start: int) -> bool:
        """Go to the next `mark` at least `start` bytes on; False, at the end, where there is none."""
        self.peek(start)
        self.skip(min(start, len(self._window)))
        while True:
            at = self.peek(CHUNK).find(mark)
            if at >= 0:
                self.skip(at)
                return True
            if self.exhausted:
                self.skip(len(self._window))
                return False
            self.skip(max(0, len(self._window) - len(mark) + 1))


def _members(file: _File, limits: Limits) -> Iterator[Record | Broken]:
    """Records of a file in which each is a gzip member of its own; several in one member are read too."""
    while file.peek(3):
        offset = file.offset
        if not file.peek(3).startswith(_MEMBER):
            if not file.peek(CHUNK).strip(b"\0"):
                file.skip(len(file.peek(CHUNK)))
                continue
            yield Broken(offset, "damaged", "no gzip member begins here")
            file.find(_MEMBER, 1)
            continue
        yield from _member(file, offset, limits)


def _member(file: _File, offset: int, limits: Limits) -> Iterator[Record | Broken]:
    """The records of one gzip member; the last is held back until the check sum is seen to be right."""
    reader = _Inflating(file, limits)
    held: Record | Broken | None = None
    try:
        try:
            for record in _framed(reader, limits, base=offset):
                if held is not None:
                    yield held
                held = record
        except _Damage:
            if held is not None:
                yield held
            raise
        reader.close()
        if held is not None:
            yield held
    except _Damage as damage:
        yield Broken(offset, "damaged", str(damage))
        _to_next_member(file)


def _to_next_member(file: _File) -> None:
    """To the next place that begins as a member and inflates to a record; the three bytes alone occur by chance."""
    while file.find(_MEMBER, 1):
        try:
            if _beginning(file.peek(_LOOK_BYTES)).startswith(b"WARC/"):
                return
        except zlib.error:
            pass


class _Plain:
    """The bytes of a file as they are."""

    def __init__(self, file: _File) -> None:
        self.file = file

    def head(self, size: int) -> bytes:
        return self.file.peek(size)

    def take(self, size: int) -> bytes:
        data = self.file.peek(size)
        self.file.skip(len(data))
        return data

    @property
    def offset(self) -> int:
        return self.file.offset


class _Inflating:
    """The bytes inside one gzip member; raises _Damage where they break off or are corrupt.

    A damaged member can inflate far into the next ones before it fails, so the file is not moved on
    until the member ends well, or is larger than any page.
    """

    def __init__(self, file: _File, limits: Limits) -> None:
        self._file = file
        self._kept = _SLACK * limits.page_bytes
        self._inflate = zlib.decompressobj(31)
        self._window = b""
        self._at = 0

    def head(self, size: int) -> bytes:
        while len(self._window) < size and not self._inflate.eof:
            self._window += self._more(size)
        return self._window[:size]

    def take(self, size: int) -> bytes:
        data = self.head(size)
        self._window = self._window[len(data) :]
        return data

    def close(self) -> None:
        """To the member's end, so that its check sum is looked at, and the file behind it."""
        while not self._inflate.eof:
            self._window = self._more(CHUNK)
        self._file.skip(self._at)

    def _more(self, size: int) -> bytes:
        given = self._file.peek(CHUNK, self._at)
        if not given:
            raise _Damage("truncated: the file ends inside a record")
        try:
            data = self._inflate.decompress(given, max(size, CHUNK))
        except zlib.error as fault:
            raise _Damage(f"the gzip member is damaged: {fault}") from fault
        left = len(self._inflate.unused_data) if self._inflate.eof else len(self._inflate.unconsumed_tail)
        self._at += len(given) - left
        if self._at > self._kept:
            self._file.skip(self._at)
            self._at = 0
        return data


def _framed(reader: _Plain | _Inflating, limits: Limits, *, base: int | None = None) -> Iterator[Record | Broken]:
    """The records of a run of bytes."""
    while True:
        while (head := reader.head(_HEAD_BYTES))[:1] in (b"\r", b"\n"):
            reader.take(len(head) - len(head.lstrip(b"\r\n")))
        if not head:
            return
        offset = reader.offset if base is None else base
        end = _HEAD_END.search(head)
        if not _START.match(head) or end is None:
            if isinstance(reader, _Inflating):
                raise _Damage("no WARC record begins here")
            cut = end is None and head.startswith(b"WARC/")
            yield Broken(offset, "damaged", "truncated: the file ends inside a record" if cut else "no WARC record begins here")
            if not reader.file.find(b"WARC/1.", 1):
                return
            continue
        yield _record(reader, head[: end.end()], offset, limits)


def _record(reader: _Plain | _Inflating, head: bytes, offset: int, limits: Limits) -> Record | Broken:
    fields = _fields(head)
    reader.take(len(head))
    size = int(fields["content-length"]) if fields.get("content-length", "").isdigit() else -1
    if size < 0:
        return Broken(offset, "damaged", "the record does not say its length")
    most = _SLACK * limits.page_bytes
    block = reader.take(min(size, most))
    left = size - len(block)
    while left > 0 and (more := reader.take(min(left, CHUNK))):
        left -= len(more)
    if left > 0:
        return Broken(offset, "damaged", "truncated: the file ends inside a record")
    kind = fields.get("warc-type", "").lower()
    if size > most and kind in PAYLOADS:
        return Broken(offset, "too-large", f"the record has {size:,} bytes")
    url = fields.get("warc-target-uri", "").strip("<>") or None
    media = fields.get("content-type", "").partition(";")[0].strip().lower()
    return Record(kind, url, media, block, offset, "warc-truncated" in fields)


def _fields(head: bytes) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), value.strip())
    return fields
