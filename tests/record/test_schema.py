"""The JSON Schema that ships says what the types say, and a little more."""

import json

import jsonschema
import msgspec
import pytest

from rapporteur.record import schema

VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema.PATH.read_text(encoding="utf-8")))


def errors(plain: dict) -> list[str]:
    return [f"{e.json_path}: {e.message}" for e in VALIDATOR.iter_errors(plain)]


@pytest.fixture
def plain(specimen) -> dict:
    return msgspec.json.decode(msgspec.json.encode(specimen))


SPAN = {"start": 0, "end": 7, "words": "Foreign"}
TIME = {"start": "2031-03-07", "end": "2031-03-07", "precision": "day", "relation": "on", "span": SPAN}
PLACE = {
    "name": "Selk", "type": "site", "country": None, "admin1": None,
    "lat": 61.5, "lon": -7.25, "geonameid": None, "span": SPAN,
}  # fmt: skip
EVENT = {
    "id": "e1", "type": "REJECT", "mode": "meet", "contexts": ["territory"], "source": ["a1"], "target": ["a2"], "symmetric": False,
    "reality": "happened", "asserted_by": ["s2"], "status": "claimed",
    "coded": {"plover": "REJECT", "cameo": "120", "quad": 3, "goldstein": -4.0},
    "date": TIME, "place": PLACE, "counts": {"dead": None, "injured": {"min": 2, "max": None, "span": SPAN}, "arrested": None},
    "mentions": [{"trigger": [SPAN], "source": [SPAN], "target": [], "date": None, "place": SPAN}], "confidence": 0.6,
}  # fmt: skip
LATER_LAYERS = {
    "events": [EVENT],
    "positions": [
        {"id": "p1", "actor": "a1", "stance": "against", "issue": "reopening the strait", "issue_spans": [SPAN], "basis": ["s2"], "confidence": 0.7}
    ],
    "disputes": [
        {
            "id": "d1", "question": "Who cut the buoys loose?", "confidence": 0.5,
            "sides": [
                {"claim": "the islanders did", "held_by": ["a1"], "basis": ["s10"], "spans": [SPAN]},
                {"claim": "the storm did", "held_by": ["a2"], "basis": [], "spans": [SPAN]},
            ],
        }
    ],
    "plans": [
        {"id": "n1", "what": "a joint watch", "who": ["a6"], "when": TIME, "place": None, "basis": ["s8"], "spans": [SPAN], "confidence": 0.4}
    ],
}  # fmt: skip


def test_the_file_is_what_the_types_give():
    assert schema.PATH.read_text(encoding="utf-8") == schema.text(), "run: python -m rapporteur.record.schema"


def test_the_schema_is_json_schema_2020_12_with_an_id_and_described_types():
    jsonschema.Draft202012Validator.check_schema(VALIDATOR.schema)
    assert VALIDATOR.schema["$id"] == schema.ID
    for name, shape in VALIDATOR.schema["$defs"].items():
        assert shape["title"] == name
        assert shape["description"]


def test_a_record_keeps_it(plain):
    assert errors(plain) == []


def test_a_record_with_every_later_layer_keeps_it(plain):
    assert errors({**plain, **LATER_LAYERS}) == []


def test_fields_may_be_added(plain):
    plain["article"]["section"] = "World"
    assert errors(plain) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "rapporteur/record/2"),
        (("article", "published"), "4 March 2031"),
        (("article", "published"), "2031-03-04T10:00"),
        (("article", "language"), "English"),
        (("article", "sha256"), "abc"),
        (("article", "paragraphs", 0, "start"), -1),
        (("actors", 0, "kind"), "diplomat"),
        (("actors", 0, "country"), "Norvania"),
        (("actors", 0, "sector"), "government"),
        (("actors", 0, "wikidata"), "https://wikidata.example/Q1"),
        (("actors", 0, "mentions", 0, "form"), "proper"),
        (("statements", 0, "mode"), "quoted"),
        (("statements", 0, "act"), "tweet"),
        (("statements", 0, "polarity"), "positive"),
        (("statements", 0, "confidence"), 1.5),
        (("statements", 0, "source", 0, "in"), "subtitle"),
        (("statements", 1, "said_on", "precision"), "fortnight"),
        (("statements", 1, "said_on", "start"), "March"),
    ],
)
def test_another_meaning_under_a_known_name_breaks_it(plain, path, value):
    place = plain
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert errors(plain) != []


@pytest.mark.parametrize("name", ["article", "actors", "statements", "events", "positions", "disputes", "plans", "manifest"])
def test_no_part_of_the_record_may_be_missing(plain, name):
    del plain[name]
    assert errors(plain) != []


@pytest.mark.parametrize(
    ("layer", "field", "value"),
    [
        ("events", "type", "DEMAND"),
        ("events", "status", "rumoured"),
        ("events", "asserted_by", []),
        ("positions", "stance", "neutral"),
        ("disputes", "sides", []),
        ("plans", "when", "next week"),
    ],
)
def test_later_layers_are_checked_too(plain, layer, field, value):
    line = {**LATER_LAYERS[layer][0], field: value}
    assert errors({**plain, layer: [line]}) != []
