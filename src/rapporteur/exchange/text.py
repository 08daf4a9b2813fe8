"""The record as a report to be read in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator

from rapporteur.exchange import telling
from rapporteur.record import Event, Record

_INDENT = 4
# Deeper than this the words would have no room left at 80 columns.
_DEEPEST = 6

Style = Callable[[str], str]


def _plain(text: str) -> str:
    return text


def _ansi(code: str) -> Style:
    return lambda text: f"\x1b[{code}m{text}\x1b[0m"


def to_text(records: Iterable[Record], *, width: int = 80, colour: bool = False) -> Iterator[str]:
    """Each record's report, `width` columns wide: the article, its statements in reading order, its events, and the counts."""
    for i, record in enumerate(records):
        yield ("\n" if i else "") + report(record, width=width, colour=colour)


def report(record: Record, *, width: int = 80, colour: bool = False) -> str:
    """One record's report; nested statements stand indented under the one around them."""
    bold, dim = (_ansi("1"), _ansi("2")) if colour else (_plain, _plain)
    rule = dim("─" * width)
    number_width = len(str(len(record.statements)))
    lines = [bold(line) for line in _wrapped(telling.title(record), width)]
    lines += [dim(line) for line in _wrapped(" · ".join(telling.meta(record.article)), width)]
    if record.article.url and record.article.title:
        lines.append(dim(telling.visible(record.article.url)))  # unbroken, so that it can be followed
    lines += [rule, ""]
    for told in telling.outline(record):
        lines += [*_statement(record, told, width, number_width, bold), ""]
    if record.events:
        lines += [rule, ""]
        for event in record.events:
            lines += [*_event(record, event, width, bold, dim), ""]
    lines += [rule, *_wrapped(telling.tally(record), width)]
    return "\n".join(lines) + "\n"


def _statement(record: Record, told: telling.Told, width: int, number_width: int, bold: Style) -> Iterator[str]:
    nesting = " " * (_INDENT * min(len(told.inside), _DEEPEST))
    number = f"{told.number:>{number_width}}  "
    room = width - len(nesting) - len(number)
    name = " ".join(telling.who(record, told.statement).split())
    cue = f" “{telling.words(told.statement.cue)}”" if told.statement.cue else ""
    for i, line in enumerate(_wrapped(f"{name}{cue} · {', '.join(telling.how(record, told))}", room)):
        start = nesting + (number if i == 0 else " " * len(number))
        yield start + (bold(line[: len(name)]) + line[len(name) :] if i == 0 else line)
    for line in _wrapped(telling.words(told.statement.content), room):
        yield nesting + " " * len(number) + line


def _event(record: Record, event: Event, width: int, bold: Style, dim: Style) -> Iterator[str]:
    """A fact stands in bold, all that is not one does not: claims look different from facts."""
    style = bold if event.status in ("happened", "ongoing") else _plain
    yield from map(style, _wrapped(telling.deed(record, event), width))
    for line in _wrapped(" · ".join(telling.circumstances(record, event)), width - _INDENT):
        yield dim(" " * _INDENT + line)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(" ".join(telling.visible(text).split()), width, break_on_hyphens=False)
