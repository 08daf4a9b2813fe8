"""What a page says of itself in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from rapporteur.intake.article import visible
from rapporteur.intake.markup import shown_text

_ARTICLES = re.compile(
    r"Article|Report|BlogPosting|LiveBlog|NewsItem|Review|SocialMediaPosting", re.IGNORECASE
)
_CONTROLS = re.compile(r"[\x00-\x1f]")
_DEPTH = 8  # of the nesting that is looked through; real pages use four
_CHARS = 1_000_000
_PEOPLE = frozenset({"author", "creator", "publisher"})
_MOST_PEOPLE = 30
_MOST_OF_ONE_PAGE = 2  # objects: some pages describe themselves twice


def article_objects(scripts: list[str]) -> list[dict[str, Any]]:
    """The objects that describe an article, those with a headline first; who is only referred to in them is put in."""
    things = [thing for script in scripts for thing in _objects(_loaded(script))]
    named = {key: thing for thing in things if isinstance(key := thing.get("@id"), str) and "name" in thing}
    found = [
        {key: _meant(value, named) if key in _PEOPLE else value for key, value in thing.items()}
        for thing in things
        if _is_article(thing)
    ]
    return sorted(found, key=lambda thing: "headline" not in thing)


def _meant(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    """What an object's reference ({"@id": …}) refers to; anything else as it is."""
    if isinstance(value, list):
        return [_meant(item, named) for item in value[:_MOST_PEOPLE]]
    key = value.get("@id") if isinstance(value, dict) and "name" not in value else None
    return named.get(key, value) if isinstance(key, str) else value


def _loaded(script: str) -> Any:
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    if not text or len(text) > _CHARS:
        return None
    try:
        return json.loads(_CONTROLS.sub(" ", text))
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed"):
            if isinstance(value.get(key), list | dict):
                yield from _objects(value[key], depth + 1)


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLES.search(kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def paragraphs_in(things: list[dict[str, Any]]) -> list[str]:
    """The lines of the article's text, where the objects carry it; markup in it, plain or escaped, is taken off.

    Many objects are those of a list of articles: none of their texts is the page's.
    """
    bodies = [body for thing in things if isinstance(body := thing.get("articleBody"), str)]
    if not bodies or len(things) > _MOST_OF_ONE_PAGE:
        return []
    return [line for raw in shown_text(unescape(bodies[0])).splitlines() if (line := visible(raw))]


def text_of(value: Any) -> str | None:
    """A string, the first string of a list, or what an object is called."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, list):
        return next((text for item in value if (text := text_of(item))), None)
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value"))
    return None


def names_of(value: Any) -> list[str]:
    """The names of people in an `author`; organisations are none."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [name for item in value[:_MOST_PEOPLE] for name in names_of(item)]
    if isinstance(value, dict) and "Organi" not in str(value.get("@type")):
        return names_of(value.get("name") or [])
    return []
