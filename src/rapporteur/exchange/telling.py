"""How a record is told to a person, on whatever page: who, how, when, and in which order."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rapporteur.record import Article, Event, Record, Span, Statement, Time

NO_SOURCE = "no source named"

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)\S*?(?:Z|([+-]\d\d:\d\d))")


class Told(NamedTuple):
    """A statement in its place: its number in reading order from 1, and the statements it stands in, innermost first."""

    number: int
    statement: Statement
    inside: tuple[Statement, ...]


def outline(record: Record) -> list[Told]:
    """The statements in reading order, title first, each followed by those that stand inside it.

    One whose enclosing statement is missing or comes back to itself is told as the narrator's own.
    """
    by_id = {s.id: s for s in record.statements}
    within: dict[str | None, list[Statement]] = defaultdict(list)
    for statement in sorted(record.statements, key=_place):
        within[statement.inside if _reaches_the_narrator(statement, by_id) else None].append(statement)
    found = _walk(within, None, ())
    return [Told(number, statement, inside) for number, (statement, inside) in enumerate(found, start=1)]


def _walk(
    within: dict[str | None, list[Statement]], id: str | None, inside: tuple[Statement, ...]
) -> Iterator[tuple[Statement, tuple[Statement, ...]]]:
    for statement in within.get(id, []):
        yield statement, inside
        yield from _walk(within, statement.id, (statement, *inside))


def _reaches_the_narrator(statement: Statement, by_id: dict[str, Statement]) -> bool:
    seen = set()
    while statement.inside is not None:
        if statement.id in seen or statement.inside not in by_id:
            return False
        seen.add(statement.id)
        statement = by_id[statement.inside]
    return True


def _place(statement: Statement) -> tuple[bool, int, int]:
    first = first_span(statement)
    return (False, 0, 0) if first is None else (first.field == "text", first.start, -first.end)


def first_span(statement: Statement) -> Span | None:
    """Where the statement begins to be told."""
    spans = [*statement.source, *statement.cue, *statement.content]
    return min(spans, key=lambda s: (s.field == "text", s.start, s.end), default=None)


def names(record: Record, ids: list[str]) -> str:
    """The names of actors as a phrase: "A", "A and B", "A, B and C"."""
    by_id = {actor.id: actor.name for actor in record.actors}
    known = [by_id[id] for id in ids]
    return " and ".join([", ".join(known[:-1]), known[-1]] if len(known) > 1 else known)


def who(record: Record, statement: Statement) -> str:
    """The speakers; the article's own words for the source where no actor is known; else that no source is named."""
    return names(record, statement.speakers) or words(statement.source) or NO_SOURCE


def how(record: Record, told: Told) -> list[str]:
    """Act and mode, and then what else limits the statement: denial, addressee, day, who reports it, that it is a headline."""
    statement = told.statement
    facts = [f"not {statement.act}" if statement.polarity == "negated" else statement.act, statement.mode]
    audience = names(record, statement.audience) or words(statement.audience_spans)
    if audience:
        facts.append(f"to {audience}")
    if statement.said_on is not None:
        facts.append(when(statement.said_on))
    if told.inside:
        facts.append(f"reported by {who(record, told.inside[0])}")
    first = first_span(statement)
    if first is not None and first.field == "title":
        facts.append("in the title")
    return facts


def deed(record: Record, event: Event) -> str:
    """Who did what to whom: "ASSAULT aerial: the army → rebels, “bombed”"."""
    act = " ".join(x for x in (event.type, event.mode) if x)
    parties = " → ".join(x for x in (names(record, event.source) or "nobody named", names(record, event.target)) if x)
    told = dict.fromkeys(words(m.trigger) for m in event.mentions)
    return f"{act}: {parties}, {', '.join(f'“{t}”' for t in told)}"


def circumstances(record: Record, event: Event) -> list[str]:
    """Status with who vouches where it is not the narrator, then day, place and counts, as far as they are known."""
    by_id = {s.id: s for s in record.statements}
    claimants = dict.fromkeys(who(record, by_id[id]) for id in event.asserted_by if id in by_id)
    vouched = "narrator" in event.asserted_by
    facts = [event.status if vouched or not claimants else f"{event.status}, says {' and '.join(claimants)}"]
    if event.date is not None:
        facts.append(when(event.date))
    if event.place is not None:
        facts.append(event.place.name)
    for kind in ("dead", "injured", "arrested"):
        number = getattr(event.counts, kind) if event.counts is not None else None
        if number is not None and number.span is not None:
            facts.append(f"{number.span.words} {kind}")
    return facts


def when(time: Time) -> str:
    """An interval of days in words: "on 2031-03-04", "since 2031-03-01", "2031-03-01 to 2031-03-31"."""
    if time.start is None or time.end is None:
        open_end = "since" if time.end is None else "by"
        relation = open_end if time.relation in ("on", "about") else time.relation
        return f"{relation} {time.start or time.end or 'a day not given'}"
    days = time.start if time.start == time.end else f"{time.start} to {time.end}"
    return days if time.relation == "on" and time.start != time.end else f"{time.relation} {days}"


def words(spans: list[Span]) -> str:
    """The words of several spans, an ellipsis where something stands between them."""
    return " … ".join(span.words for span in spans)


def meta(article: Article) -> list[str]:
    """Outlet, day and authors, as far as they are known."""
    return [fact for fact in (article.outlet, published(article), ", ".join(article.authors)) if fact]


def published(article: Article) -> str | None:
    """The day of publication; a moment of it to the minute and with its offset: "2031-03-04 18:20 UTC-04:00"."""
    moment = _MOMENT.fullmatch(article.published or "")
    if moment is None:
        return article.published
    day, time, offset = moment.groups()
    return f"{day} {time} UTC{offset if offset not in (None, '+00:00', '-00:00') else ''}"


def title(record: Record) -> str:
    """The title of the article, or its address or id where it has none."""
    return record.article.title or record.article.url or record.article.id


def tally(record: Record) -> str:
    """How many statements of which kinds, and how many events, the record holds, in one sentence."""
    statements = record.statements
    speakers = {id for s in statements for id in s.speakers}
    modes = Counter(s.mode for s in statements)
    kinds = [f"{modes[mode]} {mode}" for mode in ("direct", "indirect", "mixed") if modes[mode]]
    more = {
        "negated": sum(s.polarity == "negated" for s in statements),
        "reported by another source": sum(s.inside is not None for s in statements),
        "without a source": sum(not s.speakers and not s.source for s in statements),
    }
    kinds += [f"{n} {kind}" for kind, n in more.items() if n]
    told = f"{count(len(statements), 'statement')} by {count(len(speakers), 'speaker')}" + (f": {', '.join(kinds)}" if kinds else "")
    claimed = sum(e.status == "claimed" for e in record.events)
    return told + (f"; {count(len(record.events), 'event')}, {claimed} of them only claimed" if record.events else "")


def count(n: int, noun: str) -> str:
    """A number with its noun: "1 statement", "2 statements"."""
    return f"{n:,} {noun}" + ("" if n == 1 else "s")


# Left as they are, they would steer a terminal or turn the order of what is read: control
# characters (line feed apart), the bidirectional embeddings, overrides and isolates, lone surrogates.
_HIDDEN = [*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_VISIBLE = dict.fromkeys([*_HIDDEN, *range(0xD800, 0xE000)], "\ufffd") | {0x09: " "}


def visible(text: str) -> str:
    """`text` with each character that steers a display, and each lone surrogate, shown as one replacement mark."""
    return text.translate(_VISIBLE)
