"""What a record is: typed, frozen, without input or output."""

from rapporteur.record.actor import Actor, Mention
from rapporteur.record.article import Article, Extent, Rejected
from rapporteur.record.check import faults
from rapporteur.record.dispute import Dispute, Side
from rapporteur.record.event import Coded, Count, Counts, Event, EventMention, Place, status_of
from rapporteur.record.plan import Plan
from rapporteur.record.position import Position, Stance
from rapporteur.record.record import SCHEMA, Manifest, Record, from_json, to_json
from rapporteur.record.span import Span, span_of
from rapporteur.record.statement import Statement
from rapporteur.record.time import Time

__all__ = [
    "SCHEMA",
    "Actor",
    "Article",
    "Coded",
    "Count",
    "Counts",
    "Dispute",
    "Event",
    "EventMention",
    "Extent",
    "Manifest",
    "Mention",
    "Place",
    "Plan",
    "Position",
    "Record",
    "Rejected",
    "Side",
    "Span",
    "Stance",
    "Statement",
    "Time",
    "faults",
    "from_json",
    "span_of",
    "status_of",
    "to_json",
]
