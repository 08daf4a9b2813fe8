"""The record of one article, as it is stored and exchanged."""

from __future__ import annotations

from typing import Any

import msgspec

from rapporteur.record.actor import Actor
from rapporteur.record.article import Article
from rapporteur.record.dispute import Dispute
from rapporteur.record.event import Event
from rapporteur.record.plan import Plan
from rapporteur.record.position import Position
from rapporteur.record.statement import Statement

SCHEMA = "rapporteur/record/1"


class Manifest(msgspec.Struct, frozen=True):
    """What read the article: versions, hashes, settings, and the `layers` that were read.

    A layer that is not named was not read; a named one that is empty was read and nothing was found.
    """

    rapporteur: str
    model: str | None
    knowledge: str | None
    layers: list[str]
    settings: dict[str, Any]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Everything read from one article. Ids are unique inside a record."""

    schema: str = SCHEMA
    article: Article
    actors: list[Actor]
    statements: list[Statement]
    events: list[Event] = []
    positions: list[Position] = []
    disputes: list[Dispute] = []
    plans: list[Plan] = []
    manifest: Manifest


def to_json(record: Record) -> bytes:
    """The record as one line of JSON in UTF-8, keys in the order of the contract."""
    return msgspec.json.encode(record)


def from_json(data: bytes | str) -> Record:
    """The record of one line of JSON. Raises msgspec.ValidationError where it does not keep the contract."""
    return msgspec.json.decode(data, type=Record)
