"""How a content is given: in its speaker's own words (direct), in the writer's (indirect), or both (mixed)."""

from __future__ import annotations

from rapporteur.reading.quotation import outermost, quotations
from rapporteur.record import Span


def mode_of(content: list[Span], quoted: dict[str, list[tuple[int, int]]]) -> str:
    """Direct where all words of the content stand in quotation marks, mixed where some do; `quoted` holds the
    quotations of "text" and "title"."""
    inside = total = 0
    for span in content:
        for i, char in enumerate(span.words, span.start):
            if char.isalnum():
                total += 1
                inside += any(a <= i < b for a, b in quoted[span.field])
    if inside == 0:
        return "indirect"
    return "direct" if inside >= 0.97 * total else "mixed"


def quoted_extents(source: str, passages: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The outermost quotations of all passages of a text."""
    return [(q.start, q.end) for a, b in passages for q in outermost(quotations(source, a, b))]
