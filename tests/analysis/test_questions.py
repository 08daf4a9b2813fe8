"""Questions over an archive of hand-made records."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "archive"))
from test_store import archive  # noqa: F401

from rapporteur.analysis.questions import (
    calendar,
    disputes,
    network,
    positions,
    quotes,
    series,
    timeline,
)
from rapporteur.analysis.table import Filters


def column(table, name):
    return [row[table.columns.index(name)] for row in table.rows]


def test_quotes_are_found_by_speaker_and_words(archive):  # noqa: F811
    assert column(quotes(archive, Filters(actors=("Ruiz",)), "TRAWLER cape"), "speaker") == ["Ana Ruiz"] * 3
    assert quotes(archive, Filters(actors=("Morocco",))).rows == []


def test_a_timeline_has_claims_unless_they_are_left_out(archive):  # noqa: F811
    assert sorted(set(column(timeline(archive, Filters()), "status"))) == ["claimed", "happened"]
    assert set(column(timeline(archive, Filters(claims=False)), "status")) == {"happened"}
    assert len(timeline(archive, Filters(since="2019-05-02", until="2019-05-02")).rows) == 2


@pytest.mark.parametrize(("by", "source", "target"), [("actor", "Ana Ruiz", "the coast guard"), ("country", "ESP", "MAR")])
def test_a_series_counts_dyads(archive, by, source, target):  # noqa: F811
    table = series(archive, Filters(), "month", by)
    assert [(r[1], r[2], r[3], r[6]) for r in table.rows] == [(source, target, 3, 1.0)]


def test_a_network_has_an_edge_for_each_dyad(archive):  # noqa: F811
    assert [r[:3] for r in network(archive, Filters()).rows] == [("Ana Ruiz", "the coast guard", 3)]
    assert network(archive, Filters(), "conflict").rows == []


def test_positions_plans_and_disputes(archive):  # noqa: F811
    assert [r[:4] for r in positions(archive, Filters()).rows] == [("Ana Ruiz", "fir trawler", "against", 3)]
    assert column(calendar(archive, Filters(actors=("Ana Ruiz",))), "what") == ["flies to Rabat on Monday"] * 3
    assert disputes(archive, Filters()).rows == []
