"""When something was said: the expression of time that belongs to the attributing clause ("told RT on Friday").

What stands inside the content tells of other things; of what is left in the sentence of the cue, the expression nearest to
the attributing words is taken. Nothing where none is near: most statements do not say when.
"""

from __future__ import annotations

from rapporteur.record import Article, Span
from rapporteur.record.time import Time

_NEAR = 45  # characters between the attributing words and the time


def said_on(article: Article, parts: list[Span], content: list[Span], enclosing: list[Span], times: list[Time]) -> Time | None:
    """The time of a statement whose attributing words are `parts` (source, cue, addressee); `enclosing` is the content in which
    the statement stands, empty for the narrator's own, and `times` are all of the article."""
    if not parts:
        return None
    field, anchor = parts[0].field, parts[0].start
    floor, ceiling = _sentence(article, field, anchor)
    fitting = [
        (min(_apart(t.span, p) for p in parts if p.field == field), n, t)
        for n, t in enumerate(times)
        if t.span is not None and t.span.field == field and floor <= t.span.start < ceiling and not _within(t.span, content)
        and (not enclosing or _within(t.span, enclosing)) and not any(_between(t.span, p, content) for p in parts)
    ]
    nearest = min(fitting, key=lambda f: f[:2], default=None)
    return nearest[2] if nearest is not None and nearest[0] <= _NEAR else None


def _sentence(article: Article, field: str, at: int) -> tuple[int, int]:
    if field == "title":
        return 0, len(article.title or "")
    return next(((s.start, s.end) for s in article.sentences if s.start <= at < s.end), (at, at))


def _within(span: Span, others: list[Span]) -> bool:
    return any(o.field == span.field and o.start <= span.start and span.end <= o.end for o in others)


def _apart(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)


def _between(time: Span, part: Span, content: list[Span]) -> bool:
    """Whether a piece of the content lies between the time and a part of the attribution that comes before it: such a time
    belongs to what is said ("said that the talks, which began in May, …")."""
    return any(part.end <= c.start and c.end <= time.start and part.field == c.field == time.field for c in content)
