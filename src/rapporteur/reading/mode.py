"""How a content is given: in its speaker's own words (direct), in the writer's (indirect), or both (mixed)."""

from __future__ import annotations

from rapporteur.reading.quotation import quotations
from rapporteur.record import Span


def mode_of(content: list[Span], quoted: dict[str, list[tuple[int, int]]], *, nested_cue: Span | None = None) -> str:
    """Direct where all words of the content stand in quotation marks, mixed where some do; `quoted` holds the
    quotations of "text" and "title". Of a nested statement a quotation that holds its cue (`nested_cue`) too is the
    outer speaker's: in “We know that they want peace” nobody quotes them."""
    inside = total = 0
    for span in content:
        own = [q for q in quoted[span.field] if nested_cue is None or nested_cue.field != span.field or not q[0] <= nested_cue.start < q[1]]
        for i, char in enumerate(span.words, span.start):
            if char.isalnum():
                total += 1
                inside += any(a <= i < b for a, b in own)
    if inside == 0:
        return "indirect"
    return "direct" if inside >= 0.97 * total else "mixed"


def quoted_extents(source: str, passages: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The quotations of all passages of a text, outer and inner."""
    return [(q.start, q.end) for a, b in passages for q in quotations(source, a, b)]
