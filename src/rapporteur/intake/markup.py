"""What a page's markup would cost a parser, found in one pass over its characters, and cut to size.

Parsers are quadratic in the attributes of one tag and in the depth of elements that are never closed, and
lxml gives an empty page, without an error, below 255 levels. A page that is built so is read as plain text.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from rapporteur.intake.limits import LIMITS, Limits

# A quotation mark opens a value only behind "="; the possessive quantifiers keep the search linear.
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*+)[^>=]*+(?:=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?=[^\"'\s]|$))[^>=]*+)*+>")
_START = re.compile(r"<(?:!--|[/A-Za-z])")
_QUOTED = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_SPACES = re.compile(r"\s+")
_CONTENT = frozenset(["script", "style", "textarea", "title", "noscript", "xmp"])
# Elements that have no end tag, or whose end tag pages leave out and parsers supply.
_CLOSED = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th",
     "option", "thead", "tbody", "tfoot", "html", "head", "body", "path"]
)  # fmt: skip
_INLINE = frozenset(["a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"])
_CHEAP_TAG_CHARS = 2_000


class Tamed(NamedTuple):
    """The page with overgrown tags cut; `plain` where no tree should be built of it."""

    text: str
    plain: bool
    flags: list[str]


def tame(text: str, limits: Limits = LIMITS) -> Tamed:
    """The page, safe to parse. Linear in its length."""
    pieces: list[str] = []
    copied = at = tags = depth = deepest = 0
    while (start := _START.search(text, at)) is not None:
        here = start.start()
        if text.startswith("<!--", here):
            end = text.find("-->", here + 4)
            if end < 0:
                break
            at = end + 3
            continue
        tag = _TAG.match(text, here)
        if tag is None:  # a tag that never ends: for the parser the rest of the page is its attributes
            if len(text) - here > limits.tag_bytes or _attributes(text[here:]) > limits.tag_attributes:
                pieces.append(text[copied:here])
                copied = len(text)
            break
        at, tags, name = tag.end(), tags + 1, tag[2].lower()
        if tags > limits.page_tags:  # no tree is built of it, whatever follows
            break
        if at - here > _CHEAP_TAG_CHARS and (at - here > limits.tag_bytes or _attributes(tag[0]) > limits.tag_attributes):
            pieces += [text[copied:here], f"<{tag[1]}{tag[2]}>"]
            copied = at
        if name in _CONTENT and not tag[1]:
            at = _behind(text, at, name)
        elif name not in _CLOSED and not text.startswith("/>", at - 2):
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
    cut = bool(pieces)
    plain = deepest > limits.nesting_depth or tags > limits.page_tags
    flags = (["cut-tags"] if cut else []) + (["degraded"] if plain else [])
    return Tamed("".join([*pieces, text[copied:]]) if cut else text, plain, flags)


def _attributes(tag: str) -> int:
    return len(_SPACES.findall(_QUOTED.sub("=", tag)))


def _behind(text: str, at: int, name: str) -> int:
    """Where the end tag of an element begins whose content is no markup."""
    end = re.compile(f"</{name}", re.IGNORECASE).search(text, at)
    return end.start() if end else len(text)


def shown_text(text: str) -> str:
    """The text of a page without a tree: a line for each run between the tags that break lines. Linear."""
    pieces: list[str] = []
    at = 0
    while (start := _START.search(text, at)) is not None:
        here = start.start()
        pieces.append(text[at:here])
        if text.startswith("<!--", here):
            end = text.find("-->", here + 4)
            at = len(text) if end < 0 else end + 3
            continue
        tag = _TAG.match(text, here)
        if tag is None:
            at = len(text)
            break
        name = tag[2].lower()
        pieces.append("" if name in _INLINE else "\n")
        at = tag.end()
        if name in _CONTENT and not tag[1]:
            at = _behind(text, at, name)
    pieces.append(text[at:])
    return html.unescape("".join(pieces))
