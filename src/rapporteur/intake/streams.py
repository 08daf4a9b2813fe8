"""Binary streams that are read from the front once, with bounds: a head to look at, gzip undone."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from rapporteur.intake.limits import LIMITS, Limits

CHUNK = 64 * 1024


class Overgrown(Exception):
    """What comes out is larger than it may be."""


class DamagedStream(Exception):
    """Compressed data that does not decompress to its end."""


class _Source(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def with_head(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """The first `size` bytes, and a stream that begins with them again."""
    head = bytearray()
    while len(head) < size and (data := stream.read(size - len(head))):
        head += data
    return bytes(head), io.BufferedReader(_Source(bytes(head), stream), CHUNK)


class Gunzipped(io.RawIOBase):
    """All members of a gzip stream, one after the other. Raises Overgrown for a bomb, DamagedStream for bad data."""

    def __init__(self, stream: BinaryIO, limits: Limits = LIMITS) -> None:
        self._stream, self._limits = stream, limits
        self._inflate = zlib.decompressobj(31)
        self._pending = b""
        self._in = self._out = 0
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._ended:
            data = self._next(len(buffer))
            if data:
                buffer[: len(data)] = data
                return len(data)
        return 0

    def _next(self, size: int) -> bytes:
        if not self._pending and not self._fill():
            if not self._inflate.eof:
                raise DamagedStream("the gzip data ends too early")
            self._ended = True
            return b""
        if self._inflate.eof:
            self._pending = self._pending.lstrip(b"\0")  # padding between members
            if not self._pending:
                return b""
            if not self._pending.startswith(b"\x1f"):
                raise DamagedStream("what follows the gzip data is none")
            self._inflate = zlib.decompressobj(31)
        try:
            data = self._inflate.decompress(self._pending, size)
        except zlib.error as fault:
            raise DamagedStream(f"the gzip data is damaged: {fault}") from fault
        self._pending = self._inflate.unconsumed_tail or self._inflate.unused_data
        self._out += len(data)
        if self._out > max(self._limits.page_bytes, self._limits.expansion_ratio * self._in):
            raise Overgrown(f"more than {self._limits.expansion_ratio} times the size of its gzip data")
        return data

    def _fill(self) -> bool:
        self._pending = self._stream.read(CHUNK)
        self._in += len(self._pending)
        return bool(self._pending)


def read_bounded(stream: BinaryIO, most: int) -> tuple[bytes, bool]:
    """At most `most` bytes, and whether there are more."""
    data = bytearray()
    while len(data) <= most and (chunk := stream.read(min(CHUNK, most + 1 - len(data)))):
        data += chunk
    return bytes(data[:most]), len(data) > most
