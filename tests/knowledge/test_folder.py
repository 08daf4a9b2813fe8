"""A folder of one's own: written from dictionaries, checked, and asked before what ships."""

import json
import os
import subprocess
import sys

import pytest

from rapporteur.knowledge.dictionaries import read_dictionary
from rapporteur.knowledge.folder import faults_in, write_folder

ACTORS = b"MILL_GUARD_\n+GUARD_OF_THE_MILL_\n\t[NORPRM <20050930]\n\t[NORGOV]\nDAVID_CAMERON_ [GBRELI]\n"


def ask(folder, *questions: dict) -> list[dict]:
    """What a process of its own answers, since tables are read once a process."""
    done = subprocess.run(
        [sys.executable, "-c", "from rapporteur.cli import main; main()", "actor", "-", "--format", "jsonl", "--knowledge", str(folder)],
        input="\n".join(map(json.dumps, questions)), capture_output=True, text=True, check=True, env=dict(os.environ),
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path):
    write_folder([read_dictionary(ACTORS, "own.actors"), read_dictionary(b"LOCK_KEEPER [~LAB]\n", "own.agents")], tmp_path)
    return tmp_path


def test_what_is_written_is_sound(folder):
    assert faults_in(folder) == []
    assert (folder / "actors.tsv").read_text("utf-8").splitlines()[0].split("\t")[0] == "name"


def test_what_is_imported_is_answered_and_comes_first(folder):
    early, late, other, role, plural = ask(
        folder, {"phrase": "the Guard of the Mill", "on": "2001-01-01"}, {"phrase": "Mill Guard", "on": "2010-01-01"},
        {"phrase": "David Cameron", "on": "2013-05-10"}, {"phrase": "a lock keeper"}, {"phrase": "Swedish lock keepers"},
    )  # fmt: skip
    assert (early["code"], late["code"]) == ("NORPRM", "NORGOV")
    assert (other["code"], other["name"]) == ("GBRELI", "David Cameron")
    assert role["sector"] == plural["sector"] == "LAB"
    assert plural["country"] == "SWE"


def test_people_of_ones_own_are_known(tmp_path):
    (tmp_path / "people.tsv").write_text("name\tcountry\toffice\tof\tstart\nAstrid Qvale\tNOR\tforeign minister\tNOR\t2031-01-01\n", "utf-8")
    assert faults_in(tmp_path) == []
    (told,) = ask(tmp_path, {"phrase": "Foreign Minister Qvale", "on": "2031-06-01"})
    assert (told["name"], told["code"], told["role"]) == ("Astrid Qvale", "NORGOV", "foreign minister")


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("actors.tsv", "name\tcode\nMill Guard\n", "actors.tsv:2: 1 cells"),
        ("actors.tsv", "name\tsector\nMill Guard\tXYZ\n", "actors.tsv:2: sector 'XYZ'"),
        ("actors.tsv", "# mine\nname\tcountry\n# here\nMill Guard\tNorway\n", "actors.tsv:4: country 'Norway'"),
        ("people.tsv", "name\tstart\nAstrid Qvale\tsoon\n", "people.tsv:2: start 'soon'"),
        ("people.tsv", "name\tstart\tend\nAstrid Qvale\t2012\t2011-05-01\n", "people.tsv:2: it ends"),
        ("people.tsv", "name\tcolour\nAstrid Qvale\tred\n", "people.tsv:1: columns are"),
        ("mine.tsv", "name\nMill Guard\n", "mine.tsv:1: no table"),
    ],
)
def test_a_fault_is_named_with_file_and_line(tmp_path, name, content, fault):
    (tmp_path / name).write_text(content, "utf-8")
    assert any(fault in told for told in faults_in(tmp_path)), faults_in(tmp_path)
