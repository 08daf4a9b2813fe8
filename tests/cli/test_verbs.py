"""`read`, `extract` and `info` as programs: statuses, streams, pipes and files. The rooms behind them are toys."""

import csv
import io
import json
import os
import pty
import re
from pathlib import Path

import pytest
from programs import run, start


def texts(out: str) -> list[str]:
    return [json.loads(line)["article"]["text"] for line in out.splitlines()]


def test_all_read_is_status_0_and_nothing_on_stderr(articles):
    done = run("read", articles("Kolm left.", "Velt stayed."), "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert texts(done.stdout) == ["Kolm left.", "Velt stayed."]


def test_some_rejected_is_status_3_and_each_is_named_with_its_reason_on_one_line(articles):
    path = articles("Kolm left.", "REJECT", "Velt stayed.")
    done = run("read", path, path.with_name("absent.txt"), "--format", "jsonl")
    assert done.returncode == 3
    assert texts(done.stdout) == ["Kolm left.", "Velt stayed."]
    assert done.stderr.splitlines() == [
        f"rapporteur read: {path}:2: no-article: told to",
        f"rapporteur read: {path.with_name('absent.txt')}: not-found: no such file",
        "rapporteur read: 2 read, 2 rejected",
    ]


@pytest.mark.parametrize("lines", [["REJECT"], []])
@pytest.mark.parametrize("verb", ["read", "extract"])
def test_nothing_read_is_status_1(articles, verb, lines):
    done = run(verb, articles(*lines))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr


@pytest.mark.parametrize(
    ("arguments", "named", "remedy"),
    [
        ([], "Missing command", "--help"),
        (["raed"], "raed", "--help"),
        (["read"], "SOURCE", "--help"),
        (["read", "x", "--format", "xml"], "--format", "jsonl"),
        (["read", "x", "--date", "4 March"], "--date", "2031-03-04"),
        (["read", "x", "--workers", "0"], "--workers", "1<=x"),
        (["read", "x", "--colour"], "--colour", "--help"),
        (["read", "x", "--excel-safe"], "--excel-safe", "--format csv"),
        (["extract", "x", "--format", "csv"], "--format", "jsonl"),
        (["read", "x", "-o", "/"], "/", "name a file"),
        (["read", "x", "-o", "/no/such/folder/x"], "/no/such/folder/x", "No such file or directory"),
    ],
)
def test_a_usage_error_is_status_1_and_one_line_that_names_the_fault_and_the_remedy(arguments, named, remedy):
    done = run(*arguments)
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert named in line
    assert remedy in line


def test_a_fault_in_reading_one_article_rejects_that_article_alone(articles):
    done = run("read", articles("Kolm left.", "FAULT", "Velt stayed."), "--format", "jsonl")
    assert done.returncode == 3
    assert texts(done.stdout) == ["Kolm left.", "Velt stayed."]
    assert ":2: error: LookupError: the toy broke" in done.stderr


@pytest.mark.parametrize("workers", [1, 2])
def test_weights_that_are_absent_end_the_run_with_one_line(articles, workers):
    done = run("read", articles("Kolm left.", "Velt stayed."), "--workers", workers, TOY_WEIGHTS="absent")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "rapporteur: the weights are absent. Install rapporteur again.\n"


LINES = [f"{'SLOW' if n % 3 == 0 else ''} article {n}" if n % 5 else f"REJECT {n}" for n in range(1, 40)]


@pytest.mark.parametrize("format", ["jsonl", "html"])
def test_any_number_of_workers_gives_the_same_bytes_in_the_order_of_the_input(articles, format):
    path = articles(*LINES)
    alone = run("read", path, "--format", format)
    assert alone.returncode == 3
    assert len(re.findall("article [0-9]+", alone.stdout)) >= 32
    for workers in (2, 3):
        together = run("read", path, "--format", format, "--workers", workers)
        assert (together.returncode, together.stdout, together.stderr) == (alone.returncode, alone.stdout, alone.stderr)


def test_an_article_that_kills_its_process_is_rejected_and_takes_no_other_with_it(articles):
    lines = [*LINES[:6], "DIE", *LINES[6:12]]
    done = run("read", articles(*lines), "--format", "jsonl", "--workers", 2)
    assert texts(done.stdout) == [line for line in lines if "REJECT" not in line and line != "DIE"]
    assert ":7: error: the process that read it died" in done.stderr
    assert done.returncode == 3


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(("verb", "text_of"), [("read", lambda o: o["article"]["text"]), ("extract", lambda o: o["text"])])
def test_each_line_is_there_before_the_next_article_arrives(verb, text_of, workers):
    process = start(verb, "-", "--format", "jsonl", *(["--workers", workers] if verb == "read" else []))
    with process:
        for text in ("Kolm left.", "Velt stayed."):
            process.stdin.write(text.encode() + b"\n")
            process.stdin.flush()
            if workers == 1:
                assert text_of(json.loads(process.stdout.readline())) == text
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert len(out.splitlines()) == (0 if workers == 1 else 2)


def test_json_is_an_array_even_of_nothing(articles):
    assert [r["article"]["text"] for r in json.loads(run("read", articles("a", "b"), "--format", "json").stdout)] == ["a", "b"]
    nothing = run("read", articles("REJECT"), "--format", "json")
    assert (json.loads(nothing.stdout), nothing.returncode) == ([], 1)


def test_csv_has_its_header_always_and_defuses_formulas_only_when_asked(articles):
    def cells(*more):
        done = run("read", articles("=1+1"), "--format", "csv", *more)
        return next(csv.DictReader(io.StringIO(done.stdout, newline="")))["content"]

    assert cells() == "=1+1"
    assert cells("--excel-safe") == "'=1+1"
    assert run("read", articles("REJECT"), "--format", "csv").stdout.startswith("article_id,url,")


def test_text_to_a_pipe_has_no_colour_and_80_columns(articles):
    out = run("read", articles("Kolm left " * 30)).stdout
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) == 80


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_text_to_a_terminal_is_coloured_unless_told_otherwise(articles, environment, coloured):
    ours, theirs = pty.openpty()
    clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"}
    process = start("read", articles("Kolm left."), stdout=theirs, env={**clean, **environment})
    _, err = process.communicate(timeout=60)
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "Kolm left." in shown
    assert ("\x1b[1m" in shown) == coloured
    assert err == b""


