"""Corpus items as records: what the marks say, and what follows from the text."""

import pytest
from corpus_item import ITEM

from rapporteur.evaluation.compile import depth, record_of
from rapporteur.evaluation.markup import parse_item
from rapporteur.record import faults


@pytest.fixture
def record():
    return record_of(parse_item(ITEM, path="velt.txt"))


def test_a_compiled_item_is_a_sound_record(record):
    assert faults(record) == []
    assert record.article.id == "velt"
    assert record.article.published == "2019-05-02"


def test_mode_and_nesting_follow_from_the_text(record):
    by_id = {s.id: s for s in record.statements}
    assert [by_id[f"s{n}"].mode for n in (1, 2, 5)] == ["indirect", "indirect", "direct"]
    assert {id: s.inside for id, s in by_id.items()} == {"s1": None, "s2": None, "s3": None, "s4": "s2", "s5": None}


def test_depth_counts_the_statements_around():
    item = parse_item(ITEM)
    assert [depth(item, s) for s in item.statements] == [0, 0, 0, 1, 0]
