"""`rapporteur knowledge`."""

from click.testing import CliRunner

from rapporteur.cli import cli


def run(*args):
    return CliRunner().invoke(cli, ["knowledge", *map(str, args)])


def test_dictionaries_become_a_folder(tmp_path):
    good = tmp_path / "good.actors"
    good.write_text("MILL_GUARD_ [NORCOP]\n", "utf-8")
    told = run("import", good, "-o", tmp_path / "own")
    assert told.exit_code == 0
    assert "1 lines, 0 of them not read" in told.stderr
    assert run("check", tmp_path / "own").exit_code == 0


def test_lines_that_are_not_read_are_named_and_the_rest_is_written(tmp_path):
    bad = tmp_path / "bad.actors"
    bad.write_text("MILL_GUARD_ [NORCOP]\nNAME_ [NO]\n", "utf-8")
    told = run("import", bad, "-o", tmp_path / "own")
    assert told.exit_code == 3
    assert "bad.actors:2: " in told.stderr
    assert (tmp_path / "own" / "actors.tsv").exists()


def test_where_nothing_can_be_read_nothing_is_written(tmp_path):
    bad = tmp_path / "bad.actors"
    bad.write_text("NAME_ [NO]\n", "utf-8")
    assert run("import", bad, "-o", tmp_path / "own").exit_code == 1
    assert not (tmp_path / "own").exists()


def test_faults_of_a_folder_end_with_status_1(tmp_path):
    (tmp_path / "actors.tsv").write_text("name\tsector\nMill Guard\tXYZ\n", "utf-8")
    told = run("check", tmp_path)
    assert told.exit_code == 1
    assert "actors.tsv:2" in told.stderr
