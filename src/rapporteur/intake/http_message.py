"""An HTTP response as a WARC or a socket holds it: status, headers, body without transfer encoding."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHARSET = re.compile(r"charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
# A size may have an extension behind ";". "Added\n" is no size: the page of an archive that stores bodies without chunks may begin so.
_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_HEAD_BYTES = 256 * 1024


class Response(NamedTuple):
    """`headers` have lower-case names; of repeated ones the last stands."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The type of the content without its parameters, in lower case; "" where none is said."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the header declares."""
        match = _CHARSET.search(self.headers.get("content-type", ""))
        return match[1] if match else None


def parse(message: bytes) -> Response | None:
    """The response in a message; None where it does not begin as one."""
    end = _HEAD_END.search(message, 0, _HEAD_BYTES)
    head, body = (message[: end.start()], message[end.end() :]) if end else (message[:_HEAD_BYTES], b"")
    lines = head.decode("latin-1").splitlines()
    status = re.match(r"HTTP/\d(?:\.\d)?\s+(\d{3})", lines[0] if lines else "")
    if status is None:
        return None
    headers = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = dechunked(body)
    return Response(int(status[1]), headers, body)


def dechunked(body: bytes) -> bytes:
    """The body without its chunk sizes; as it is where it has none (archives often store it so)."""
    out, at = [], 0
    while True:
        line = _CHUNK_SIZE.match(body, at)
        if line is None:
            return b"".join(out) if out else body
        size = int(line[1], 16)
        if size == 0:
            return b"".join(out)
        out.append(body[line.end() : line.end() + size])
        at = line.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1 if body[at : at + 1] == b"\n" else 0