def test_a_closed_pipe_is_a_clean_end(articles):
    process = start("read", articles(*["Kolm left. " * 200] * 500), "--format", "jsonl")
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    process.stdin.close()
    assert (process.wait(timeout=60), err) == (0, b"")


def test_a_file_appears_whole_or_not_at_all(articles, tmp_path):
    path, out = articles("Kolm left."), tmp_path / "out" / "records.jsonl"
    out.parent.mkdir()
    out.write_text("what stood there before")
    process = start("read", "-", "--format", "jsonl", "-o", out)
    process.stdin.write(b"Velt stayed.\n")
    process.stdin.flush()
    process.kill()
    process.communicate()
    assert out.read_text() == "what stood there before"
    done = run("read", path, "--format", "jsonl", "-o", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert texts(out.read_text()) == ["Kolm left."]


def test_a_failed_run_leaves_no_part_behind(articles, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    run("read", "x", "--format", "jsonl", "--workers", "0", "-o", folder / "a")
    run("read", articles("Kolm left."), "-o", folder / "b")
    assert [p.name for p in folder.iterdir()] == ["b"]


def test_a_device_is_written_to_and_not_replaced(articles):
    assert run("read", articles("Kolm left."), "-o", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()


def test_extract_prints_the_article_object_of_the_record(articles):
    path = articles("Kolm left.")
    (article,) = map(json.loads, run("extract", path, "--format", "jsonl").stdout.splitlines())
    (record,) = map(json.loads, run("read", path, "--format", "jsonl").stdout.splitlines())
    assert article == record["article"]


def test_extract_as_text_gives_title_outlet_and_text(articles):
    assert run("extract", articles("Kolm left.", "Velt stayed.")).stdout == (
        "Kolm left.\nToy Gazette\n\nKolm left.\n\n\nVelt stayed.\nToy Gazette\n\nVelt stayed.\n"
    )


def test_info_says_what_reads_and_within_which_limits():
    done = run("info")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "reads with",
        "  rapporteur        0",
        f"  model sha256      {'f' * 64}",
        "  knowledge sha256  none",
        "layers",
        "  statements",
        "settings",
        "  windows  254",
        "limits",
        "  max_bytes  5,242,880",
    ]


def test_info_without_weights_says_so_in_one_line():
    done = run("info", TOY_WEIGHTS="absent")
    assert (done.returncode, done.stderr) == (1, "rapporteur: the weights are absent. Install rapporteur again.\n")
