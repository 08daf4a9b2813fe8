"""Content encodings of HTTP undone within bounds."""

from __future__ import annotations

import zlib

from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.intake.streams import DamagedStream, Overgrown

# Proxies stack encodings; a server that stacks more than two is not serving news.
_MOST_LAYERS = 2
_GZIP = b"\x1f\x8b"


class UnknownEncoding(Exception):
    """A content encoding that is not read."""


def decoded(body: bytes, encodings: str | None, limits: Limits = LIMITS) -> bytes:
    """The page inside the encodings of a Content-Encoding header.

    Raises Overgrown for a bomb, DamagedStream for data that breaks off or is corrupt, UnknownEncoding.
    """
    layers = [name for part in (encodings or "").lower().split(",") if (name := part.strip()) not in ("", "identity")]
    if len(layers) > _MOST_LAYERS:
        raise UnknownEncoding(f"{len(layers)} content encodings")
    most = max(limits.page_bytes, 0)
    for name in reversed(layers):
        match name:
            case "gzip" | "x-gzip":
                # some archives keep the header and store the body decompressed
                body = _inflated(body, 31, most) if body.startswith(_GZIP) else body
            case "deflate":
                body = _inflated(body, 15 if _has_zlib_header(body) else -15, most)
            case "br":
                body = _brotli(body, most)
            case _:
                raise UnknownEncoding(f"content encoding {name!r}")
    return body


def _has_zlib_header(body: bytes) -> bool:
    return len(body) > 1 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0


def _inflated(body: bytes, wbits: int, most: int) -> bytes:
    out = bytearray()
    while True:
        inflate = zlib.decompressobj(wbits)
        try:
            out += inflate.decompress(body, most + 1 - len(out))
        except zlib.error as fault:
            raise DamagedStream(f"the compressed page is damaged: {fault}") from fault
        if len(out) > most:
            raise Overgrown(f"the page has more than {most:,} bytes when decompressed")
        if not inflate.eof:
            raise DamagedStream("the compressed page ends too early")
        body = inflate.unused_data
        if not body.startswith(_GZIP):  # a server may send a page in several members
            return bytes(out)


def _brotli(body: bytes, most: int) -> bytes:
    import brotli

    inflate = brotli.Decompressor()
    out = bytearray()
    try:
        data = inflate.process(body, output_buffer_limit=most + 1)
        while data:
            out += data
            if len(out) > most:
                raise Overgrown(f"the page has more than {most:,} bytes when decompressed")
            data = b"" if inflate.is_finished() else inflate.process(b"", output_buffer_limit=most + 1)
    except brotli.error as fault:
        raise DamagedStream(f"the compressed page is damaged: {fault}") from fault
    if not inflate.is_finished():
        raise DamagedStream("the compressed page ends too early")
    return bytes(out)
