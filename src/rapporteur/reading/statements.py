"""From attributions to the statements of the record, with speakers, audience, mode, act and polarity."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapporteur.knowledge.cues import act_of
from rapporteur.reading.attribution import Attribution
from rapporteur.reading.headlines import Told, content_words, restated
from rapporteur.reading.labels import LabelSpan
from rapporteur.reading.mode import mode_of
from rapporteur.reading.polarity import is_negated
from rapporteur.reading.referents import Referent
from rapporteur.reading.said_on import said_on
from rapporteur.reading.scene import Scene, place_of
from rapporteur.reading.speakers import resolve
from rapporteur.reading.stakes import Run
from rapporteur.reading.words import Words
from rapporteur.record import Article, Span, Statement, span_of

_TELL = re.compile(r"\b(?:tell|tells|told|telling)$")
_BIDDING = frozenset(["ask", "order", "warn"])  # whom they name in their content hears them ("urged Oslo to wait")
_SPEAKING = _BIDDING | frozenset(["say", "promise", "threaten", "deny", "refuse", "agree", "accuse"])
_LAST_WORD = re.compile(r"([\w’']+)\W*$")
_NO_DATIVE = frozenset(["of", "about", "over", "from", "against", "into", "by", "for", "than"])


def hearers(article: Article, act: str, audience: list[Span], content: list[Span]) -> list[Span]:
    """The addressees among the spans marked as such. Whom a content accuses, praises or speaks of is none; nor is
    somebody to whom no words go ("said of the voters", "wants Oslo to wait")."""
    return [a for a in audience if _hears(article, act, a, content)]


def _hears(article: Article, act: str, audience: Span, content: list[Span]) -> bool:
    if any(c.field == audience.field and c.start <= audience.start and audience.end <= c.end for c in content):
        return act in _BIDDING
    text = article.text if audience.field == "text" else article.title or ""
    before = _LAST_WORD.search(text[max(0, audience.start - 30) : audience.start])
    word = before[1].casefold() if before else ""
    return word not in _NO_DATIVE and (act in _SPEAKING or word in ("to", "with"))


class Draft(NamedTuple):
    """A statement before its actors have ids."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]
    audience_spans: list[Span]
    depth: int
    confidence: float

    @property
    def act(self) -> str:
        """What the attributing words do; who is told to do something is given an order."""
        act = act_of(self.cue[0].words) if self.cue else "say"
        told_to = act == "say" and _TELL.search(self.cue[0].words if self.cue else "") and self.content[0].words.startswith("to ")
        return "order" if told_to else act

    @property
    def in_title(self) -> bool:
        return all(s.field == "title" for s in (*self.cue, *self.content))

    @property
    def place(self) -> int:
        return min(place_of(s) for s in (*self.source, *self.cue, *self.content))


def span_at(words: Words, article: Article, part: LabelSpan | Run) -> Span:
    """The characters that a labelled run of words covers."""
    title = words.is_title(part.first)
    source = article.title if title else article.text
    return span_of(source or "", int(words.start[part.first]), int(words.end[part.last - 1]), field="title" if title else "text")


def draft(words: Words, article: Article, found: Attribution) -> Draft:
    """An attribution in characters."""
    def spans(parts: list[LabelSpan]) -> list[Span]:
        return sorted((span_at(words, article, p) for p in parts), key=place_of)

    parts = found.parts()
    sure = min(p.probability for p in parts) * found.linked
    cue, content = spans([found.cue] if found.cue else []), spans(found.content)
    audience = hearers(article, act_of(cue[0].words) if cue else "say", spans(found.audience), content)
    return Draft(spans(found.source), cue, content, audience, found.depth, sure)


def enclosing_of(inner: Draft, drafts: list[Draft]) -> Draft | None:
    """The innermost statement of a lesser depth in whose content this one stands."""
    anchor = (inner.cue or inner.content)[0]
    holders = [
        (c.end - c.start, d) for d in drafts if d is not inner and d.depth < inner.depth
        for c in d.content if c.field == anchor.field and c.start <= anchor.start and anchor.end <= c.end
    ]
    return min(holders, key=lambda h: h[0])[1] if holders else None


