"""The lines of a dictionary of the field: comments taken off, and the names, codes and dates that stand in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple


class Line(NamedTuple):
    """A line by its `number` from 1: `text` without comment and outer blanks, and `problem` where it is not text at all."""

    number: int
    text: str
    problem: str | None


class Code(NamedTuple):
    """A code and the days on which it holds, ISO 8601, both included; None is an open end. "---" is the code of nobody."""

    code: str
    start: str | None
    end: str | None


class Unread(ValueError):
    """Why a line cannot be read; the message is the reason that the reader of the dictionary sees."""


_NULL = "---"
_CODE = re.compile(r"[A-Z]{3}(?:[A-Z0-9]{3})*|---")
_BRACKET = re.compile(r"\s*\[([^\[\]]*)\]")
_SINCE_OR_UNTIL = re.compile(r"([<>])\s*([0-9]+)")
_BETWEEN = re.compile(r"([0-9]+)\s*-\s*([0-9]+)")
_COMMENT = re.compile(rb"[#;]")
_STRAY = re.compile(r"[\[\]{}<>=~]")
_BOM = b"\xef\xbb\xbf"
_LAST_YEAR_OF_THIS_CENTURY = 30  # "30" is 2030 and "31" is 1931: the rule of KEDS, TABARI and PETRARCH


def lines_of(data: bytes) -> Iterator[Line]:
    """Every line of a file, in its order; one that holds nothing but a comment has an empty text."""
    for number, raw in enumerate(_without_markup(data.removeprefix(_BOM).splitlines()), 1):
        bare = _COMMENT.split(raw, maxsplit=1)[0].strip()
        try:
            yield Line(number, bare.decode("utf-8"), None)
        except UnicodeDecodeError as error:
            yield Line(number, bare.decode("utf-8", "replace"), f"not UTF-8 at byte {error.start + 1}")


def _without_markup(lines: list[bytes]) -> list[bytes]:
    """The lines without `<!-- … -->`, which PETRARCH's own files use, also over several lines.

    One that is never closed is left in, so that it makes a fault of its line and does not swallow the file.
    """
    last = max((i for i, line in enumerate(lines) if b"-->" in line), default=-1)
    out, inside = [], False
    for i, line in enumerate(lines):
        if inside:
            _, closed, line = line.partition(b"-->")
            inside = not closed
        while not inside and b"<!--" in line:
            before, _, after = line.partition(b"<!--")
            if _COMMENT.search(before) or (b"-->" not in after and i >= last):
                break
            _, closed, rest = after.partition(b"-->")
            line, inside = before + rest, not closed
        out.append(line)
    return out


def read_name(text: str) -> str:
    """A name as it is kept: words with one blank between them, in upper case, since the dictionaries keep no case.

    "_" joins words, and ends a name that is no stem; both are blanks here. Raises Unread.
    """
    if "\t" in text.strip(" \t_"):
        raise Unread("a tab stands inside the name")
    if re.search(r"[\s_]\+", text):
        raise Unread("two names stand in one line")
    if stray := _STRAY.search(text):
        raise Unread(f"{stray[0]!r} stands in the name")
    name = re.sub(r"[\s_]+", " ", text).strip().upper()
    for character in name:
        if character == "\ufffd" or unicodedata.category(character).startswith("C"):
            raise Unread(f"the character U+{ord(character):04X} stands in the name")
    if not any(character.isalnum() for character in name):
        raise Unread("no name")
    return name


def read_codes(text: str) -> tuple[list[Code], list[str]]:
    """The codes of a line, in their order, and what is odd about them. Raises Unread."""
    codes: list[Code] = []
    remarks: list[str] = []
    position = 0
    while text[position:].strip():
        found = _BRACKET.match(text, position)
        if found is None:
            closed = not text[position:].lstrip().startswith("[")
            raise Unread("words behind a code that are no comment" if closed else "a bracket is not closed")
        codes.append(_read_code(found[1], remarks))
        position = found.end()
    return codes, remarks


def check_code(code: str) -> str:
    """The code itself. Raises Unread where it is not made of threes: "GBR", "GBRGOV", or "---" for nobody."""
    if not _CODE.fullmatch(code):
        raise Unread(f"the code {code!r} is not made of threes of capitals" if code else "an empty code")
    return code


def _read_code(inside: str, remarks: list[str]) -> Code:
    found = re.match(r"[^\s<>]*", inside.strip())
    code = check_code(found[0] if found else "")
    restriction = inside.strip()[len(code) :].strip()
    if not restriction:
        return Code(code, None, None)
    if side := _SINCE_OR_UNTIL.fullmatch(restriction):
        day = _read_day(side[2], remarks)
        return Code(code, day, None) if side[1] == ">" else Code(code, None, day)
    if both := _BETWEEN.fullmatch(restriction):
        start, end = (_read_day(digits, remarks) for digits in both.groups())
        if end < start:
            raise Unread(f"{restriction} ends before it begins")
        return Code(code, start, end)
    raise Unread(f"the restriction {restriction!r} is none of <DATE, >DATE, DATE-DATE")


def _read_day(digits: str, remarks: list[str]) -> str:
    """A day in ISO 8601 from YYYYMMDD or YYMMDD; a ninth digit is left off, as PETRARCH does."""
    if len(digits) not in (6, 8, 9):
        raise Unread(f"the date {digits} has {len(digits)} digits, not 6 or 8")
    whole = digits
    if len(digits) == 6:
        whole = ("20" if int(digits[:2]) <= _LAST_YEAR_OF_THIS_CENTURY else "19") + digits
    try:
        day = date(int(whole[:4]), int(whole[4:6]), int(whole[6:8])).isoformat()
    except ValueError:
        raise Unread(f"the date {digits} is no day") from None
    if len(digits) == 9:
        remarks.append(f"the date {digits} has 9 digits; the first 8 are read, {day}")
    return day
