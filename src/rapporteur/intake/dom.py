"""The blocks of an HTML page: the text of each element that stands on lines of its own, with what the markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from rapporteur.intake.article import visible


class Block(NamedTuple):
    """A run of text and what it stands in: "heading", "in-TAG" of the elements that hold no running text, "named-NAME" of the
    parts of a page that publishers name alike, "hidden"; "link" where it is nothing but the text of links."""

    text: str
    marks: frozenset[str] = frozenset()


# Elements that are not shown, or hold no text of the page.
_UNSHOWN = frozenset(
    ["script", "style", "noscript", "template", "svg", "math", "head", "title", "iframe", "object", "embed", "select", "option", "button",
     "input", "textarea", "canvas", "audio", "video", "map", "datalist", "dialog"]
)  # fmt: skip
_INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
     "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source", "amp-img",
     "nobr", "ruby", "rt", "rp", "meter", "progress", "output", "center"]
)  # fmt: skip
_LANDMARKS = frozenset(["aside", "nav", "footer", "header", "figure", "figcaption", "form"])
_HEADINGS = frozenset(["h1", "h2", "h3"])
_NAMES = (
    ("related", re.compile(r"relat|recirc|recommend|more-?(?:on|from|stories|news)|read-?(?:more|next|also)|teaser|promo|outbrain|taboola|trending|popular|most-|sidebar|rail|widget|carousel|latest|inline-?link|card|list-?item|upsell", re.IGNORECASE)),
    ("comments", re.compile(r"comment|disqus|livefyre|discuss|respond|reply|forum", re.IGNORECASE)),
    ("sharing", re.compile(r"share|social|follow|addthis|toolbar|print|button|btn|facebook|twitter(?!-tweet)|newsletter|subscri|signup|sign-up|paywall|cookie|consent|gdpr|donat|banner|alert|modal|popup|overlay|login", re.IGNORECASE)),
    ("caption", re.compile(r"caption|credit", re.IGNORECASE)),
    ("picture", re.compile(r"figure|photo|image|gallery|slide|media|video", re.IGNORECASE)),
    ("about", re.compile(r"byline|author|bio|dateline|timestamp|date|meta|info|tag|category|topic|kicker|eyebrow|source|label", re.IGNORECASE)),
    ("ad", re.compile(r"(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|dfp|promo\w*)(?:[\s_-]|$)", re.IGNORECASE)),
)  # fmt: skip
_LINK_SHARE = 0.9  # a mark or two stands beside the link
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class _Piece(NamedTuple):
    text: str
    marks: frozenset[str]


def page_blocks(root: Any) -> list[Block]:
    """The blocks of a parsed page in the order in which they stand."""
    return [Block(text, marks) for text, marks in _pieces(root) if text]


def _pieces(root: Any) -> Iterator[_Piece]:
    """Runs of inline text between the borders of block elements. The walk keeps its own stack: pages nest deeply."""
    run = _Run()
    places: list[frozenset[str]] = [frozenset()]
    links = 0
    for event, element in _walk(root):
        block = element.tag not in _INLINE
        if block:
            yield run.piece(places[-1])
            run = _Run()
        link = element.tag == "a" and element.get("href") is not None
        if event == "start":
            links += link
            if block:
                places.append(_inside(places[-1], element))
            run.add(element.text or "", links > 0)
        else:
            links -= link
            if block and len(places) > 1:
                places.pop()
            run.add(element.tail or "", links > 0)
    yield run.piece(places[-1])


class _Run:
    """Inline text as it is gathered, and how much of it is in links."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._linked = 0

    def add(self, text: str, linked: bool) -> None:
        self._texts.append(text)
        self._linked += _ink(text) if linked else 0

    def piece(self, marks: frozenset[str]) -> _Piece:
        text = visible("".join(self._texts))
        return _Piece(text, marks | {"link"} if self._linked and self._linked >= _LINK_SHARE * _ink(text) else marks)


def _ink(text: str) -> int:
    """Characters that show."""
    return sum(map(len, text.split()))


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if element.tag not in _UNSHOWN:
            yield event, element
        elif event == "start":
            walker.skip_subtree()
        else:
            yield "end", _Tail(element.tail or "")


class _Tail:
    """The text behind something that is not shown: it belongs to the run around it."""

    tag = "span"

    def __init__(self, tail: str) -> None:
        self.tail = tail


def _inside(outer: frozenset[str], element: Any) -> frozenset[str]:
    names = _names(" ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"), element.get("role"), element.get("data-testid"))))[:300])
    marks = outer if names <= outer else outer | names
    if element.tag in _LANDMARKS:
        marks |= {f"in-{element.tag}"}
    if element.tag in _HEADINGS:
        marks |= {"heading"}
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        marks |= {"hidden"}
    return marks


@lru_cache(maxsize=8_192)
def _names(names: str) -> frozenset[str]:
    """What the names that a page gives an element say of it; pages repeat few of them often."""
    return frozenset(f"named-{name}" for name, pattern in _NAMES if pattern.search(names)) if names else frozenset()
