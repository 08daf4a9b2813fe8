"""The shapes of the layers that a record may hold and that have no types of their own: positions, disputes, plans."""

from __future__ import annotations

from typing import Any

SECTORS = [
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED",
    "MIL", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
]  # fmt: skip
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
_ACTOR_IDS = _list(_WORDS, description="Ids of actors.")
_BASIS = _list(_WORDS, description="Ids of the statements or events it rests on.")

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
    "positions": _list(_ref("Position")),
    "disputes": _list(_ref("Dispute")),
    "plans": _list(_ref("Plan")),
    "$defs": {
        shape["title"]: shape
        for shape in (_POSITION, _DISPUTE, _SIDE, _PLAN)
    },
}