def write_statements(
    article: Article, drafts: list[Draft], scene: Scene, *, confidence
) -> tuple[list[Statement], list[list[Referent]], list[list[Referent]]]:
    """Statements in reading order, and beside each its speakers and its audience; actor ids are filled in later."""
    ordered = sorted(drafts, key=lambda d: (d.depth, d.in_title, d.place))  # a headline after the text that it sums up
    parents = {id(d): enclosing_of(d, ordered) for d in ordered}
    speakers: dict[int, list[Referent]] = {}
    audiences: dict[int, list[Referent]] = {}
    for d in ordered:  # outer before inner, so that an "I" finds who says it
        parent = parents[id(d)]
        told_by = [r.itself for r in speakers[id(parent)][:1]] if parent is not None else []
        heard_by = audiences[id(parent)] if parent is not None else []
        enclosing = told_by[0] if told_by else None
        scene.spoken = [(x.place, r.itself) for x in ordered if id(x) in speakers and x.place < d.place for r in speakers[id(x)][:1] if x.depth == 0]
        speakers[id(d)] = _restated(d, ordered, speakers) or _everyone(scene, d.source, enclosing, heard_by)
        audiences[id(d)] = _everyone(scene, d.audience_spans, enclosing, heard_by)
    ordered.sort(key=lambda d: (d.place, d.depth))
    ids = {id(d): f"s{n}" for n, d in enumerate(ordered, 1)}
    outermost = [c for d in ordered if d.depth == 0 for c in d.content]
    statements = [_statement(article, d, ids, parents[id(d)], outermost, scene, confidence(d.confidence)) for d in ordered]
    return statements, [_themselves(speakers[id(d)]) for d in ordered], [_themselves(audiences[id(d)]) for d in ordered]


def _themselves(referents: list[Referent]) -> list[Referent]:
    """Each referent once, as who it turned out to be."""
    return list({id(r.itself): r.itself for r in referents}.values())


def _restated(d: Draft, drafts: list[Draft], speakers: dict[int, list[Referent]]) -> list[Referent]:
    """Who speaks in a headline that describes its source, from the statement of the text that it repeats."""
    if not (d.in_title and d.depth == 0 and d.source):
        return []
    told = [Told(content_words(t.content), speakers[id(t)]) for t in drafts if t.depth == 0 and not t.in_title]
    found = restated(d.source[0], d.content, told)
    for referent in found:
        referent.mention("title", d.source[0].start, d.source[0].end, "nominal")
    return found


def _everyone(scene: Scene, spans: list[Span], enclosing: Referent | None, audience: list[Referent]) -> list[Referent]:
    out: list[Referent] = []
    for span in spans:
        for referent in resolve(scene, span, enclosing=enclosing, audience=audience):
            if not any(referent is r for r in out):
                out.append(referent)
    return out


def _statement(
    article: Article, d: Draft, ids: dict[int, str], parent: Draft | None, outermost: list[Span], scene: Scene, confidence: float
) -> Statement:
    cue = d.cue[0] if d.cue else None
    before = ""
    if cue is not None:
        source = article.title if cue.field == "title" else article.text
        before = (source or "")[max(0, cue.start - 40) : cue.start].split("\n")[-1]
    return Statement(
        id=ids[id(d)], speakers=[], audience=[], source=d.source, cue=d.cue, content=d.content,
        audience_spans=d.audience_spans, mode=mode_of(d.content, scene.quoted, nested_cue=cue if d.depth else None),
        act=d.act,
        polarity="negated" if cue and is_negated(cue.words, before, d.source[0].words if d.source else "") else "affirmed",
        said_on=said_on(article, [*d.cue, *d.source, *d.audience_spans], d.content if parent else outermost, parent.content if parent else [], scene.times),
        inside=ids[id(parent)] if parent is not None else None,
        confidence=confidence,
    )
