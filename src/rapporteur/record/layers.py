"""The shapes of the layers that a record may hold and that have no types of their own: events, positions, disputes, plans."""

from __future__ import annotations

from typing import Any

SECTORS = [
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED",
    "MIL", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
]  # fmt: skip
EVENT_TYPES = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip

REALITY = ["happened", "ongoing", "planned", "hypothetical", "denied"]

DATE: dict[str, Any] = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_STRING: dict[str, Any] = {"type": "string"}
_WORDS: dict[str, Any] = {"type": "string", "minLength": 1}
_CONFIDENCE: dict[str, Any] = {"type": "number", "minimum": 0, "maximum": 1}


def nullable(shape: dict[str, Any]) -> dict[str, Any]:
    """`shape`, or null where it is not known."""
    return {"anyOf": [shape, {"type": "null"}]}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _list(of: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": of, **more}


def _object(title: str, said: str, **properties: dict[str, Any]) -> dict[str, Any]:
    return {"title": title, "description": said, "type": "object", "properties": properties, "required": list(properties)}


_SPANS = _list(_ref("Span"))
_MAYBE_SPAN = nullable(_ref("Span"))
_ACTOR_IDS = _list(_WORDS, description="Ids of actors.")
_BASIS = _list(_WORDS, description="Ids of the statements or events it rests on.")

_PLACE = _object(
    "Place", "Where, as far as the words and the gazetteer say.",
    name=_WORDS,
    type={"enum": ["country", "admin1", "city", "site", "region"]},
    country=nullable({"type": "string", "pattern": "^[A-Z]{3}$"}),
    admin1=nullable(_STRING),
    lat=nullable({"type": "number", "minimum": -90, "maximum": 90}),
    lon=nullable({"type": "number", "minimum": -180, "maximum": 180}),
    geonameid=nullable({"type": "integer", "minimum": 1}),
    span=_MAYBE_SPAN,
)  # fmt: skip

_COUNT = _object(
    "Count", "A number of people as an interval; null is an open end.",
    min=nullable({"type": "integer", "minimum": 0}),
    max=nullable({"type": "integer", "minimum": 0}),
    span=_MAYBE_SPAN,
)  # fmt: skip

_EVENT_MENTION = _object(
    "EventMention", "One place where an event is told.",
    trigger=_SPANS, source=_SPANS, target=_SPANS, date=_MAYBE_SPAN, place=_MAYBE_SPAN,
)  # fmt: skip

_CODED = _object(
    "Coded", "The class that PLOVER's own rules assign, and CAMEO's; null where the event is hypothetical or denied.",
    plover=nullable({"enum": EVENT_TYPES}),
    cameo=nullable({"type": "string", "pattern": "^[0-9]{2,4}$"}),
    quad=nullable({"type": "integer", "minimum": 0, "maximum": 4}),
    goldstein=nullable({"type": "number", "minimum": -10, "maximum": 10}),
)  # fmt: skip

_EVENT = _object(
    "Event", "One distinct event of the article, however often told.",
    id=_WORDS,
    type={"enum": EVENT_TYPES, "description": "The act, by its PLOVER name."},
    mode=nullable(_STRING),
    contexts=_list(_STRING),
    source=_ACTOR_IDS,
    target=_ACTOR_IDS,
    symmetric={"type": "boolean"},
    reality={"enum": REALITY, "description": "What its author presents it as."},
    asserted_by=_list(_WORDS, minItems=1, description="Who vouches: \"narrator\", or the ids of the statements it stands in."),
    status={"enum": ["claimed", *REALITY], "description": "`claimed` where only statements vouch for it, else the reality."},
    coded=nullable(_ref("Coded")),
    date=nullable(_ref("Time")),
    place=nullable(_ref("Place")),
    counts=nullable({"type": "object", "properties": {k: nullable(_ref("Count")) for k in ("dead", "injured", "arrested")}}),
    mentions=_list(_ref("EventMention"), minItems=1),
    confidence=_CONFIDENCE,
)  # fmt: skip

_POSITION = _object(
    "Position", "An actor for or against a concrete proposal, policy or state of affairs.",
    id=_WORDS, actor=_WORDS,
    stance={"enum": ["for", "against", "conditional"]},
    issue={**_WORDS, "description": "The words for what is at stake."},
    issue_spans=_SPANS, basis=_BASIS, confidence=_CONFIDENCE,
)  # fmt: skip

_SIDE = _object("Side", "One account of a disputed fact.", claim=_WORDS, held_by=_ACTOR_IDS, basis=_BASIS, spans=_SPANS)

_DISPUTE = _object(
    "Dispute", "Accounts of one fact that cannot all be true, or a source that rejects another's account.",
    id=_WORDS, question=_WORDS, sides=_list(_ref("Side"), minItems=2), confidence=_CONFIDENCE,
)  # fmt: skip

_PLAN = _object(
    "Plan", "An announced, scheduled or expected event.",
    id=_WORDS, what=_WORDS, who=_ACTOR_IDS,
    when=nullable(_ref("Time")), place=nullable(_ref("Place")),
    basis=_BASIS, spans=_SPANS, confidence=_CONFIDENCE,
)  # fmt: skip

LAYERS: dict[str, dict[str, Any]] = {
    "events": _list(_ref("Event")),
    "positions": _list(_ref("Position")),
    "disputes": _list(_ref("Dispute")),
    "plans": _list(_ref("Plan")),
    "$defs": {
        shape["title"]: shape
        for shape in (_EVENT, _EVENT_MENTION, _CODED, _PLACE, _COUNT, _POSITION, _DISPUTE, _SIDE, _PLAN)
    },
}
