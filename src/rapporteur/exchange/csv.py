"""The flat table of statements: one row each, as a statistics package reads it, and its codebook."""

from __future__ import annotations

import csv
import io
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rapporteur.record import Actor, Record, Span, Statement

_NAMES = "; "
_PIECES = " … "
# What a spreadsheet takes for a formula at the start of a cell (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Row(NamedTuple):
    """A statement with what its columns are looked up in."""

    record: Record
    actors: dict[str, Actor]
    statement: Statement


class Column(NamedTuple):
    """A column of the table: its name, what it means, the values it takes, and how it is read from a row."""

    name: str
    meaning: str
    values: str
    value: Callable[[Row], object]


def _people(ids: Iterable[str], row: Row, field: str) -> str:
    """One field of several actors, in their order; empty where it is known of none."""
    known = [getattr(row.actors[id], field) or "" for id in ids]
    return _NAMES.join(known) if any(known) else ""


def _words(spans: Iterable[Span]) -> str:
    return _PIECES.join(span.words for span in spans)


def _all_spans(s: Statement) -> list[Span]:
    return [*s.source, *s.cue, *s.content]


def _field(row: Row) -> str:
    fields = {span.field for span in _all_spans(row.statement)}
    return "title" if fields == {"title"} else "text"


def _offsets(row: Row) -> list[Span]:
    field = _field(row)
    return [span for span in _all_spans(row.statement) if span.field == field]


def _sentence(row: Row) -> int | str:
    """The number of the sentence where the cue begins; of the first words where there is no cue."""
    if _field(row) == "title":
        return ""
    spans = [s for s in row.statement.cue if s.field == "text"] or _offsets(row)
    starts = [sentence.start for sentence in row.record.article.sentences]
    return bisect_right(starts, min(s.start for s in spans)) or "" if spans else ""


def _said_on(row: Row, field: str) -> str:
    said_on = row.statement.said_on
    return "" if said_on is None else getattr(said_on, field) or ""


_SEPARATED = f"several are separated by “{_NAMES.strip()}”"
_ALIGNED = f"{_SEPARATED}, in the order of speakers; empty where it is known of none"

COLUMNS: tuple[Column, ...] = (
    Column("article_id", "Id of the article", "text", lambda r: r.record.article.id),
    Column("url", "Address of the article", "text", lambda r: r.record.article.url),
    Column("outlet", "Who published the article", "text", lambda r: r.record.article.outlet),
    Column("title", "Title of the article", "text", lambda r: r.record.article.title),
    Column("published", "Day of publication", "ISO date, or date-time with its offset", lambda r: r.record.article.published),
    Column("statement_id", "Id of the statement, unique within its article", "text", lambda r: r.statement.id),
    Column("inside", "Statement in whose content this one stands", "a statement_id of the same article; empty for the narrator's own", lambda r: r.statement.inside),
    Column("speakers", "Who says, thinks or wants it", f"names; {_SEPARATED}; empty where no source is named", lambda r: _people(r.statement.speakers, r, "name")),
    Column("speaker_country", "Country of the speakers", f"ISO 3166 alpha-3; {_ALIGNED}", lambda r: _people(r.statement.speakers, r, "country")),
    Column("speaker_sector", "Sector of the speakers", f"PLOVER sector; {_ALIGNED}", lambda r: _people(r.statement.speakers, r, "sector")),
    Column("speaker_code", "Actor code of the speakers", f"CAMEO actor code; {_ALIGNED}", lambda r: _people(r.statement.speakers, r, "code")),
    Column("source", "Words that name the source", f"text; pieces joined by “{_PIECES.strip()}”", lambda r: _words(r.statement.source)),
    Column("audience", "Who is addressed", f"names, or the words where no actor is known; {_SEPARATED}", lambda r: _people(r.statement.audience, r, "name") or _words(r.statement.audience_spans)),
    Column("cue", "Words that attribute", f"text; pieces joined by “{_PIECES.strip()}”", lambda r: _words(r.statement.cue)),
    Column("content", "Words that are attributed", f"text; pieces joined by “{_PIECES.strip()}”", lambda r: _words(r.statement.content)),
    Column("mode", "How the words are given", "direct | indirect | mixed", lambda r: r.statement.mode),
    Column("act", "What is done by the words", "say | think | want | accuse | deny | … (see the schema)", lambda r: r.statement.act),
    Column("polarity", "Whether it was said, or was not", "affirmed | negated", lambda r: r.statement.polarity),
    Column("said_on_start", "First day on which it may have been said", "ISO date; empty where open or not told", lambda r: _said_on(r, "start")),
    Column("said_on_end", "Last day on which it may have been said, inclusive", "ISO date; empty where open or not told", lambda r: _said_on(r, "end")),
    Column("said_on_precision", "How exactly the article dates it", "hour | day | week | month | season | quarter | year | decade", lambda r: _said_on(r, "precision")),
    Column("field", "Where the words stand", "text | title", _field),
    Column("start", "First character of source, cue and content", "code points from 0 into the text, or the title where field is title", lambda r: min((s.start for s in _offsets(r)), default="")),
    Column("end", "Character after the last one of source, cue and content", "code points from 0, exclusive", lambda r: max((s.end for s in _offsets(r)), default="")),
    Column("sentence", "Sentence of the text where the cue begins", "from 1; empty in the title", _sentence),
    Column("confidence", "How sure the reading is: of all rows at .8, about 80 % are right", "0 to 1", lambda r: r.statement.confidence),
)  # fmt: skip


def rows(records: Iterable[Record]) -> Iterator[list[str]]:
    """The cells of each statement, in the order of COLUMNS; what is not known is the empty string."""
    for record in records:
        actors = {actor.id: actor for actor in record.actors}
        for statement in record.statements:
            row = Row(record, actors, statement)
            yield ["" if (v := column.value(row)) is None else str(v) for column in COLUMNS]


def to_csv(records: Iterable[Record], *, excel_safe: bool = False) -> Iterator[str]:
    """The table as RFC 4180 text: the header, then the rows of one record after another.

    `excel_safe` puts an apostrophe before cells that a spreadsheet would run as a formula.
    It changes the words, so it is off where a program reads the file.
    """
    yield _line([column.name for column in COLUMNS])
    for cells in rows(records):
        yield _line([_harmless(cell) for cell in cells] if excel_safe else cells)


def codebook() -> str:
    """What each column means and which values it takes, as CSV."""
    lines = [["column", "meaning", "values"], *([c.name, c.meaning, c.values] for c in COLUMNS)]
    return "".join(map(_line, lines))


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell


def _line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


if __name__ == "__main__":
    sys.stdout.reconfigure(newline="")
    sys.stdout.write(codebook())
