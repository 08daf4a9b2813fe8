"""What a record promises and a JSON schema cannot say: quotations are exact, ids resolve, nesting ends."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from rapporteur.record.article import Article, Extent
from rapporteur.record.record import Record
from rapporteur.record.statement import Statement

_LAYERS = ("actors", "statements", "events", "positions", "disputes", "plans")


def faults(record: Record) -> list[str]:
    """Each promise that the record breaks, as one line that names the place; an empty list for a sound record.

    Whatever has `start`, `end` and `words` is a span wherever it stands.
    """
    plain = msgspec.to_builtins(record)
    return [
        *_article_faults(record.article),
        *_span_faults(record.article, plain),
        *_id_faults(plain),
        *_reference_faults(plain),
        *_nesting_faults(record.statements),
    ]


def _article_faults(article: Article) -> Iterator[str]:
    if hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest() != article.text_sha256:
        yield "article.text_sha256: is not that of the text"
    for name, extents in (("paragraphs", article.paragraphs), ("sentences", article.sentences)):
        yield from _extent_faults(f"article.{name}", extents, len(article.text))


def _extent_faults(where: str, extents: list[Extent], length: int) -> Iterator[str]:
    reached = 0
    for i, extent in enumerate(extents):
        if not reached <= extent.start < extent.end <= length:
            yield f"{where}[{i}]: {extent.start}–{extent.end} is empty, out of order or outside the text"
        reached = max(reached, extent.end)


def _span_faults(article: Article, plain: dict[str, Any]) -> Iterator[str]:
    sources = {"text": article.text, "title": article.title or ""}
    for layer in _LAYERS:
        for where, span in _spans(layer, plain[layer]):
            start, end, field = span["start"], span["end"], span.get("in", "text")
            quoted = sources[field][start:end] if 0 <= start < end and field in sources else ""
            if not quoted or quoted != span["words"]:
                yield f"{where}: {span['words']!r} does not stand at {start}–{end} of the {field}"


def _spans(where: str, value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from _spans(f"{where}[{i}]", item)
    elif isinstance(value, dict):
        if {"start", "end", "words"} <= value.keys():
            yield where, value
        for key, item in value.items():
            yield from _spans(f"{where}.{key}", item)


def _id_faults(plain: dict[str, Any]) -> Iterator[str]:
    counted = Counter(line["id"] for layer in _LAYERS for line in plain[layer])
    for id, times in counted.items():
        if times > 1:
            yield f"id {id!r}: borne by {times} lines"


def _reference_faults(plain: dict[str, Any]) -> Iterator[str]:
    ids = {layer: {line["id"] for line in plain[layer]} for layer in _LAYERS}
    actors, statements = ids["actors"], ids["statements"]
    grounds = statements | ids["events"]
    for where, named, known in _references(plain, actors, statements, grounds):
        for id in named:
            if id not in known:
                yield f"{where}: {id!r} is no such line of the record"


_References = Iterator[tuple[str, Iterable[str], set[str]]]


def _references(plain: dict[str, Any], actors: set[str], statements: set[str], grounds: set[str]) -> _References:
    """(where, ids named there, ids allowed there) for every reference of the record."""
    for actor in plain["actors"]:
        yield f"actor {actor['id']}.members", actor["members"], actors
    for statement in plain["statements"]:
        where = f"statement {statement['id']}"
        yield f"{where}.speakers", statement["speakers"], actors
        yield f"{where}.audience", statement["audience"], actors
        yield f"{where}.inside", [statement["inside"]] if statement["inside"] is not None else [], statements
    for event in plain["events"]:
        where = f"event {event['id']}"
        yield f"{where}.source", event.get("source", []), actors
        yield f"{where}.target", event.get("target", []), actors
        yield f"{where}.asserted_by", event.get("asserted_by", []), statements | {"narrator"}
    for position in plain["positions"]:
        yield f"position {position['id']}.actor", [position["actor"]], actors
        yield f"position {position['id']}.basis", position.get("basis", []), grounds
    for dispute in plain["disputes"]:
        for i, side in enumerate(dispute.get("sides", [])):
            yield f"dispute {dispute['id']}.sides[{i}].held_by", side.get("held_by", []), actors
            yield f"dispute {dispute['id']}.sides[{i}].basis", side.get("basis", []), grounds
    for plan in plain["plans"]:
        yield f"plan {plan['id']}.who", plan.get("who", []), actors
        yield f"plan {plan['id']}.basis", plan.get("basis", []), grounds


def _nesting_faults(statements: list[Statement]) -> Iterator[str]:
    outer = {s.id: s.inside for s in statements}
    for id in outer:
        seen, at = {id}, outer[id]
        while at is not None and at not in seen:
            seen.add(at)
            at = outer.get(at)
        if at == id:
            yield f"statement {id}.inside: the nesting comes back to itself"
