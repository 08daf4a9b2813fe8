"""The JSON Schema of a record, made from its types.

`python -m rapporteur.record.schema` rewrites schema.json, the file that ships; a test fails when the two differ.
What the types cannot say (formats, the words for a missing value) is said here.
"""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import msgspec

from rapporteur.record import actor, article, dispute, event, plan, position, record, span, statement, time
from rapporteur.record.actor import SECTORS

ID = "urn:rapporteur:schema:record:1"
PATH = Path(__file__).with_name("schema.json")

_TYPES = (
    record.Record, article.Article, article.Extent, actor.Actor, actor.Mention,
    statement.Statement, event.Event, event.EventMention, event.Coded, event.Place, event.Counts, event.Count, span.Span, time.Time,
    position.Position, dispute.Dispute, dispute.Side, plan.Plan, record.Manifest,
)  # fmt: skip

_ISO_TIME = r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$"
_SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_OFFSET = {"type": "integer", "minimum": 0}
_END = {"type": "integer", "minimum": 1}
_DATE = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_CONFIDENCE = {"type": "number", "minimum": 0, "maximum": 1}
_NAMED = {"type": "string", "minLength": 1}
_BASIS = {"description": "Ids of the statements or events it rests on."}


def _nullable(shape: dict[str, Any]) -> dict[str, Any]:
    """`shape`, or null where it is not known."""
    return {"anyOf": [shape, {"type": "null"}]}


def _described(said: str, shape: dict[str, Any]) -> dict[str, Any]:
    return {**shape, "description": said}


