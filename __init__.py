"""Records as tables for statistics: one table a kind of line, long tables that join them, and their codebook."""

from rapporteur.exchange.tables.articles import ACTORS, ARTICLES, EXTENTS, MENTIONS
from rapporteur.exchange.tables.column import Column, Table
from rapporteur.exchange.tables.events import EVENT_MENTIONS, EVENTS
from rapporteur.exchange.tables.links import GROUNDS, PARTIES, SPANS
from rapporteur.exchange.tables.stakes import DISPUTES, PLANS, POSITIONS
from rapporteur.exchange.tables.statements import STATEMENTS

TABLES: tuple[Table, ...] = (
    ARTICLES, ACTORS, MENTIONS, STATEMENTS, EVENTS, EVENT_MENTIONS, POSITIONS, DISPUTES, PLANS, PARTIES, GROUNDS, SPANS, EXTENTS,
)  # fmt: skip

__all__ = ["TABLES", "Column", "Table"]
