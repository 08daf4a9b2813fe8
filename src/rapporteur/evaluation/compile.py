"""From an item of the project's corpus to the record that a perfect reading of it would give."""

from __future__ import annotations

from rapporteur._version import __version__
from rapporteur.evaluation.markup import Item, Mark, MarkedStatement
from rapporteur.intake import read_clean_text
from rapporteur.reading.mode import mode_of, quoted_extents
from rapporteur.reading.statements import hearers
from rapporteur.record import Actor, Article, Manifest, Mention, Record, Span, Statement, span_of

LAYERS = ["actors", "statements"]


def article_of(item: Item) -> Article:
    """The article that an item holds, without its marks."""
    return read_clean_text(item.text, id=item.id, title=item.title, date=item.header["date"], outlet=item.header["outlet"])


def record_of(item: Item) -> Record:
    """The item's marks as a record: mode follows from the quotation marks, nesting from which content holds which cue."""
    article = article_of(item)
    quoted = {
        "text": quoted_extents(article.text, [(p.start, p.end) for p in article.paragraphs]),
        "title": quoted_extents(item.title, [(0, len(item.title))]),
    }
    statements = [_statement(item, article, s, quoted) for s in item.statements]
    manifest = Manifest(__version__, None, None, LAYERS, {})
    return Record(article=article, actors=_actors(item), statements=statements, manifest=manifest)


def enclosing(item: Item, inner: MarkedStatement) -> MarkedStatement | None:
    """The statement in whose content this one's cue stands, the innermost where several do."""
    cue = inner.spans("cue")[0]
    holders = [
        (content.end - content.start, other.number, other)
        for other in item.statements if other.number != inner.number
        for content in other.spans("content")
        if content.title == cue.title and content.start <= cue.start and cue.end <= content.end
    ]
    return min(holders)[2] if holders else None


def depth(item: Item, statement: MarkedStatement) -> int:
    """How many statements stand around this one: 0 for the narrator's own."""
    outer = enclosing(item, statement)
    return 0 if outer is None else 1 + depth(item, outer)


def _span(item: Item, mark: Mark) -> Span:
    source = item.title if mark.title else item.text
    return span_of(source, mark.start, mark.end, field="title" if mark.title else "text")


def _statement(item: Item, article: Article, s: MarkedStatement, quoted: dict[str, list[tuple[int, int]]]) -> Statement:
    source, cue, content, audience = ([_span(item, m) for m in s.spans(role)] for role in ("source", "cue", "content", "audience"))
    outer = enclosing(item, s)
    audience = hearers(article, s.act, audience, content)
    return Statement(
        id=f"s{s.number}", speakers=s.by, audience=s.to if audience else [], source=source, cue=cue, content=content, audience_spans=audience,
        mode=mode_of(content, quoted, nested_cue=cue[0] if outer else None), act=s.act, polarity="negated" if s.negated else "affirmed", said_on=None,
        inside=f"s{outer.number}" if outer else None, confidence=1.0,
    )


def _actors(item: Item) -> list[Actor]:
    mentions: dict[str, list[Mention]] = {key: [] for key in item.actors}
    for key, start, end, in_title in item.mentions:
        source = item.title if in_title else item.text
        mentions[key].append(Mention(start=start, end=end, words=source[start:end], field="title" if in_title else "text", form="name"))
    return [
        Actor(id=key, entity=None, name=name, kind=kind, members=[], country=None, sector=None, code=None, role=None, wikidata=None, mentions=mentions[key])
        for key, (name, kind) in item.actors.items()
    ]
