"""The table of statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rapporteur.exchange.cells import PIECES, field_of, in_field, sentence_of, words
from rapporteur.exchange.tables.column import ARTICLE_ID, CONFIDENCE, OF_ARTICLE, SEVERAL, Column, Context, Table, time_columns
from rapporteur.record import Span, Statement

_JOINED = f"text; pieces joined by “{PIECES.strip()}”"


def stand_columns(spans: Callable[[Any], list[Span]], sentence: Callable[[Any], list[Span]]) -> tuple[Column, ...]:
    """Where the words of a row stand: field, first and last character, and the sentence where those of `sentence` begin."""
    return (
        Column("field", "string", "Where the words stand", "text | title", lambda _, x: field_of(spans(x))),
        Column("start", "integer", "First character of the words", "code points from 0 into the text, or the title where field is title", lambda _, x: min((s.start for s in in_field(spans(x))), default=None)),
        Column("end", "integer", "Character after the last one of the words", "code points from 0, exclusive", lambda _, x: max((s.end for s in in_field(spans(x))), default=None)),
        Column("sentence", "integer", "Sentence of the text where it is told", "from 1; empty in the title", lambda c, x: sentence_of(c.article, sentence(x) or spans(x))),
    )  # fmt: skip


def _spans(statement: Statement) -> list[Span]:
    return [*statement.source, *statement.cue, *statement.content]


def _audience(context: Context, statement: Statement) -> str | None:
    return context.names(statement.audience) or words(statement.audience_spans) or None


STATEMENTS = Table(
    "statements", "One row a statement: who gives what to whom, by which words", ("article_id", "statement_id"), (OF_ARTICLE,), lambda record: record.statements,
    (
        ARTICLE_ID,
        Column("statement_id", "string", "Id of the statement, unique within its article", "text", lambda _, s: s.id),
        Column("inside", "string", "Statement in whose content this one stands", "a statement_id of the same article; empty for the narrator's own", lambda _, s: s.inside),
        Column("speakers", "string", "Who says, thinks or wants it", f"names; {SEVERAL}; empty where no source is named; ids are in parties", lambda c, s: c.names(s.speakers)),
        Column("source", "string", "Words that name the source", _JOINED, lambda _, s: words(s.source) or None),
        Column("audience", "string", "Who is addressed", f"names, or the words where no actor is known; {SEVERAL}", _audience),
        Column("cue", "string", "Words that attribute", _JOINED, lambda _, s: words(s.cue) or None),
        Column("content", "string", "Words that are attributed", _JOINED, lambda _, s: words(s.content) or None),
        Column("mode", "string", "How the words are given", "direct | indirect | mixed", lambda _, s: s.mode),
        Column("act", "string", "What is done by the words", "say | think | want | accuse | deny | … (see the schema)", lambda _, s: s.act),
        Column("polarity", "string", "Whether it was said, or was not", "affirmed | negated", lambda _, s: s.polarity),
        *time_columns("said_on", "it may have been said", lambda s: s.said_on),
        *stand_columns(_spans, lambda s: s.cue),
        CONFIDENCE,
    ),
)  # fmt: skip
