"""Where an article says that things happen: names of places behind a word of place ("in Homs", "off the coast of Aden"), and
which place of the gazetteer each means. A name that stands elsewhere may be who acts and is not taken for a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.knowledge.bodies import body_named
from rapporteur.knowledge.gazetteer import Place
from rapporteur.knowledge.keys import key_of
from rapporteur.knowledge.states import state_named, state_of_demonym
from rapporteur.reading.places import candidates_of, resolve_places
from rapporteur.reading.scene import Scene
from rapporteur.record import Span
from rapporteur.record.span import Field

_RUN = re.compile(r"(?<![\w-])[A-Z][\w’'.-]*(?:\s(?:(?:of|the|of\sthe|de|del|la|al|el|and)\s)?[A-Z][\w’'.-]*)*")
_LOCATIVE = re.compile(
    r"(?:\b(?:in|at|near|from|outside|around|over|off|into|across|inside|within|throughout|through|to|towards?|of|between|along|on|reached|left|entered|for|and"
    r"|(?:north|south|east|west)(?:ern)?|(?:north|south)[- ]?(?:east|west)(?:ern)?|central|upper|lower|rural|coast|city|town|village|port|province|district|capital|island|suburb"
    r")(?:\s+the)?|,|\()\s+$",
    re.IGNORECASE,
)
_NO_PLACE = frozenset(["In", "At", "On", "The", "Near", "From", "To", "By", "And", "But", "For", "Of", "As", "After", "A", "An", "It", "He", "She", "They", "I", "We", "March", "May", "August", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Mr", "Mr.", "Mrs", "Dr"])
_LONGEST = 5  # words of a name


def named_places(scene: Scene, home: str | None = None) -> list[tuple[Span, Place]]:
    """Each place that title and text name, with its words; `home` is the outlet's country."""
    out = []
    title = scene.source("title")
    for field in ("title", "text"):
        source = scene.source(field)
        spans = list(_spans(scene, field, source))
        for (a, b), place in zip(spans, resolve_places(source, spans, title, home), strict=True):
            if place is not None:
                out.append((Span(a, b, source[a:b], field), place))
    return out


def _spans(scene: Scene, field: Field, source: str) -> Iterator[tuple[int, int]]:
    people = [(m.start, m.end) for m in scene.names if m.field == field and m.reading.kind == "person"]
    for m in _RUN.finditer(source):
        words = [(w.start() + m.start(), w.end() + m.start()) for w in re.finditer(r"\S+", m.group())]
        at = 0
        while at < len(words):
            length = next((n for n in range(min(_LONGEST, len(words) - at), 0, -1) if _is_place(source, words, at, n, people)), 0)
            if length and (_LOCATIVE.search(source[max(0, words[at][0] - 30) : words[at][0]]) or _is_dateline(source, words[at][0])):
                yield words[at][0], _end(source, words[at + length - 1][1])
            at += length or 1


def _is_dateline(source: str, start: int) -> bool:
    """Whether a name in capitals begins a paragraph ("NAIROBI, May 3")."""
    return (start == 0 or source[start - 1] == "\n") and source[start : start + 3].isupper()


def _end(source: str, end: int) -> int:
    """The end of a name without a possessive or a full stop."""
    for tail in ("'s", "’s", ".", "'", "’"):
        if source[:end].endswith(tail) and not (tail == "." and source[end - 3 : end - 2] in (".", " ")):
            end -= len(tail)
    return end


def _is_place(source: str, words: list[tuple[int, int]], at: int, length: int, people: list[tuple[int, int]]) -> bool:
    a, b = words[at][0], _end(source, words[at + length - 1][1])
    if any(x < b and a < y for x, y in people) or source[a : words[at][1]] in _NO_PLACE or not source[b - 1].isalnum():
        return False
    name = source[a:b]
    found = () if state_of_demonym(name) or (body_named(name) and not state_named(name)) else candidates_of(name)
    return bool(found) and (length == 1 or " and " not in name or any(key_of(p.name) == key_of(name) for p in found))
