"""Pages and archives that the tests of intake build on."""

import gzip

TITLE = "Truce holds in the hills"
SENTENCES = [f"On day {i} of the truce both commanders said that no shot had been fired, and each thanked the elders for it." for i in range(8)]
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
ARTICLE = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{PARAGRAPHS}</article>"


def page(number: int) -> str:
    """A page whose text differs from that of every other number."""
    return ARTICLE.replace("On day", f"In village {number}, on day") + "</body></html>"


def response(body: bytes, *, url: str = "https://hills.example/a", headers: str = "", status: str = "200 OK", media: str = "text/html; charset=utf-8") -> bytes:
    """A WARC record of an answered request."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body
    return warc_record("response", block, url=url)


def warc_record(kind: str, block: bytes, *, url: str = "", fields: str = "", media: str | None = None) -> bytes:
    types = {"warcinfo": "application/warc-fields", "request": "application/http; msgtype=request", "response": "application/http; msgtype=response"}
    media = f"Content-Type: {media or types[kind]}\r\n" if media or kind in types else ""
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    return f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}{fields}{media}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def warc(count: int, *, zipped: bool = True) -> list[bytes]:
    """The records of an archive as CC-NEWS has them, each a gzip member: the file's description, then requests and their answers."""
    records = [warc_record("warcinfo", b"software: none\r\n")]
    for i in range(count):
        url = f"https://hills.example/{i}"
        records += [warc_record("request", b"GET / HTTP/1.1\r\n\r\n", url=url), response(page(i).encode(), url=url)]
    return [gzip.compress(record, mtime=0) for record in records] if zipped else records
