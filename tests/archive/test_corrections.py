"""Corrections hold over the readings, also after a newer reading, and can be taken back."""

import sys
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from test_store import archive, records  # noqa: F401

from rapporteur.archive.corrections import Anchor, correct, corrections, take_back


def anchor_of(archive, layer, where):  # noqa: F811
    row = archive.sql(f"SELECT t.text_sha256, l.field, l.char_start, l.char_end FROM {layer} l JOIN articles t USING (article) WHERE {where} ORDER BY t.id LIMIT 1").fetchone()
    return Anchor(layer, *row)


def test_a_rejected_line_is_gone_and_comes_back(archive):  # noqa: F811
    number = correct(archive.folder, "reject", {}, by="ed", why="a film", anchor=anchor_of(archive, "events", "type = 'ASSAULT'"))
    archive.refresh()
    count = "SELECT count(*) FROM events WHERE type = 'ASSAULT'"
    before = archive.sql(count).fetchone()
    newer = [msgspec.structs.replace(r, manifest=msgspec.structs.replace(r.manifest, rapporteur="99")) for r in records(1, 2, 3)]
    list(archive.add(newer))
    assert archive.sql(count).fetchone() == before
    take_back(archive.folder, number, by="ed")
    archive.refresh()
    assert archive.sql(count).fetchone() == (3,)
    assert [(c.made_by, c.why, c.undone) for c in corrections(archive.folder)] == [("ed", "a film", True)]


def test_an_event_gets_the_right_code(archive):  # noqa: F811
    correct(archive.folder, "code", {"type": "THREATEN", "mode": "violence"}, by="ed", why="a warning shot", anchor=anchor_of(archive, "events", "type = 'ASSAULT'"))
    archive.refresh()
    assert archive.sql("SELECT plover, cameo, quad FROM events WHERE type = 'THREATEN'").fetchall() == [("THREATEN", "138", 3)]


def test_a_statement_gets_the_right_speaker(archive):  # noqa: F811
    correct(archive.folder, "speaker", {"keys": ["the coast guard"]}, by="ed", why="misread", anchor=anchor_of(archive, "statements", "act = 'say'"))
    archive.refresh()
    assert archive.sql("SELECT count(*) FROM statements WHERE speakers = ['guard']").fetchone() == (1,)


def test_merged_actors_are_one_and_a_split_one_is_apart(archive):  # noqa: F811
    correct(archive.folder, "merge", {"key": "coast guard|mar", "into": "navy|mar"}, by="ed", why="one service")
    correct(archive.folder, "split", {"into": "another guard"}, by="ed", why="another country's", anchor=anchor_of(archive, "actors", "name = 'the coast guard'"))
    archive.refresh()
    assert archive.sql("SELECT who, count(*) FROM who GROUP BY 1 ORDER BY 1").fetchall() == [("ana ruiz|esp", 3), ("another guard", 1), ("navy|mar", 2)]


@pytest.mark.parametrize(("kind", "value"), [("code", {"type": "DEMAND"}), ("merge", {"key": "a", "into": "b"})])
def test_a_correction_without_sense_is_refused(archive, kind, value):  # noqa: F811
    with pytest.raises(ValueError, match="no "):
        correct(archive.folder, kind, value, by="ed", why="-", anchor=anchor_of(archive, "events", "true"))
