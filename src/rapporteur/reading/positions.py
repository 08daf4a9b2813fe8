"""Who stands where: actors for, against or conditionally for something.

Statements whose attributing words take a side (wanting, asking, backing, opposing, condemning) give a position of their speakers
on what they contain. Elsewhere the network marks the words at stake with the stance towards them; where it marks some inside such a
statement, they are its issue. Narrated events that take a side (backing, rejecting, condemning) give one of their source.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapporteur.reading.issue_words import Issue, issue_in
from rapporteur.reading.stakes import Run
from rapporteur.record import Article, Event, Position, Span, Statement, span_of
from rapporteur.record.position import STANCES, Stance

_FOR, _AGAINST, _CONDITIONAL = STANCES
# acts of statements that take a side, by whether the attributing is affirmed
_SIDES: dict[tuple[str, bool], Stance] = {
    ("ask", True): _FOR, ("want", True): _FOR, ("support", True): _FOR, ("oppose", True): _AGAINST, ("refuse", True): _AGAINST,
    ("criticise", True): _AGAINST, ("want", False): _AGAINST, ("agree", False): _AGAINST, ("support", False): _AGAINST,
}  # fmt: skip
_TURNED: dict[Stance, Stance] = {_FOR: _AGAINST, _AGAINST: _FOR, _CONDITIONAL: _AGAINST}
_TAKING_SIDES: dict[str, Stance] = {"SUPPORT": _FOR, "REJECT": _AGAINST}
_BY_ACT = 0.6  # confidence in a position that the attributing words alone give


class Held(NamedTuple):
    """A position before it has an id: its holders, and what it rests on."""

    actors: Sequence[str]
    stance: Stance
    spans: list[Span]
    basis: str
    share: float


def positions(article: Article, statements: Sequence[Statement], events: Sequence[Event], runs: Sequence[tuple[Span, Run]]) -> list[Position]:
    """The positions of an article in the order of their issues, one for each holder."""
    held = [h for s in statements for h in _of_statement(article, s, [(span, r) for span, r in runs if _innermost(span, statements) is s])]
    held += [h for e in events for h in _of_event(article, e, statements)]
    held.sort(key=lambda h: (h.spans[0].field != "title", h.spans[0].start))
    out: list[Position] = []
    for h in held:
        for actor in h.actors:
            same = next((i for i, p in enumerate(out) if p.actor == actor and p.stance == h.stance and _one_issue(p.issue_spans, h.spans)), None)
            if same is None:
                out.append(Position(f"p{len(out) + 1}", actor, h.stance, " … ".join(s.words for s in h.spans), h.spans, [h.basis], h.share))
            elif h.basis not in out[same].basis:
                out[same].basis.append(h.basis)
    return out


def _of_statement(article: Article, s: Statement, runs: list[tuple[Span, Run]]) -> list[Held]:
    """What the network marks in a statement; without it what its attributing words say."""
    if not s.speakers:
        return []
    if runs:
        return [Held(s.speakers, STANCES[r.kind], [span], s.id, round(r.share, 3)) for span, r in runs]
    side = _SIDES.get((s.act, s.polarity == "affirmed"))
    return [] if side is None else _sided(article, s.speakers, side, _content_after_addressee(s), s.id)


def _content_after_addressee(s: Statement) -> Span:
    """The first piece of what is said, without whom it names first as the one who is to act ("urged [Oslo] to wait")."""
    content = s.content[0]
    heard = max((a.end for a in s.audience_spans if a.field == content.field and content.start <= a.start and a.end < content.end), default=content.start)
    cut = heard - content.start
    return Span(heard, content.end, content.words[cut:], content.field)


def _sided(article: Article, actors: Sequence[str], side: Stance, among: Span, basis: str) -> list[Held]:
    source = article.text if among.field == "text" else article.title or ""
    issue = issue_in(source, among.start, among.end)
    if issue is None:
        return []
    return [Held(actors, _stance(side, issue), [span_of(source, issue.start, issue.end, field=among.field)], basis, _BY_ACT)]


def _stance(side: Stance, issue: Issue) -> Stance:
    if issue.turned:
        return _TURNED[side]
    return _CONDITIONAL if issue.conditional and side == _FOR else side


def _of_event(article: Article, e: Event, statements: Sequence[Statement]) -> list[Held]:
    """The position of an event that is told outside attributing words: what follows its trigger in the clause."""
    side = _TAKING_SIDES.get(e.type)
    if side is None or e.reality not in ("happened", "ongoing") or not e.source:
        return []
    for m in e.mentions:
        trigger = m.trigger[0]
        if any(_holds(c, trigger) for s in statements for c in s.cue):
            continue
        source = article.text if trigger.field == "text" else article.title or ""
        end = _clause_end(article, source, trigger)
        held = _sided(article, e.source, side, Span(trigger.end, end, source[trigger.end : end], trigger.field), e.id)
        if held and len(held[0].spans[0].words.split()) > 1:
            return held
    return []


def _clause_end(article: Article, source: str, trigger: Span) -> int:
    """Where the clause that holds a trigger ends: at a comma or at the end of the sentence."""
    end = len(source) if trigger.field == "title" else next((s.end for s in article.sentences if s.start <= trigger.start < s.end), len(source))
    cut = source.find(", ", trigger.end, end)
    return cut if cut >= 0 else end


def _innermost(span: Span, statements: Sequence[Statement]) -> Statement | None:
    holders = [(sum(c.end - c.start for c in s.content), i) for i, s in enumerate(statements) if any(_holds(c, span) for c in s.content)]
    return statements[min(holders)[1]] if holders else None


def _holds(outer: Span, inner: Span) -> bool:
    return outer.field == inner.field and outer.start <= inner.start and inner.end <= outer.end


def _one_issue(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(x.field == y.field and x.start < y.end and y.start < x.end for x in a for y in b)
