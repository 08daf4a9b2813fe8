"""The flat table of statements and events: one row each, as a statistics package reads it, and its codebook."""

from __future__ import annotations

import csv
import io
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rapporteur.record import Actor, Event, Record, Span, Statement

_NAMES = "; "
_PIECES = " … "
# What a spreadsheet takes for a formula at the start of a cell (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Row(NamedTuple):
    """A statement or an event with what its columns are looked up in."""

    record: Record
    actors: dict[str, Actor]
    line: Statement | Event

    @property
    def statement(self) -> Statement:
        """The statement of a row that is one."""
        assert isinstance(self.line, Statement)
        return self.line

    @property
    def event(self) -> Event:
        """The event of a row that is one."""
        assert isinstance(self.line, Event)
        return self.line


class Column(NamedTuple):
    """A column of the table: its name, what it means, the values it takes, how it is read from a row, and the kind of rows that have it
    (None: both)."""

    name: str
    meaning: str
    values: str
    value: Callable[[Row], object]
    of: type[Statement] | type[Event] | None = Statement

    def cell(self, row: Row) -> str:
        """The cell of a row; what is not known, and what its kind does not have, is the empty string."""
        value = self.value(row) if self.of is None or isinstance(row.line, self.of) else None
        return "" if value is None else str(value)


def _people(ids: Iterable[str], row: Row, field: str) -> str:
    """One field of several actors, in their order; empty where it is known of none."""
    known = [getattr(row.actors[id], field) or "" for id in ids]
    return _NAMES.join(known) if any(known) else ""


def _words(spans: Iterable[Span]) -> str:
    return _PIECES.join(span.words for span in spans)


def _all_spans(s: Statement | Event) -> list[Span]:
    return [*s.source, *s.cue, *s.content] if isinstance(s, Statement) else [t for m in s.mentions for t in m.trigger]


def _field(row: Row) -> str:
    fields = {span.field for span in _all_spans(row.line)}
    return "title" if fields == {"title"} else "text"


def _offsets(row: Row) -> list[Span]:
    field = _field(row)
    return [span for span in _all_spans(row.line) if span.field == field]


def _sentence(row: Row) -> int | str:
    """The number of the sentence where the cue begins; of the first words where there is no cue."""
    if _field(row) == "title":
        return ""
    spans = [s for s in getattr(row.line, "cue", []) if s.field == "text"] or _offsets(row)
    starts = [sentence.start for sentence in row.record.article.sentences]
    return bisect_right(starts, min(s.start for s in spans)) or "" if spans else ""


def _of_count(row: Row, kind: str, end: str) -> object:
    """One end of a count of people."""
    count = getattr(row.event.counts, kind) if row.event.counts is not None else None
    return None if count is None else getattr(count, end)


def _said_on(row: Row, field: str) -> str:
    said_on = row.statement.said_on
    return "" if said_on is None else getattr(said_on, field) or ""


_SEPARATED = f"several are separated by “{_NAMES.strip()}”"
_ALIGNED = f"{_SEPARATED}, in the order of speakers; empty where it is known of none"

