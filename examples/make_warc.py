"""Writes pages/07-crawl.warc.gz from warc-pages/: what a crawler keeps, byte for byte the same every time.

Run it from anywhere: python examples/make_warc.py. Each record is a gzip member of its own, as the WARC
standard asks; the members are stored rather than deflated, so that no version of zlib changes a byte.
"""

from __future__ import annotations

import gzip
import io
import uuid
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE / "pages" / "07-crawl.warc.gz"
SITE = "http://www.levant-observer.example"
CAPTURED = "2005-03-02T11:20:00Z"
PAGES = {f"{SITE}/1998/04/22/truce-committee.html": "truce-committee.html", f"{SITE}/2000/06/26/desert-line.html": "desert-line.html"}


def record(kind: str, block: bytes, media_type: str, url: str | None = None) -> bytes:
    """One WARC record as a gzip member; its id follows from its kind and address."""
    id = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {url}")
    head = {
        "WARC-Type": kind, "WARC-Record-ID": f"<urn:uuid:{id}>", "WARC-Date": CAPTURED, "WARC-Target-URI": url,
        "Content-Type": media_type, "Content-Length": len(block),
    }  # fmt: skip
    lines = ["WARC/1.0", *(f"{name}: {value}" for name, value in head.items() if value is not None), "", ""]
    member = io.BytesIO()
    with gzip.GzipFile(fileobj=member, mode="wb", filename="", mtime=0, compresslevel=0) as out:
        out.write("\r\n".join(lines).encode() + block + b"\r\n\r\n")
    return member.getvalue()


def response(page: bytes) -> bytes:
    """The answer of a web server that holds `page`."""
    head = f"HTTP/1.1 200 OK\r\nServer: Apache/1.3.26\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n\r\n"
    return head.encode() + page


def request(url: str) -> bytes:
    """What the crawler asked."""
    path = url.removeprefix(SITE)
    return f"GET {path} HTTP/1.0\r\nHost: {SITE.removeprefix('http://')}\r\nUser-Agent: example-crawler\r\n\r\n".encode()


def warc() -> bytes:
    """The whole file: its own description, then a request and a response for each page."""
    members = [record("warcinfo", b"software: make_warc.py\r\nformat: WARC File Format 1.0\r\n", "application/warc-fields")]
    for url, name in PAGES.items():
        members.append(record("request", request(url), "application/http; msgtype=request", url))
        members.append(record("response", response((HERE / "warc-pages" / name).read_bytes()), "application/http; msgtype=response", url))
    return b"".join(members)


if __name__ == "__main__":
    TARGET.write_bytes(warc())
