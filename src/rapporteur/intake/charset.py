"""Bytes to characters: what the bytes say first, then what is declared, then what they look like."""

from __future__ import annotations

import codecs
import re

from rapporteur.intake.limits import LIMITS, Limits
from rapporteur.record import Rejected

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s{0,8}=\s{0,8}[\"']?\s{0,8}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_META_BYTES = 4_096  # HTML asks for the declaration within the first 1,024 bytes; real pages are later
_SAMPLE_BYTES = 131_072
_LATIN = frozenset(["cp1250", "cp1254", "cp1257", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-9", "iso8859-10", "iso8859-13", "iso8859-15", "iso8859-16"])
_FEW_BEYOND_ASCII = 0.01


class Decoded:
    """The characters, and whether some had to be replaced."""

    __slots__ = ("flags", "text")

    def __init__(self, text: str, flags: list[str]) -> None:
        self.text = text
        self.flags = flags


def decode(data: bytes, *, source: str, declared: str | None = None, limits: Limits = LIMITS) -> Decoded | Rejected:
    """The text of `data`; `declared` is the charset of an HTTP header. Rejected where too much is unreadable."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _judged(data[len(bom) :].decode(encoding, "replace"), source, limits)
    text = _first_strict(data, declared)
    if text is None:
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding

        guess = _wide(data) or _likely(data, detect_encoding(data[:_SAMPLE_BYTES]) or "utf-8")
        # Few bytes of another encoding in a UTF-8 page (a pasted quote, a cut end) are marked, not turned into mojibake.
        whole = data.decode("utf-8", "replace")
        text = whole if whole.count("\ufffd") <= len(data) * limits.replaced_share / 4 else bytes_to_str(data, guess, errors="replace", fallback_encodings=())
    return _judged(text, source, limits)


def _first_strict(data: bytes, declared: str | None) -> str | None:
    meta = _META.search(data[:_META_BYTES])
    for name in ("utf-8", declared, meta[1].decode("ascii") if meta else None):
        codec = _whatwg(name) if name else None
        if codec is None or (codec == "utf-8" and name != "utf-8"):
            continue
        try:
            if not _wide(data):
                return data.decode(codec, "strict")
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _likely(data: bytes, guess: str) -> str:
    """The guess; for a Latin page with few letters beyond ASCII, that of browsers: too few to tell ñ from ņ."""
    beyond = sum(data[:_SAMPLE_BYTES].count(byte) for byte in range(0x80, 0x100))
    few = beyond < _FEW_BEYOND_ASCII * min(len(data), _SAMPLE_BYTES)
    return "windows-1252" if few and codecs.lookup(guess).name in _LATIN else guess


def _whatwg(name: str) -> str | None:
    from resiliparse.parse.encoding import map_encoding_to_html5

    mapped = map_encoding_to_html5(name, fallback_utf8=False)
    # a page whose tags are readable as bytes cannot be UTF-16, whatever it declares
    return None if mapped is None or mapped.startswith("utf-16") else mapped


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of a Latin text is zero."""
    head = data[:512]
    if len(head) < 8:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.3 and even < len(head) * 0.05:
        return "utf-16-le"
    if even > len(head) * 0.3 and odd < len(head) * 0.05:
        return "utf-16-be"
    return None


def _judged(text: str, source: str, limits: Limits) -> Decoded | Rejected:
    replaced = text.count("\ufffd")
    if replaced > max(3, len(text) * limits.replaced_share):
        return Rejected(source, "damaged", f"{replaced:,} of {len(text):,} characters cannot be read")
    # a NUL ends a text for some of the libraries below and not for others
    flags = (["replaced-characters"] if replaced else []) + (["null-characters"] if "\0" in text else [])
    return Decoded(text.replace("\0", ""), flags)