COLUMNS: tuple[Column, ...] = (
    Column("article_id", "Id of the article", "text", lambda r: r.record.article.id, of=None),
    Column("url", "Address of the article", "text", lambda r: r.record.article.url, of=None),
    Column("outlet", "Who published the article", "text", lambda r: r.record.article.outlet, of=None),
    Column("title", "Title of the article", "text", lambda r: r.record.article.title, of=None),
    Column("published", "Day of publication", "ISO date, or date-time with its offset", lambda r: r.record.article.published, of=None),
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
    Column("field", "Where the words stand", "text | title", _field, of=None),
    Column("start", "First character of source, cue and content", "code points from 0 into the text, or the title where field is title", lambda r: min((s.start for s in _offsets(r)), default=""), of=None),
    Column("end", "Character after the last one of source, cue and content", "code points from 0, exclusive", lambda r: max((s.end for s in _offsets(r)), default=""), of=None),
    Column("sentence", "Sentence of the text where the cue begins", "from 1; empty in the title", _sentence, of=None),
    Column("confidence", "How sure the reading is: of all rows at .8, about 80 % are right", "0 to 1", lambda r: r.line.confidence, of=None),
    Column("row", "What the row holds", "statement | event", lambda r: "event" if isinstance(r.line, Event) else "statement", of=None),
    Column("event_id", "Id of the event, unique within its article", "text", lambda r: r.event.id, of=Event),
    Column("event_type", "The act", "PLOVER event type", lambda r: r.event.type, of=Event),
    Column("event_mode", "How it was done", "PLOVER mode; empty where the article does not say", lambda r: r.event.mode, of=Event),
    Column("event_source", "Who does it", f"names; {_SEPARATED}", lambda r: _people(r.event.source, r, "name"), of=Event),
    Column("event_source_country", "Country of who does it", f"ISO 3166 alpha-3; {_SEPARATED}", lambda r: _people(r.event.source, r, "country"), of=Event),
    Column("event_source_code", "Actor code of who does it", f"CAMEO actor code; {_SEPARATED}", lambda r: _people(r.event.source, r, "code"), of=Event),
    Column("event_target", "To whom", f"names; {_SEPARATED}", lambda r: _people(r.event.target, r, "name"), of=Event),
    Column("event_target_country", "Country of whom it is done to", f"ISO 3166 alpha-3; {_SEPARATED}", lambda r: _people(r.event.target, r, "country"), of=Event),
    Column("event_target_code", "Actor code of whom it is done to", f"CAMEO actor code; {_SEPARATED}", lambda r: _people(r.event.target, r, "code"), of=Event),
    Column("reality", "What its author presents it as", "happened | ongoing | planned | hypothetical | denied", lambda r: r.event.reality, of=Event),
    Column("asserted_by", "Who vouches for it", f"narrator, or statement_ids of the same article; {_SEPARATED}", lambda r: _NAMES.join(r.event.asserted_by), of=Event),
    Column("status", "claimed where only statements vouch for it, else the reality", "claimed | happened | ongoing | planned | hypothetical | denied", lambda r: r.event.status, of=Event),
    Column("plover", "Class that PLOVER's rules assign", "PLOVER event type; empty for hypothetical and denied events", lambda r: r.event.coded and r.event.coded.plover, of=Event),
    Column("cameo", "CAMEO code", "2 to 4 digits; empty for hypothetical and denied events", lambda r: r.event.coded and r.event.coded.cameo, of=Event),
    Column("quad", "Quad class: verbal or material cooperation, verbal or material conflict", "1 | 2 | 3 | 4", lambda r: r.event.coded and r.event.coded.quad, of=Event),
    Column("goldstein", "Goldstein's score of the CAMEO code", "-10 to 10", lambda r: r.event.coded and r.event.coded.goldstein, of=Event),
    Column("event_start", "First day on which it may have happened", "ISO date; empty where open or not told", lambda r: r.event.date and r.event.date.start, of=Event),
    Column("event_end", "Last day on which it may have happened, inclusive", "ISO date; empty where open or not told", lambda r: r.event.date and r.event.date.end, of=Event),
    Column("place", "Where", "name in the gazetteer", lambda r: r.event.place and r.event.place.name, of=Event),
    Column("place_country", "Country of the place", "ISO 3166 alpha-3", lambda r: r.event.place and r.event.place.country, of=Event),
    Column("lat", "Latitude of the place", "degrees", lambda r: r.event.place and r.event.place.lat, of=Event),
    Column("lon", "Longitude of the place", "degrees", lambda r: r.event.place and r.event.place.lon, of=Event),
    Column("dead_min", "At least so many killed", "count; empty where not told", lambda r: _of_count(r, "dead", "min"), of=Event),
    Column("dead_max", "At most so many killed", "count; empty where open", lambda r: _of_count(r, "dead", "max"), of=Event),
    Column("trigger", "Words that tell of it, one piece a mention", f"text; pieces joined by “{_PIECES.strip()}”", lambda r: _words(_all_spans(r.line)), of=Event),
)  # fmt: skip


def rows(records: Iterable[Record]) -> Iterator[list[str]]:
    """The cells of each statement, then of each event of a record, in the order of COLUMNS."""
    for record in records:
        actors = {actor.id: actor for actor in record.actors}
        for line in (*record.statements, *record.events):
            row = Row(record, actors, line)
            yield [column.cell(row) for column in COLUMNS]


def to_csv(records: Iterable[Record], *, excel_safe: bool = False) -> Iterator[str]:
    """The table as RFC 4180 text: the header, then the rows of one record after another.

    `excel_safe` puts an apostrophe before cells that a spreadsheet would run as a formula.
    It changes the words, so it is off where a program reads the file.
    """
    yield csv_line([column.name for column in COLUMNS])
    for cells in rows(records):
        yield csv_line([harmless(cell) for cell in cells] if excel_safe else cells)


def codebook() -> str:
    """What each column means and which values it takes, as CSV."""
    lines = [["column", "meaning", "values"], *([c.name, c.meaning, c.values] for c in COLUMNS)]
    return "".join(map(csv_line, lines))


def harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell


def csv_line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


if __name__ == "__main__":
    sys.stdout.reconfigure(newline="")
    sys.stdout.write(codebook())
