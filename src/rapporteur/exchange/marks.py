"""Where the words of statements stand in a text: cut at every boundary, so that marks may overlap and nest."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from rapporteur.exchange.telling import Told
from rapporteur.record import Article, Extent
from rapporteur.record.span import Field

Role = Literal["content", "source", "cue"]


class Mark(NamedTuple):
    """One piece of a statement's source, cue or content; `depth` counts the statements it stands in."""

    start: int
    end: int
    number: int
    role: Role
    depth: int


class Segment(NamedTuple):
    """A stretch of text under the same marks throughout."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_in(outline: Iterable[Told], field: Field) -> list[Mark]:
    """The marks of all statements in the text, or in the title, from left to right."""
    found = [
        Mark(span.start, span.end, told.number, role, len(told.inside))
        for told in outline
        for role, spans in _roles(told)
        for span in spans
        if span.field == field
    ]
    return sorted(found)


def _roles(told: Told):
    s = told.statement
    return (("content", s.content), ("source", s.source), ("cue", s.cue))


def segments(marks: list[Mark], start: int, end: int) -> Iterator[Segment]:
    """The text from `start` to `end` cut where any mark begins or ends; without gaps, in order."""
    here = [m for m in marks if m.start < end and m.end > start]
    cuts = sorted({start, end, *(c for m in here for c in (m.start, m.end) if start < c < end)})
    active: list[Mark] = []
    coming = iter(here)
    following = next(coming, None)
    for left, right in itertools.pairwise(cuts):
        active = [m for m in active if m.end > left]
        while following is not None and following.start <= left:
            active.append(following)
            following = next(coming, None)
        yield Segment(left, right, tuple(active))


def blocks(article: Article) -> list[Extent]:
    """The paragraphs, and whatever text stands outside them, so that nothing of the article is left out."""
    found, reached = [], 0
    for paragraph in article.paragraphs:
        found += [_trimmed(article.text, reached, paragraph.start), paragraph]
        reached = paragraph.end
    found.append(_trimmed(article.text, reached, len(article.text)))
    return [block for block in found if block.start < block.end]


def _trimmed(text: str, start: int, end: int) -> Extent:
    end = max(start, end)
    left = end - len(text[start:end].lstrip())
    return Extent(left, max(left, start + len(text[start:end].rstrip())))
