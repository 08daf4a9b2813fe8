"""The verbs that ask an archive."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1] / "archive"))
from test_store import archive  # noqa: F401

from rapporteur.cli import cli


def asked(*arguments, status=0):
    answer = CliRunner().invoke(cli, [str(a) for a in arguments])
    assert answer.exit_code == status, answer.output
    return answer


@pytest.mark.parametrize("verb", ["quotes", "timeline", "series", "network", "positions", "calendar"])
def test_each_question_answers_in_each_format(archive, verb, tmp_path):  # noqa: F811
    assert len(json.loads(asked(verb, archive.folder, "--format", "json").output)) >= 1
    assert asked(verb, archive.folder).output.splitlines()[-1].endswith(("row", "rows"))
    assert asked(verb, archive.folder, "--format", "csv").output.count("\n") >= 2
    asked(verb, archive.folder, "--format", "parquet", "-o", tmp_path / "x.parquet")
    assert (tmp_path / "x.parquet").read_bytes()[:4] == b"PAR1"


def test_a_sound_archive_and_a_damaged_one(archive):  # noqa: F811
    assert asked("verify", archive.folder).output == "3 articles, 0 faults\n"
    next(archive.folder.glob("parts/*/events.parquet")).unlink()
    assert "events.parquet: is missing" in asked("verify", archive.folder, status=3).output
