"""The blocks of an HTML page: the text of each element that stands on lines of its own, with what the markup says of it."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from rapporteur.intake.article import visible
from rapporteur.intake.blocks import Block

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
_LANDMARKS = frozenset(["article", "main", "aside", "nav", "footer", "header", "figure", "figcaption", "form", "ul", "ol", "table", "blockquote", "section", "details"])
_BODY_NAMES = re.compile(r"article|story|entry|post|content|body|text|main|paragraph|richtext|copy|prose", re.IGNORECASE)
_EDGE_NAMES = (
    ("related", re.compile(r"relat|recirc|recommend|more-?(?:on|from|stories|news)|read-?(?:more|next|also)|teaser|promo|outbrain|taboola|trending|popular|most-|sidebar|rail|widget|carousel|latest|inline-?link|card|list-?item|upsell", re.IGNORECASE)),
    ("comments", re.compile(r"comment|disqus|livefyre|discuss|respond|reply|forum", re.IGNORECASE)),
    ("sharing", re.compile(r"share|social|follow|addthis|toolbar|print|button|btn|facebook|twitter|newsletter|subscri|signup|sign-up|paywall|cookie|consent|gdpr|donat|banner|alert|modal|popup|overlay|login", re.IGNORECASE)),
    ("frame", re.compile(r"nav|menu|footer|header|masthead|breadcrumb|copyright|legal|disclaimer|utility|search|skip|hidden|sr-only|screen-reader|visually", re.IGNORECASE)),
    ("caption", re.compile(r"caption|credit|figure|photo|image|gallery|slide|media|video|wp-caption", re.IGNORECASE)),
    ("about", re.compile(r"byline|author|bio|dateline|timestamp|date|meta|info|tag|category|topic|kicker|eyebrow|source|label", re.IGNORECASE)),
    ("top", re.compile(r"headline|title|summary|standfirst|subtitle|sub-?head|dek|lead|intro|excerpt|description", re.IGNORECASE)),
    ("ad", re.compile(r"(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|dfp|promo\w*)(?:[\s_-]|$)", re.IGNORECASE)),
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DENSITY_AT = (0.01, 0.2, 0.5, 0.8, 0.99)
_SHARE_AT = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9)


class _Place(NamedTuple):
    """What the elements around say, told downwards."""

    marks: frozenset[str]
    tag: str
    container: Any
    hidden: bool


class _Piece(NamedTuple):
    text: str
    place: _Place
    linked: int


def page_blocks(root: Any) -> list[Block]:
    """The blocks of a parsed page in the order in which they stand."""
    pieces = [p for p in _pieces(root) if p.text]
    mass: dict[Any, int] = {}
    for piece in pieces:
        if piece.linked * 2 < len(piece.text) and len(piece.text) > 80:
            node, steps = piece.place.container, 0
            while node is not None and steps < 3:
                mass[node] = mass.get(node, 0) + len(piece.text)
                node, steps = node.getparent(), steps + 1
    whole = max(1, sum(len(p.text) for p in pieces if p.linked * 2 < len(p.text) and len(p.text) > 80))
    return [Block(p.text, _marks(p, mass, whole)) for p in pieces]


def _marks(piece: _Piece, mass: dict[Any, int], whole: int) -> tuple[str, ...]:
    place = piece.place
    container = place.container
    above = container.getparent() if container is not None else None
    return (
        f"tag-{place.tag}",
        f"linked{bisect(_DENSITY_AT, piece.linked / len(piece.text))}",
        f"parent{bisect(_SHARE_AT, mass.get(container, 0) / whole)}",
        f"above{bisect(_SHARE_AT, mass.get(above, 0) / whole)}",
        *sorted(place.marks),
        *(("hidden",) if place.hidden else ()),
    )


def _pieces(root: Any) -> Iterator[_Piece]:
    """Runs of inline text between the borders of block elements. The walk keeps its own stack: pages nest deeply."""
    text: list[str] = []
    linked = 0
    place = _Place(frozenset(), "body", None, False)
    places = [place]
    links = 0
    for event, element in _walk(root):
        tag = element.tag
        inline = tag in _INLINE
        if event == "start":
            if tag == "a":
                links += 1
            if not inline:
                yield _Piece(visible("".join(text)), places[-1], linked)
                text, linked = [], 0
                places.append(_inside(places[-1], element, tag))
            if element.text:
                text.append(element.text)
                linked += len(element.text) if links else 0
        else:
            if tag == "a":
                links = max(0, links - 1)
            if not inline:
                yield _Piece(visible("".join(text)), places[-1], linked)
                text, linked = [], 0
                if len(places) > 1:
                    places.pop()
            if element.tail:
                text.append(element.tail)
                linked += len(element.tail) if links else 0
    yield _Piece(visible("".join(text)), places[-1], linked)


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


def _inside(outer: _Place, element: Any, tag: str) -> _Place:
    names = _names(" ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"), element.get("role"), element.get("data-testid"))))[:300])
    hidden = outer.hidden or element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
    marks = outer.marks if names <= outer.marks else outer.marks | names
    if tag in _LANDMARKS:
        marks |= {f"in-{tag}"}
    return _Place(marks, tag, element.getparent(), hidden)


@lru_cache(maxsize=8_192)
def _names(names: str) -> frozenset[str]:
    """What the names that a page gives an element say of it; pages repeat few of them often."""
    if not names:
        return frozenset()
    found = {f"named-{name}" for name, pattern in _EDGE_NAMES if pattern.search(names)}
    if _BODY_NAMES.search(names):
        found.add("named-body")
    if "articlebody" in names.lower():
        found.add("named-articlebody")
    return frozenset(found)
