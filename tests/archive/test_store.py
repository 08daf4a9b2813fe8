"""An archive keeps what was added, once, whole, and finds what has changed."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from rapporteur.archive import ArchiveError, open_archive
from rapporteur.archive.manifest import path_of
from rapporteur.evaluation.compile import record_of
from rapporteur.evaluation.markup import parse_item
from rapporteur.record import to_json

ITEM = """date: 2019-05-0{day}
outlet: Harbour Mail
region: Selk
style: test
mentions: all
events: all
positions: all
actor minister: Ana Ruiz | person | country=ESP | sector=GOV | role=fisheries minister
actor guard: the coast guard | organisation | country=MAR | sector=MIL

# [S1 [@minister Minister]] [C1 [E1 condemns]] [X1 [I1 firing on trawler]] number {day}

[S2 [@minister Ana Ruiz]] [C2 said] [X2 that [@guard the coast guard] had [E2 fired on] a trawler off cape {day}]. [@minister She] [P1 flies to Rabat on Monday].

---
1 by minister act criticise
2 by minister act say
e1 by minister on guard ACCUSE disapprove
e2 by guard on - ASSAULT firearms
i1 by minister against
p1 by minister
"""


def records(*days):
    return [record_of(parse_item(ITEM.replace("{day}", str(d)), path=f"item{d}.txt")) for d in days]


@pytest.fixture
def archive(tmp_path):
    opened = open_archive(tmp_path / "a", create=True)
    list(opened.add(records(1, 2, 3)))
    return opened


def test_records_come_back_as_they_were(archive):
    assert [to_json(r) for r in archive.records()] == [to_json(r) for r in records(1, 2, 3)]


def test_adding_the_same_again_adds_nothing(archive):
    before = path_of(archive.folder).read_bytes()
    assert len(list(archive.add(records(2, 3)))) == 2
    assert path_of(archive.folder).read_bytes() == before
    assert len(archive) == 3


def test_what_a_newer_model_reads_stands_beside_the_old_and_counts(archive):
    import msgspec

    newer = [msgspec.structs.replace(r, manifest=msgspec.structs.replace(r.manifest, rapporteur="99")) for r in records(2)]
    list(archive.add(newer))
    assert len(archive) == 3
    assert [r.manifest.rapporteur for r in archive.records()].count("99") == 1
    assert archive.sql("SELECT count(*) FROM events").fetchone() == (6,)


def test_tables_are_asked_in_sql(archive):
    assert archive.sql("SELECT type, status, count(*) FROM events GROUP BY ALL ORDER BY 1").fetchall() == [("ACCUSE", "happened", 3), ("ASSAULT", "claimed", 3)]
    assert archive.sql("SELECT DISTINCT who FROM who ORDER BY 1").fetchall() == [("ana ruiz|esp",), ("coast guard|mar",)]


def test_a_changed_byte_and_a_missing_file_are_found(archive):
    assert archive.verify() == []
    files = sorted(archive.folder.glob("parts/*/*.parquet"))
    data = bytearray(files[0].read_bytes())
    data[len(data) // 2] ^= 1
    files[0].write_bytes(data)
    files[1].unlink()
    assert sorted(f.split(": ")[1] for f in archive.verify()) == ["is missing", "its bytes have changed"]


def test_a_half_line_at_the_end_of_the_manifest_is_no_line(archive):
    with path_of(archive.folder).open("ab") as out:
        out.write(b'{"part": "cut off')
    archive.refresh()
    assert len(archive) == 3
    list(archive.add(records(4)))
    assert len(archive) == 4


def test_a_folder_with_other_things_is_no_archive(tmp_path):
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(ArchiveError):
        open_archive(tmp_path, create=True)
    with pytest.raises(ArchiveError):
        open_archive(tmp_path / "nowhere")


def test_many_small_parts_become_one(tmp_path, monkeypatch):
    monkeypatch.setattr("rapporteur.archive.store.MANY_SMALL", 3)
    opened = open_archive(tmp_path / "a", create=True)
    for day in range(1, 7):
        list(opened.add(records(day)))
    assert len(opened.parts) < 6
    assert len(list(opened.records())) == 6
    assert opened.verify() == []


WRITER = textwrap.dedent("""
    import sys
    sys.path[:0] = {path!r}
    from test_store import records
    from rapporteur.archive import open_archive
    opened = open_archive({folder!r}, create=True)
    made = records(*range(1, 10))
    print("ready", flush=True)
    for one in made:
        for r in opened.add([one]):
            print(r.article.id, flush=True)
""")


def test_a_writer_that_is_killed_loses_no_finished_unit_and_leaves_no_half_one(tmp_path):
    chance = random.Random(7)
    folder = tmp_path / "a"
    path = [os.path.dirname(__file__), *sys.path]
    acknowledged: set[str] = set()
    for _ in range(12):
        with subprocess.Popen([sys.executable, "-c", WRITER.format(path=path, folder=str(folder))], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(chance.random() * 0.4)
            writer.send_signal(signal.SIGKILL)
            acknowledged |= set(writer.stdout.read().split())
        opened = open_archive(folder)
        held = [r.article.id for r in opened.records()]
        assert acknowledged <= set(held)
        assert len(held) == len(set(held))
        assert opened.verify() == []
        opened.close()
    assert acknowledged
