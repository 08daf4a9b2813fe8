"""From a record to the rows of the archive's tables: pure, without files."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec

from rapporteur.archive.duplicates import fingerprint
from rapporteur.record import Article, Count, Event, Place, Record, Span, Time, to_json

Row = dict[str, Any]


def article_key(article: Article) -> str:
    """The key of an article in any archive: its id and the bytes that came in decide it, not what read it."""
    return hashlib.sha256(f"{article.id}\0{article.sha256}".encode("utf-8", "surrogatepass")).hexdigest()[:20]


def generation_of(record: Record) -> str:
    """What read the record: version, model, tables, layers and settings, as a short hash."""
    return hashlib.sha256(msgspec.json.encode(record.manifest, order="sorted")).hexdigest()[:12]


def rows_of(record: Record) -> dict[str, list[Row]]:
    """The rows of each table that a record gives."""
    keys = {"article": article_key(record.article), "generation": generation_of(record)}
    made = {
        "articles": [_article(record)],
        "actors": [
            {**_fields(a, "entity", "name", "kind", "country", "sector", "code", "role", "wikidata", "members"), "actor": a.id, "mentions": len(a.mentions), **_place_of(a.mentions)}
            for a in record.actors
        ],
        "statements": [
            {
                **_fields(s, "speakers", "audience", "mode", "act", "polarity", "inside", "confidence"), "statement": s.id,
                "said_start": s.said_on.start if s.said_on else None, "said_end": s.said_on.end if s.said_on else None,
                "source": _words(s.source), "cue": _words(s.cue), "content": _words(s.content), **_place_of(s.content),
            }
            for s in record.statements
        ],
        "events": [_event(record.article, e) for e in record.events],
        "positions": [
            {**_fields(p, "actor", "stance", "issue", "basis", "confidence"), "position": p.id, **_place_of(p.issue_spans)} for p in record.positions
        ],
        "disputes": [{"dispute": d.id, "question": d.question, "confidence": d.confidence} for d in record.disputes],
        "sides": [
            {"dispute": d.id, "side": n, **_fields(s, "claim", "held_by", "basis")} for d in record.disputes for n, s in enumerate(d.sides, 1)
        ],
        "plans": [
            {
                **_fields(p, "what", "who", "basis", "confidence"), "plan": p.id, **_time(p.when), "place": p.place.name if p.place else None,
                "place_country": p.place.country if p.place else None, **_place_of(p.spans),
            }
            for p in record.plans
        ],
        "fingerprints": [{"hash": h} for h in fingerprint(record.article.text)],
    }
    return {table: [{**keys, **row} for row in rows] for table, rows in made.items()}


def _fields(line: Any, *names: str) -> Row:
    return {name: getattr(line, name) for name in names}


def _article(record: Record) -> Row:
    a = record.article
    return {
        **_fields(a, "id", "url", "outlet", "title", "published", "language", "sha256", "text_sha256"), "day": a.published[:10] if a.published else None,
        "words": len(a.text.split()), "record": to_json(record).decode("utf-8", "surrogatepass"),
    }


def _event(article: Article, e: Event) -> Row:
    trigger = e.mentions[0].trigger[0]
    return {
        **_fields(e, "type", "mode", "contexts", "source", "target", "symmetric", "reality", "status", "asserted_by", "confidence"), "event": e.id,
        **_fields(e.coded, "plover", "cameo", "quad", "goldstein"), **_time(e.date), **_where(e.place),
        **{f"{kind}_{end}": _end(getattr(e.counts, kind) if e.counts else None, end) for kind in ("dead", "injured", "arrested") for end in ("min", "max")},
        "trigger": trigger.words, "sentence": _sentence(article, trigger), "mentions": len(e.mentions), **_place_of([trigger]),
    }


def _end(count: Count | None, end: str) -> int | None:
    return getattr(count, end) if count is not None else None


def _time(time: Time | None) -> Row:
    named = (("date_start", "start"), ("date_end", "end"), ("date_precision", "precision"), ("date_relation", "relation"))
    return {column: getattr(time, field) if time is not None else None for column, field in named}


def _where(place: Place | None) -> Row:
    named = (("place", "name"), ("place_type", "type"), ("place_country", "country"), ("admin1", "admin1"), ("lat", "lat"), ("lon", "lon"), ("geonameid", "geonameid"))
    return {column: getattr(place, field) if place is not None else None for column, field in named}


def _sentence(article: Article, span: Span) -> str:
    if span.field == "title":
        return article.title or ""
    return next((article.text[s.start : s.end] for s in article.sentences if s.start <= span.start < s.end), span.words)


def _words(spans: Sequence[Span]) -> str:
    return " … ".join(s.words for s in spans)


def _place_of(spans: Sequence[Span]) -> Row:
    """Where a line begins and how far its first words go."""
    first = min(spans, key=lambda s: (s.field != "title", s.start), default=None)
    return dict(zip(("field", "char_start", "char_end"), (first.field, first.start, first.end) if first is not None else (None, None, None), strict=True))
