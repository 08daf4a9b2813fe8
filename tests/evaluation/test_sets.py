"""Floors only rise, and hold for the data that they were measured on."""

import json

from rapporteur.evaluation.figures import Figure, match
from rapporteur.evaluation.sets import SETS, raise_floors, shortfalls


def test_a_floor_rises_and_never_falls_on_the_same_data(tmp_path):
    file = tmp_path / "floors.json"
    raise_floors(file, "polnear", [Figure("cue", 8, 10), Figure("source", 5, 10)], "x")
    raise_floors(file, "polnear", [Figure("cue", 7, 10), Figure("source", 6, 10)], "x")
    assert json.loads(file.read_text())["polnear"]["floors"] == {"cue": 0.8, "source": 0.6}


def test_other_data_begins_anew(tmp_path):
    file = tmp_path / "floors.json"
    raise_floors(file, "polnear", [Figure("cue", 8, 10)], "x")
    raise_floors(file, "polnear", [Figure("cue", 7, 10)], "y")
    assert json.loads(file.read_text())["polnear"] == {"sha256": "y", "floors": {"cue": 0.7}}


def test_the_figure_of_another_system_is_no_floor(tmp_path):
    file = tmp_path / "floors.json"
    raise_floors(file, "articles", [Figure("body", 8, 10), Figure("body, trafilatura fast", 9, 10)], "x")
    assert json.loads(file.read_text())["articles"]["floors"] == {"body": 0.8}


def test_a_figure_that_is_missing_or_low_falls_short():
    short = shortfalls([Figure("cue", 7, 10)], {"cue": 0.75, "source": 0.5})
    assert [s.figure for s in short] == ["cue", "source"]
    assert shortfalls([Figure("cue", 7, 10)], {"cue": 0.7004}) == []


def test_matching_is_one_to_one_best_first():
    score = lambda g, p: 1 - abs(g - p)  # noqa: E731
    assert sorted(match([1.0, 1.4], [1.1, 1.45], score, 0.5)) == [(0, 0), (1, 1)]
    assert match([1.0], [3.0], score, 0.5) == []


def test_every_set_has_its_module():
    from importlib import import_module

    for name in SETS:
        assert callable(import_module(f"rapporteur.evaluation.{name.replace('-', '_')}").evaluate)
