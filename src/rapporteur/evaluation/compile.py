"""From an item of the project's corpus to the record that a perfect reading of it would give."""

from __future__ import annotations

from rapporteur._version import __version__
from rapporteur.evaluation.markup import PRONOUNS, Item, Mark, MarkedStatement
from rapporteur.evaluation.markup_lines import MarkedDispute, MarkedEvent, MarkedPlan, MarkedPosition
from rapporteur.intake import read_clean_text
from rapporteur.knowledge.plover import coded_of
from rapporteur.reading.mode import mode_of, quoted_extents
from rapporteur.reading.statements import hearers
from rapporteur.record import (
    Actor,
    Article,
    Dispute,
    Event,
    EventMention,
    Manifest,
    Mention,
    Plan,
    Position,
    Record,
    Side,
    Span,
    Statement,
    span_of,
    status_of,
)


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
    layers = ["actors"] * item.complete("mentions") + ["statements"] * item.complete("statements") + ["events"] * item.complete("events")
    layers += ["positions", "disputes", "plans"] * item.complete("positions")
    manifest = Manifest(__version__, None, None, layers, {})
    events = [_event(item, e) for e in item.of(MarkedEvent)]
    return Record(
        article=article, actors=_actors(item), statements=statements, events=events, positions=_positions(item),
        disputes=[_dispute(item, d) for d in item.of(MarkedDispute)], plans=[_plan(item, p) for p in item.of(MarkedPlan)], manifest=manifest,
    )


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


def _event(item: Item, e: MarkedEvent) -> Event:
    """Who vouches follows from the innermost content that holds a trigger; parties have no words of their own in the markup."""
    vouchers = []
    for mark in e.spans("trigger"):
        holders = [
            (c.end - c.start, s.number) for s in item.statements for c in s.spans("content") if c.title == mark.title and c.start <= mark.start and mark.end <= c.end
        ]
        vouchers.append(f"s{min(holders)[1]}" if holders else "narrator")
    asserted = sorted(dict.fromkeys(vouchers), key=lambda v: v != "narrator")
    return Event(
        id=f"e{e.number}", type=e.type, mode=e.mode, contexts=[], source=e.by, target=e.on, symmetric=e.symmetric, reality=e.reality, asserted_by=asserted,
        status=status_of(e.reality, asserted), coded=coded_of(e.type, e.mode, e.reality),
        date=None, place=None, counts=None, mentions=[EventMention([_span(item, m)], [], [], None, None) for m in e.spans("trigger")], confidence=1.0,
    )


def _words(spans: list[Span]) -> str:
    return " … ".join(s.words for s in spans)


def _positions(item: Item) -> list[Position]:
    """One for each holder of each marked position."""
    held = [(p, key, [_span(item, m) for m in p.spans("issue")]) for p in item.of(MarkedPosition) for key in p.by]
    return [Position(f"p{n}", key, p.stance, _words(spans), spans, [], 1.0) for n, (p, key, spans) in enumerate(held, 1)]


def _dispute(item: Item, d: MarkedDispute) -> Dispute:
    spans = [[_span(item, m) for m in d.spans(role)] for role in ("claim", "counterclaim")]
    return Dispute(f"d{d.number}", d.question, [Side(_words(s), by, [], s) for s, by in zip(spans, (d.by, d.on), strict=True)], 1.0)


def _plan(item: Item, p: MarkedPlan) -> Plan:
    what = [_span(item, m) for m in p.spans("what")]
    return Plan(f"n{p.number}", _words(what), p.by, None, None, [], what, 1.0)


def _actors(item: Item) -> list[Actor]:
    mentions: dict[str, list[Mention]] = {key: [] for key in item.actors}
    for key, start, end, in_title in item.mentions:
        source = item.title if in_title else item.text
        words = source[start:end]
        mentions[key].append(Mention(start=start, end=end, words=words, field="title" if in_title else "text", form=form_of(words)))
    return [
        Actor(
            id=key, entity=None, name=a.name, kind=a.kind, members=list(a.members), country=a.country, sector=a.sector, code=None, role=a.role, wikidata=None,
            mentions=mentions[key],
        )
        for key, a in item.actors.items()
    ]


def form_of(words: str) -> str:
    """The form of a marked mention by its words: a pronoun, a name where a word beside the first has a capital or the
    whole begins with one and is no noun phrase with an article, else nominal."""
    if words.casefold() in PRONOUNS:
        return "pronoun"
    tokens = words.split()
    if tokens[0].casefold() in ("the", "a", "an", "his", "her", "their", "its", "some", "many", "several", "two", "three", "both", "all", "most", "one", "other"):
        rest = [w for w in tokens[1:] if w.casefold() not in ("of", "the", "and", "for", "de", "al", "in")]
        return "name" if tokens[0].casefold() == "the" and rest and all(w[:1].isupper() for w in rest) else "nominal"
    last = tokens[-1]
    return "name" if last[:1].isupper() or any(c.isdigit() for c in last) else "nominal"
