"""`eval` as a program, over a toy set whose file holds the number of toys found."""

import pytest
from programs import run


@pytest.fixture
def found(tmp_path):
    def write(number: int):
        path = tmp_path / "toys"
        path.write_text(str(number))
        return path

    return write


def test_each_figure_is_printed_with_its_counts_and_the_hash_of_the_data(found):
    done = run("eval", "polnear", found(7))
    figure, data = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert figure.split() == ["toys", "found", "0.700", "(7", "of", "10)"]
    assert data.startswith("data sha256 ")


def test_a_floor_rises_with_the_figure_and_a_fall_below_it_is_status_1(found, tmp_path):
    floors = tmp_path / "floors.json"
    assert run("eval", "polnear", found(7), "--floors", floors, "--update").returncode == 0
    assert run("eval", "polnear", found(8), "--floors", floors).returncode == 0
    assert run("eval", "polnear", found(5), "--floors", floors, "--update").returncode == 0
    fallen = run("eval", "polnear", found(6), "--floors", floors)
    assert fallen.returncode == 1
    assert fallen.stderr == "rapporteur: toys found is 0.6000, under its floor 0.7000\n"
    assert "0.600" in fallen.stdout


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["polnear", "absent"], "absent"),
        (["toys", "absent"], "polnear"),
        (["polnear"], "PATH"),
        (["polnear", "absent", "--update"], "--floors"),
    ],
)
def test_a_fault_is_status_1_and_one_line(arguments, named):
    done = run("eval", *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert named in line


def test_floors_without_any_for_this_data_say_how_to_write_them(found, tmp_path):
    done = run("eval", "polnear", found(7), "--floors", tmp_path / "floors.json")
    assert done.returncode == 1
    assert "--update" in done.stderr