# Type → field → what replaces or joins the shape that the type gives.
_FIELDS: dict[str, dict[str, dict[str, Any]]] = {
    "Record": {
        "schema": {"const": record.SCHEMA},
        "events": {"description": "Interactions between political actors, one entry per distinct event."},
        "positions": {"description": "Who stands for or against what."},
        "disputes": {"description": "Accounts of one fact that cannot all be true."},
        "plans": {"description": "What is announced, scheduled or expected as of the article's day."},
    },
    "Article": {
        "id": _NAMED,
        "published": _described("An ISO date, or a date-time with its offset.", _nullable({"type": "string", "pattern": _ISO_TIME})),
        "language": _described("ISO 639-1.", _nullable({"type": "string", "pattern": "^[a-z]{2}$"})),
        "text": {"description": "The body without the title; offsets count its code points."},
        "sha256": _described("Of the bytes that came in.", _SHA256),
        "text_sha256": _described("Of the text in UTF-8.", _SHA256),
        "flags": {"description": "What was odd about the input."},
    },
    "Extent": {"start": _OFFSET, "end": _END},
    "Span": {"start": _OFFSET, "end": _END, "words": _NAMED},
    "Mention": {"start": _OFFSET, "end": _END, "words": _NAMED},
    "Actor": {
        "id": _NAMED,
        "entity": {"description": "Key in the registry."},
        "name": _NAMED,
        "alt": {"description": "Other names by which the article calls the actor."},
        "members": {"description": "Ids of the actors that make up a group."},
        "country": _described("ISO 3166 alpha-3.", _nullable({"type": "string", "pattern": "^[A-Z]{3}$"})),
        "sector": _described("PLOVER sector.", _nullable({"enum": list(SECTORS)})),
        "code": _described("CAMEO actor code.", _nullable({"type": "string", "pattern": "^[A-Z]{3,}$"})),
        "role": {"description": "Office held on the article's day."},
        "wikidata": _described("Only from a source file.", _nullable({"type": "string", "pattern": "^Q[1-9][0-9]*$"})),
    },
    "Statement": {
        "id": _NAMED,
        "speakers": {"description": "Ids of actors; empty where nobody is named."},
        "audience": {"description": "Ids of the actors addressed."},
        "source": {"description": "The full noun phrases of the source."},
        "cue": {"description": "The attributing words."},
        "content": {"description": "All that is attributed, in pieces where the cue or a paragraph splits it."},
        "inside": {"description": "Id of the statement in whose content this one stands; null for the narrator's own."},
        "confidence": _CONFIDENCE,
    },
    "Event": {
        "id": _NAMED,
        "type": {"description": "The act, by its PLOVER name."},
        "source": _described("Ids of actors.", {}),
        "target": _described("Ids of actors.", {}),
        "reality": {"description": "What its author presents it as."},
        "asserted_by": _described("Who vouches: \"narrator\", or the ids of the statements it stands in.", {"minItems": 1}),
        "status": {"description": "`claimed` where only statements vouch for it, else the reality."},
        "mentions": {"minItems": 1},
        "confidence": _CONFIDENCE,
    },
    "Position": {
        "id": _NAMED, "actor": {**_NAMED, "description": "Id of an actor."}, "issue": {**_NAMED, "description": "The words for what is at stake."},
        "basis": _BASIS, "confidence": _CONFIDENCE,
    },
    "Side": {"claim": _NAMED, "held_by": {"description": "Ids of actors; empty where the narrator or nobody named holds it."}, "basis": _BASIS},
    "Dispute": {"id": _NAMED, "question": _NAMED, "sides": {"minItems": 2}, "confidence": _CONFIDENCE},
    "Plan": {"id": _NAMED, "what": _NAMED, "who": {"description": "Ids of actors."}, "basis": _BASIS, "confidence": _CONFIDENCE},
    "Coded": {
        "cameo": _nullable({"type": "string", "pattern": "^[0-9]{2,4}$"}),
        "quad": _nullable({"type": "integer", "minimum": 1, "maximum": 4}),
        "goldstein": _nullable({"type": "number", "minimum": -10, "maximum": 10}),
    },
    "Place": {
        "name": _NAMED,
        "country": _nullable({"type": "string", "pattern": "^[A-Z]{3}$"}),
        "lat": _nullable({"type": "number", "minimum": -90, "maximum": 90}),
        "lon": _nullable({"type": "number", "minimum": -180, "maximum": 180}),
        "geonameid": _nullable({"type": "integer", "minimum": 1}),
    },
    "Count": {"min": _nullable(_OFFSET), "max": _nullable(_OFFSET)},
    "Time": {
        "start": _described("First day, inclusive; null is open.", _nullable(_DATE)),
        "end": _described("Last day, inclusive; null is open.", _nullable(_DATE)),
    },
    "Manifest": {
        "model": _nullable(_SHA256),
        "knowledge": _nullable(_SHA256),
        "layers": _described("What was read. A layer that is not named was not read.", {"uniqueItems": True}),
    },
}  # fmt: skip

# Fields with a default are optional in the type, so that older records load; a record that is written has them.
_ALSO_REQUIRED = {"Actor": ["alt"], "Record": ["schema", "events", "positions", "disputes", "plans"], "Time": ["span"], "Place": ["span"], "Counts": ["dead", "injured", "arrested"]}


def build() -> dict[str, Any]:
    """The schema as it must stand in schema.json. Fields that it does not name are allowed: fields may be added."""
    (_,), defs = msgspec.json.schema_components([record.Record], ref_template="#/$defs/{name}")
    for type_ in _TYPES:
        _refine(defs[type_.__name__], type_)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "Record",
        "description": "One news article and what was read from it; every line points at the words it was read from.",
        "$ref": "#/$defs/Record",
        "$defs": defs,
    }


def _refine(shape: dict[str, Any], type_: type) -> None:
    shape["description"] = inspect.getdoc(type_) or ""
    for field, refinement in _FIELDS.get(type_.__name__, {}).items():
        given = shape["properties"][field]
        given.pop("default", None)
        replaced = {"anyOf", "type", "items"} & refinement.keys()
        shape["properties"][field] = dict(refinement) if replaced else {**given, **refinement}
    shape["required"] = [f for f in shape["properties"] if f in {*shape["required"], *_ALSO_REQUIRED.get(type_.__name__, [])}]


def text() -> str:
    """The schema as the file holds it."""
    return json.dumps(build(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
