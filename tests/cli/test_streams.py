"""What the program does where a stream is closed, full, interrupted or watched."""

import json
import os
import pty
import re
import signal
import time

import pytest
from programs import run, start

MANY = ["Kolm left. " * 300] * 400


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv", "html"])
def test_read_ends_quietly_where_its_pipe_is_closed(articles, form):
    quiet_after_the_first_bytes("read", articles(*MANY), "--format", form)


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_extract_ends_quietly_where_its_pipe_is_closed(articles, form):
    quiet_after_the_first_bytes("extract", articles(*MANY), "--format", form)


def quiet_after_the_first_bytes(*arguments):
    process = start(*arguments)
    assert process.stdout.read(10)
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    process.stdin.close()
    assert (process.wait(timeout=60), err) == (0, b"")


@pytest.mark.parametrize("arguments", [["-"], ["-", "--workers", "2"]])
def test_an_interrupted_run_says_so_and_leaves_the_file_as_it_was(tmp_path, arguments):
    out = tmp_path / "records.jsonl"
    out.write_text("what stood there before")
    process = start("read", *arguments, "--format", "jsonl", "-o", out, start_new_session=True)
    process.stdin.write(b"Kolm left.\n")
    process.stdin.flush()
    wait_for_a_part_of(out)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.strip()) == (130, b"rapporteur: interrupted")
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"records.jsonl": "what stood there before"}


def wait_for_a_part_of(out):
    deadline = time.monotonic() + 30
    while len(list(out.parent.iterdir())) < 2:
        assert time.monotonic() < deadline, "no part was begun"
        time.sleep(0.02)


def test_absent_weights_leave_the_file_as_it_was(articles, tmp_path):
    out = tmp_path / "out" / "records.jsonl"
    out.parent.mkdir()
    out.write_text("what stood there before")
    done = run("read", articles("Kolm left."), "-o", out, TOY_WEIGHTS="absent")
    assert done.returncode == 1
    assert [p.read_text() for p in out.parent.iterdir()] == ["what stood there before"]


@pytest.mark.parametrize(("where", "named"), [(["-o", "/dev/full"], "/dev/full"), ([], "standard output")])
def test_a_full_disk_is_told_in_one_line(articles, where, named):
    with open("/dev/full", "wb") as full:
        process = start("read", articles("Kolm left."), *where, stdout=full)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err.decode()) == (1, f"rapporteur: cannot write {named}: No space left on device\n")


def closed(*streams: int):
    return lambda: [os.close(stream) for stream in streams]


def test_a_program_started_without_standard_input_reads_its_files(articles):
    process = start("extract", articles("Kolm left."), preexec_fn=closed(0))
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert b"Kolm left." in out


def test_a_program_started_without_standard_output_says_so(articles, tmp_path):
    process = start("extract", articles("Kolm left."), preexec_fn=closed(1))
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b"standard output is closed" in err
    process = start("extract", articles("Kolm left."), "-o", tmp_path / "out.txt", preexec_fn=closed(1))
    assert process.communicate(timeout=60) == (b"", b"")
    assert "Kolm left." in (tmp_path / "out.txt").read_text()


def on_a_terminal(*arguments, **how) -> str:
    """What appears where standard error is a terminal; the input is two lines, the second one late."""
    ours, theirs = pty.openpty()
    process = start(*arguments, stderr=theirs, env={**os.environ, "TERM": "xterm"}, **how)
    os.close(theirs)
    process.stdin.write(b"Kolm left.\n")
    process.stdin.flush()
    assert process.stdout.readline()
    time.sleep(2.2)
    process.stdin.write(b"REJECT \nVelt stayed.\n")
    process.communicate(timeout=60)
    shown = b""
    try:
        while chunk := os.read(ours, 65536):
            shown += chunk
    except OSError:  # how a terminal says that its other end is closed
        pass
    os.close(ours)
    return shown.decode()


def test_a_long_run_counts_on_the_terminal_while_its_output_goes_elsewhere():
    shown = on_a_terminal("read", "-", "--format", "jsonl")
    assert re.search(r"[12] read, 1 rejected, [0-9.]+ a second", shown)
    assert "-:2: no-article: told to" in shown


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_piped_holds_records_and_nothing_else(articles, workers):
    done = run("read", articles("Kolm left.", "REJECT", "Velt stayed."), "--format", "jsonl", "--workers", workers)
    assert [json.loads(line)["schema"] for line in done.stdout.splitlines()] == ["rapporteur/record/1"] * 2
    assert "\r" not in done.stderr
    assert "\x1b" not in done.stderr


def test_a_name_that_would_steer_the_terminal_is_shown_defused(articles):
    ours, theirs = pty.openpty()
    process = start("read", articles("REJECT", name="\x1b]0;owned\x07.txt"), stderr=theirs)
    process.communicate(timeout=60)
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "�]0;owned�.txt:1: no-article" in shown
    assert "\x1b" not in shown
