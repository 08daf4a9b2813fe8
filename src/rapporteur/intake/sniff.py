"""What kind of thing some bytes are: their beginning says it; a file's name is only a hint."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

import msgspec

Format = Literal["empty", "gzip", "warc", "jsonl", "feed", "html", "raw", "other"]

HEAD_BYTES = 64 * 1024


class Kind(NamedTuple):
    """A format that is read, or "other" with the words for what it is."""

    format: Format
    name: str = ""


_MAGIC = (
    (b"%PDF", "PDF"), (b"PK\x03\x04", "a ZIP or an office document"), (b"PK\x05\x06", "an empty ZIP"), (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"), (b"\x28\xb5\x2f\xfd", "Zstandard"), (b"7z\xbc\xaf", "7-Zip"), (b"Rar!", "RAR"),
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"RIFF", "a RIFF container"),
    (b"\xd0\xcf\x11\xe0", "an old office document"), (b"{\\rtf", "RTF"), (b"%!PS", "PostScript"), (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"), (b"SQLite format 3", "an SQLite database"), (b"PAR1", "Parquet"), (b"ARROW1", "Arrow"),
    (b"ID3", "audio"), (b"OggS", "Ogg audio or video"), (b"wOFF", "a font"), (b"wOF2", "a font"),
)  # fmt: skip
# Text that is no raw page: data, code, markup of other trades.
_NOT_PAGES = frozenset(
    ["csv", "tsv", "json", "xml", "yaml", "yml", "toml", "ini", "cfg", "conf", "sql", "sh", "bat", "ps1", "py", "ipynb", "js", "mjs", "ts", "css", "scss", "r", "rmd", "do", "ado", "tex", "bib", "srt", "vtt", "svg", "log", "lock", "c", "h", "cpp", "java", "go", "rs", "rb", "php", "pl"]
)
_LINES_SUFFIXES = frozenset({"jsonl", "ndjson", "jsonlines"})
_FEED_ROOTS = frozenset({b"rss", b"feed", b"rdf", b"rdf:rdf"})
_HTML_TAGS = frozenset(
    b"html head body title meta link script style noscript base div p span a article section main header footer nav h1 h2 h3 h4 h5 h6 "
    b"table tr td ul ol li img br hr font center b i em strong blockquote form iframe figure aside pre template svg".split()
)
_SKIPPED = re.compile(rb"(?:\s++|<\?[^>]*+>|<!--(?:[^-]++|-(?!->))*+-->|<!(?!--)[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+")
_TAG = re.compile(rb"<([A-Za-z][A-Za-z0-9:_.-]*)")
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html[\s>]|body[\s>]|head[\s>])|</(?:p|div|a|span|li|h[1-6]|td)\s*>", re.IGNORECASE)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sniff(head: bytes, *, name: str = "") -> Kind:
    """The kind of the bytes that begin with `head` and come from a file called `name`."""
    suffix = _suffix(name)
    if not head:
        return Kind("empty")
    if head.startswith(b"\x1f\x8b"):
        return Kind("gzip")
    if magic := next((words for start, words in _MAGIC if head.startswith(start)), None):
        return Kind("other", magic)
    text = _narrow(head)
    if text is None:
        return Kind("other", "binary data")
    body = text.lstrip()
    if not body:
        return Kind("empty")
    if body.startswith(b"WARC/"):
        return Kind("warc")
    if suffix in _LINES_SUFFIXES or _is_jsonl(body):
        return Kind("jsonl")
    if body.startswith(b"<"):
        return _markup(body)
    if len(_MARKUP.findall(body[:16_384])) >= 3:
        return Kind("html")
    if suffix in _NOT_PAGES or (body[:1] == b"[" and body[1:].lstrip()[:1] == b"{"):
        return Kind("other", f"a .{suffix} file" if suffix in _NOT_PAGES else "a JSON array (one object a line is read)")
    return Kind("raw")


def _suffix(name: str) -> str:
    parts = name.lower().removesuffix(".gz").rsplit("/", 1)[-1].rsplit(".", 1)
    return parts[1] if len(parts) == 2 else ""


def _narrow(head: bytes) -> bytes | None:
    """The head with the zeros of UTF-16 taken out; None where the zeros, or other controls, are those of binary data."""
    for bom in _BOMS:
        if head.startswith(bom):
            return head[len(bom) :].replace(b"\0", b"")
    zeros = head.count(0)
    if zeros > len(head) * 0.3 and min(head[::2].count(0), head[1::2].count(0)) < len(head) * 0.05:
        return head.replace(b"\0", b"")
    controls = sum(head.count(c) for c in (*range(1, 8), *range(14, 27), 28, 29, 30, 31))
    return None if zeros > len(head) * 0.1 or controls > len(head) * 0.05 else head


def _is_jsonl(body: bytes) -> bool:
    """One of the first lines is a whole object, or the first begins as one and is longer than the head."""
    lines = [line.strip() for line in body.split(b"\n", 20)[:20] if line.strip()]
    if len(lines) == 1 and len(body) >= HEAD_BYTES - 64 and body.startswith(b'{"'):
        return True
    return any(line.startswith(b"{") and line.endswith(b"}") and _is_object(line) for line in lines)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def _markup(body: bytes) -> Kind:
    at = _SKIPPED.match(body)
    tag = _TAG.match(body, at.end() if at else 0)
    root = tag[1].lower() if tag else b""
    if root in _FEED_ROOTS:
        return Kind("feed")
    xml = body.startswith(b"<?xml")
    if root and root not in _HTML_TAGS and (xml or b":" in root or root in (b"urlset", b"sitemapindex", b"svg", b"nitf", b"newsitem")):
        return Kind("other", f"XML of kind {root.decode('ascii', 'replace')!r}")
    # a DOCTYPE with an internal subset hides the first tag from the pattern above; the feed reader refuses its entities
    if not root and re.search(rb"<(?:rss|feed|rdf:RDF)[\s>]", body):
        return Kind("feed")
    return Kind("html")
