"""The article while its sources are resolved: its names, whom they name, and who has spoken so far."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from rapporteur.reading.names import NameMention, read_names
from rapporteur.reading.referents import Referent, gather
from rapporteur.record import Article, Span, Time

_TITLE = 1_000_000_000  # the title stands before all text
FAR = 2 * _TITLE


class Linked(NamedTuple):
    """A mention with whom it refers to."""

    field: str
    start: int
    end: int
    referent: Referent
    form: str
    is_person: bool


@dataclass
class Scene:
    """The names of an article, their referents, and what has been resolved in reading order.

    `spoken` holds the outermost speakers as (place, speaker), `resolved` the sources with whom they refer to, `linked` the
    mentions with theirs, `times` what tells when.
    """

    article: Article
    quoted: dict[str, list[tuple[int, int]]]
    names: list[NameMention]
    owners: list[Referent]
    referents: list[Referent]
    starts: list[int]
    spoken: list[tuple[int, Referent]] = field(default_factory=list)
    resolved: list[tuple[Span, list[Referent]]] = field(default_factory=list)
    linked: list[Linked] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)

    def sentence(self, span: Span) -> int:
        """The number of the sentence where a span begins; the title is -1."""
        return -1 if span.field == "title" else bisect_right(self.starts, span.start) - 1

    def source(self, field: str) -> str:
        """The text, or the title."""
        return self.article.text if field == "text" else self.article.title or ""

    def names_in(self, span: Span) -> list[tuple[NameMention, Referent]]:
        """The names inside a span, with whom they name."""
        return [
            (m, r) for m, r in zip(self.names, self.owners, strict=True)
            if m.field == span.field and span.start <= m.start and m.end <= span.end
        ]

    def referent_of(self, span: Span) -> Referent | None:
        """Whom the mention that is just this span refers to."""
        return next((x.referent.itself for x in self.linked if (x.field, x.start, x.end) == (span.field, span.start, span.end)), None)

    def head_in(self, span: Span) -> Linked | None:
        """The mention that a source consists of: of those inside it and in no other, the first person, else the first."""
        inside = [x for x in self.linked if x.field == span.field and span.start <= x.start and x.end <= span.end]
        outer = [x for x in inside if not any(y is not x and y.start <= x.start and x.end <= y.end for y in inside)]
        return next((x for x in outer if x.is_person), None) or next(iter(outer), None)

    def last_speaker(self, place: int) -> Referent | None:
        """Who spoke last before a place."""
        return next((r for at, r in reversed(self.spoken) if at < place), None)


def open_scene(article: Article, quoted: dict[str, list[tuple[int, int]]]) -> Scene:
    """Read the names of an article; `quoted` are the quotations of "text" and "title"."""
    names = read_names(article, quoted)
    referents, owners = gather(names)
    return Scene(article, quoted, names, owners, referents, [s.start for s in article.sentences])


def place_of(span: Span) -> int:
    """Where a span stands in reading order: the title comes before the text."""
    return place_at(span.field, span.start)


def place_at(field: str, start: int) -> int:
    """Where a character of the text or the title stands in reading order."""
    return start - (_TITLE if field == "title" else 0)


def distance(referent: Referent, place: int) -> int:
    """How far back its nearest mention is; FAR where all come later."""
    return min((place - at for f, s, _ in referent.mentions if (at := place_at(f, s)) <= place), default=FAR)
