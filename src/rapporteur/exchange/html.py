"""The record as one self-contained HTML page: the article in place, and beside it who said what and how.

No publisher's HTML is shown: every word is escaped text, links go to http and https only, and the
page's own policy lets it run no script and ask no host for anything.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import NamedTuple

from rapporteur.exchange import telling
from rapporteur.exchange.marks import Mark, blocks, marks_in, segments
from rapporteur.exchange.telling import Told
from rapporteur.record import Extent, Record, Rejected, Span

_LINK = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_DEEPEST = 2
# Statements of an article beyond this number do not light up together; each costs a rule of the stylesheet.
_MOST_LIT = 120
_UNNAMED = ("words", telling.NO_SOURCE)


class Page(NamedTuple):
    """An article of the report: its record, its anchor, and its statements in reading order."""

    record: Record
    anchor: str
    outline: list[Told]


class Speaker(NamedTuple):
    """Whoever speaks in the report: a name, what is known, and the statements with the page of each."""

    name: str
    known: list[str]
    said: list[tuple[Page, Told]]


def to_html(outcomes: Iterable[Record | Rejected]) -> Iterator[str]:
    """The report on all records, in their order, with a list of speakers and of what was rejected."""
    pages: list[Page] = []
    rejected: list[Rejected] = []
    for outcome in outcomes:
        if isinstance(outcome, Rejected):
            rejected.append(outcome)
        else:
            pages.append(Page(outcome, f"a{len(pages) + 1}", telling.outline(outcome)))
    speakers = _speakers(pages)
    anchors = {(page.anchor, told.number): f"p{i}" for i, s in enumerate(speakers, 1) for page, told in s.said}
    yield _head(pages)
    yield _masthead(pages, rejected)
    if len(pages) > 1:
        yield _contents(pages, speakers, rejected)
    yield "<main id=main>\n"
    for page in pages:
        yield _article(page, anchors, heading="h1" if len(pages) == 1 else "h2")
    yield _closing(pages, speakers, rejected)


def _text(value: object) -> str:
    return escape(telling.visible(str(value)), quote=True)


def _head(pages: list[Page]) -> str:
    style = _style(max((len(page.outline) for page in pages), default=0))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{_text(_name_of_report(pages))}</title>\n<style>{style}</style>\n</head>\n"
        '<body>\n<a class="skip" href="#main">To the text</a>\n'
    )


def _style(statements: int) -> str:
    """The stylesheet; to point at a statement lights up all its pieces, its number and its note."""
    css = files("rapporteur.exchange").joinpath("report.css").read_text(encoding="utf-8")
    lit = ",\n".join(f".article:has(.n{n}:is(:hover,:target)) .n{n}" for n in range(1, min(statements, _MOST_LIT) + 1))
    return f"\n{css}{lit} {{ background-color: var(--lit); }}\n" if lit else f"\n{css}"


def _name_of_report(pages: list[Page]) -> str:
    return telling.title(pages[0].record) if len(pages) == 1 else f"The record of {telling.count(len(pages), 'article')}"


def _masthead(pages: list[Page], rejected: list[Rejected]) -> str:
    statements = sum(len(page.outline) for page in pages)
    counts = [telling.count(len(pages), "article"), telling.count(statements, "statement")]
    if rejected:
        counts.append(f"{len(rejected):,} not read")
    heading = "" if len(pages) == 1 else f"<h1>{_text(_name_of_report(pages))}</h1>\n"
    return (
        '<header class="masthead">\n'
        f'<p class="brand"><b>Rapporteur · The record</b> <span>{" · ".join(counts)}</span></p>\n{heading}'
        '<p class="key"><mark class="c">What is attributed</mark> stands on a tint, darker where one report stands in '
        'another; <span class="s">its source</span> and <span class="q">the words that attribute it</span> are '
        "underlined. Each number leads to the note that says who and how.</p>\n</header>\n"
    )


def _contents(pages: list[Page], speakers: list[Speaker], rejected: list[Rejected]) -> str:
    lines = []
    for page in pages:
        about = [page.record.article.outlet, telling.published(page.record.article), telling.count(len(page.outline), "statement")]
        title = _text(telling.title(page.record))
        lines.append(f'<li><a href="#{page.anchor}">{title}</a> <small>{" · ".join(f"<span>{_text(fact)}</span>" for fact in about if fact)}</small></li>')
    jumps = [f'<a href="#speakers">Who said what: {telling.count(len(speakers), "speaker")}</a>'] if speakers else []
    if rejected:
        jumps.append(f'<a href="#rejected">Not read: {telling.count(len(rejected), "input")}</a>')
    return (
        '<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">Articles</h2>\n<ol>\n'
        + "\n".join(lines)
        + f'\n</ol>\n<p class="jump">{" · ".join(jumps)}</p>\n</nav>\n'
    )


def _article(page: Page, anchors: dict[tuple[str, int], str], *, heading: str) -> str:
    article = page.record.article
    numbered: set[tuple[int, int]] = set()
    notes = _notes_by_block(page, anchors)
    named = "title" if article.title else "untitled"
    title = f'<{heading} class="{named}" id="{page.anchor}-title">{_title(page, numbered)}</{heading}>'
    header = _row(title + _meta(page), notes.get(None, []))
    language = article.language if article.language and _LANGUAGE.fullmatch(article.language) else "en"
    marks = marks_in(page.outline, "text")
    rows = [
        _row(f'<p class="text">{_marked(page, article.text, marks, block, numbered)}</p>', notes.get(block, []))
        for block in blocks(article)
    ]
    return (
        f'<article class="article" id="{page.anchor}" aria-labelledby="{page.anchor}-title" lang="{language}">\n'
        f"<header>{header}</header>\n"
        + "".join(rows)
        + f'<p class="tally">{_text(telling.tally(page.record))}.</p>\n</article>\n'
    )


def _title(page: Page, numbered: set[tuple[int, int]]) -> str:
    title = page.record.article.title
    if not title:
        return "Untitled"
    return _marked(page, title, marks_in(page.outline, "title"), Extent(0, len(title)), numbered)


def _meta(page: Page) -> str:
    facts = [_text(fact) for fact in telling.meta(page.record.article)]
    if page.record.article.url:
        facts.append(_link(page.record.article.url))
    return f'<p class="meta">{" · ".join(facts)}</p>' if facts else ""


def _link(url: str) -> str:
    if not _LINK.fullmatch(url):
        return _text(url)
    return f'<a href="{_text(url)}" rel="noopener noreferrer nofollow">{_text(url)}</a>'


def _row(text: str, notes: list[str]) -> str:
    beside = f'\n<ul class="notes" aria-label="Who said it">\n{"".join(notes)}</ul>' if notes else ""
    return f'<div class="row"><div>{text}</div>{beside}</div>\n'


def _notes_by_block(page: Page, anchors: dict[tuple[str, int], str]) -> dict[Extent | None, list[str]]:
    """Each note under the paragraph where its statement begins; None is the title."""
    ends = blocks(page.record.article)
    placed: dict[Extent | None, list[str]] = {}
    for told in page.outline:
        first = telling.first_span(told.statement)
        block = _block_of(first, ends)
        placed.setdefault(block, []).append(_note(page, told, anchors[page.anchor, told.number]))
    return placed


def _block_of(span: Span | None, blocks: list[Extent]) -> Extent | None:
    if span is None or span.field == "title":
        return None
    return next((block for block in blocks if span.start < block.end), None)


def _note(page: Page, told: Told, speaker: str) -> str:
    depth = min(len(told.inside), _DEEPEST)
    to_words = f'href="#{page.anchor}-w{told.number}" ' if telling.first_span(told.statement) is not None else ""
    return (
        f'<li class="note d{depth} n{told.number}" id="{page.anchor}-s{told.number}">'
        f'<p class="who"><a class="num" {to_words}aria-label="Statement {told.number}, to its words">{told.number}</a>'
        f'<a href="#{speaker}">{_text(telling.who(page.record, told.statement))}</a>{_cue(told)}</p>'
        f'<p class="how">{_how(page.record, told)}</p></li>\n'
    )


def _cue(told: Told) -> str:
    return f' <span class="q">{_text(telling.words(told.statement.cue))}</span>' if told.statement.cue else ""


def _how(record: Record, told: Told) -> str:
    facts = [f"<span>{_text(fact)}</span>" for fact in telling.how(record, told)]
    if told.statement.polarity == "negated":
        facts[0] = f'<strong class="no">{facts[0]}</strong>'
    return ", ".join(facts)


def _marked(page: Page, text: str, marks: list[Mark], block: Extent, numbered: set[tuple[int, int]]) -> str:
    """The text of a block with its marks; the number of a statement stands before each piece of its content."""
    out = []
    for segment in segments(marks, block.start, block.end):
        bearers = [mark for mark in segment.marks if _bears_number(page, mark, numbered)]
        out += [_number(page, mark, numbered) for mark in sorted(bearers, key=lambda mark: mark.number)]
        words = _text(text[segment.start : segment.end])
        out.append(f'<mark class="{_classes(segment.marks)}">{words}</mark>' if segment.marks else words)
    return "".join(out)


def _bears_number(page: Page, mark: Mark, numbered: set[tuple[int, int]]) -> bool:
    content = page.outline[mark.number - 1].statement.content
    return (mark.number, mark.start) not in numbered and (mark.role == "content" or not content)


def _number(page: Page, mark: Mark, numbered: set[tuple[int, int]]) -> str:
    """A link from the words to the note; the first one of a statement is what the note links back to."""
    first = all(number != mark.number for number, _ in numbered)
    numbered.add((mark.number, mark.start))
    anchor = f' id="{page.anchor}-w{mark.number}"' if first else ""
    return (
        f'<a class="ref n{mark.number}"{anchor} href="#{page.anchor}-s{mark.number}" '
        f'aria-label="Statement {mark.number}, to its note">{mark.number}</a>'
    )


def _classes(marks: tuple[Mark, ...]) -> str:
    letters = {"content": "c", "source": "s", "cue": "q"}
    names = {letters[mark.role]: None for mark in marks}
    depth = max((mark.depth for mark in marks if mark.role == "content"), default=0)
    if depth:
        names[f"d{min(depth, _DEEPEST)}"] = None
    return " ".join([*names, *dict.fromkeys(f"n{mark.number}" for mark in marks)])


def _speakers(pages: list[Page]) -> list[Speaker]:
    """Everyone who speaks, in order of appearance, and last what has no source. Only a registry entry makes two
    articles' actors one."""
    found: dict[tuple[str, ...], Speaker] = {}
    for page in pages:
        actors = {actor.id: actor for actor in page.record.actors}
        for told in page.outline:
            for id in told.statement.speakers:
                actor = actors[id]
                key = ("entity", actor.entity) if actor.entity else (page.anchor, id)
                known = [fact for fact in (actor.role, actor.country, actor.sector, actor.code) if fact]
                found.setdefault(key, Speaker(actor.name, known, [])).said.append((page, told))
            if not told.statement.speakers:
                name = telling.who(page.record, told.statement)
                key = _UNNAMED if name == telling.NO_SOURCE else (page.anchor, "words", name)
                found.setdefault(key, Speaker(name, [], [])).said.append((page, told))
    unnamed = found.pop(_UNNAMED, None)
    return [*found.values(), *([unnamed] if unnamed else [])]


