"""`rapporteur actor`."""

import json

from click.testing import CliRunner

from rapporteur.cli import cli


def actor(*args: str, stdin: str | bytes = ""):
    return CliRunner().invoke(cli, ["actor", *args], input=stdin)


def test_a_phrase_is_answered_for_people_and_for_programs():
    told = actor("the British prime minister", "--on", "2013-05-10")
    assert told.exit_code == 0
    assert "David Cameron" in told.stdout
    assert "GBRGOV" in told.stdout
    line = actor("the British prime minister", "--on", "2013-05-10", "--format", "jsonl").stdout
    found = json.loads(line)
    assert line.count("\n") == 1
    assert (found["name"], found["kind"], found["country"], found["sector"], found["code"], found["role"]) == ("David Cameron", "person", "GBR", "GOV", "GBRGOV", "prime minister")
    assert json.loads(actor("the British prime minister", "--on", "2013-05-10", "--format", "json").stdout) == found


def test_nobody_and_several_are_said_so():
    assert "nobody" in actor("a wheelbarrow").stdout
    told = actor("Bush", "--on", "1996-05-10").stdout
    assert "not clear" in told
    assert "George W. Bush" in told


def test_questions_in_lines_are_answered_in_order():
    asked = [{"phrase": "Putin", "on": "2009-06-01"}, {"phrase": "Putin", "on": "2013-06-01"}, {"phrase": "Oslo"}]
    told = actor("-", "--on", "2013-01-01", stdin="\n".join(map(json.dumps, asked)) + "\n\n")
    answers = [json.loads(line) for line in actor("-", "--on", "2013-01-01", "--format", "jsonl", stdin="\n".join(map(json.dumps, asked))).stdout.splitlines()]
    assert told.exit_code == 0
    assert [(a["name"], a["role"], a["on"]) for a in answers] == [
        ("Vladimir Putin", "prime minister", "2009-06-01"), ("Vladimir Putin", "president", "2013-06-01"), ("Norway", None, "2013-01-01"),
    ]  # fmt: skip


def test_a_line_that_is_no_question_keeps_its_place():
    told = actor("-", "--format", "jsonl", stdin=b'{"phrase": "Oslo"}\nnonsense\n{"phrase": 3}\n{"phrase": "Oslo", "on": "soon"}\n\xff\xfe\n{"phrase": "Oslo"}\n')
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert [bool(line.get("error")) for line in lines] == [False, True, True, True, True, False]
    assert told.exit_code == 3
    assert told.stderr.count("is no question") == 4


def test_a_day_that_is_none_is_a_usage_error():
    assert actor("Oslo", "--on", "yesterday").exit_code == 1