def _closing(pages: list[Page], speakers: list[Speaker], rejected: list[Rejected]) -> str:
    parts = []
    if speakers:
        entries = "".join(_speaker(f"p{i}", s, several=len(pages) > 1) for i, s in enumerate(speakers, 1))
        parts.append(f'<section class="closing" id="speakers" aria-labelledby="speakers-title">\n<h2 id="speakers-title">Who said what</h2>\n{entries}</section>\n')
    if rejected:
        lines = "".join(f"<li><b>{_text(r.source)}</b> · {_text(r.reason)} · {_text(r.detail)}</li>\n" for r in rejected)
        parts.append(f'<section class="closing rejected" id="rejected" aria-labelledby="rejected-title">\n<h2 id="rejected-title">Not read</h2>\n<ul>\n{lines}</ul>\n</section>\n')
    written_by = dict.fromkeys(_reader(page.record) for page in pages)
    return "".join(parts) + "</main>\n" + f"<footer><p>{'<br>'.join(map(_text, written_by))}</p></footer>\n</body>\n</html>\n"


def _reader(record: Record) -> str:
    manifest = record.manifest
    hashes = [f"{name} {digest[:12]}" for name, digest in (("model", manifest.model), ("knowledge", manifest.knowledge)) if digest]
    return " · ".join([f"Read by rapporteur {manifest.rapporteur}", *hashes, f"layers: {', '.join(manifest.layers)}"])


def _speaker(anchor: str, speaker: Speaker, *, several: bool) -> str:
    known = f'<p class="meta">{_text(" · ".join(speaker.known))}</p>' if speaker.known else ""
    said = []
    for page, statements in itertools.groupby(speaker.said, key=lambda said: said[0]):
        if several:
            said.append(f'<p class="where"><a href="#{page.anchor}">{_text(telling.title(page.record))}</a></p>\n')
        said.append(f'<ol class="said">\n{"".join(_said(page, told) for _, told in statements)}</ol>\n')
    return (
        f'<section class="speaker" id="{anchor}" aria-labelledby="{anchor}-name">\n'
        f'<div><h3 id="{anchor}-name">{_text(speaker.name)}</h3>{known}</div>\n<div>{"".join(said)}</div>\n</section>\n'
    )


def _said(page: Page, told: Told) -> str:
    return (
        f'<li><a class="num" href="#{page.anchor}-s{told.number}" aria-label="Statement {told.number}, to its note">{told.number}</a>'
        f'{_cue(told)} {_text(telling.words(told.statement.content))} <span class="how">{_how(page.record, told)}</span></li>\n'
    )
