"""What each format holds, in which order, and with which status the run ends."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from programs import run

FORMS = ["text", "json", "jsonl", "csv", "html"]
CODEBOOK = Path(__file__).parents[2] / "docs" / "codebook.csv"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("lines", "status"), [(["Kolm left."], 0), (["Kolm left.", "REJECT"], 3), (["REJECT"], 1), ([], 1)])
def test_the_status_is_the_same_for_every_format(articles, form, lines, status):
    assert run("read", articles(*lines), "--format", form).returncode == status


@pytest.mark.parametrize("form", FORMS)
def test_articles_come_in_the_order_of_the_sources_whatever_the_format(articles, form):
    later, earlier = articles("article 3", "article 4", name="a.txt"), articles("article 1", "article 2", name="b.txt")
    done = run("read", earlier, "-", later, "--format", form, stdin="article 22\n")
    assert (done.returncode, done.stderr) == (0, "")
    told = re.findall(r"article (\d+)", done.stdout)
    assert list(dict.fromkeys(told)) == ["1", "2", "22", "3", "4"]


@pytest.mark.parametrize("form", FORMS)
def test_a_file_holds_what_standard_output_would(articles, tmp_path, form):
    path, out = articles("Kolm left.", "REJECT", "Velt stayed. " * 20), tmp_path / "whole"
    piped = run("read", path, "--format", form)
    filed = run("read", path, "--format", form, "--output", out)
    assert (filed.returncode, filed.stdout, filed.stderr) == (3, "", piped.stderr)
    assert out.read_bytes().decode() == piped.stdout


def test_csv_has_the_columns_of_its_codebook_and_one_row_a_statement(articles):
    done = run("read", articles("Kolm left.", "REJECT", "Velt, who “knew”,\tstayed."), "--format", "csv")
    named = [row["column"] for row in csv.DictReader(io.StringIO(CODEBOOK.read_text("utf-8")))]
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert [list(row) for row in rows] == [named, named]
    assert [row["content"] for row in rows] == ["Kolm left.", "Velt, who “knew”,\tstayed."]
    assert done.stdout.endswith("\r\n")


def test_json_is_the_array_of_the_lines_of_jsonl(articles):
    path = articles("Kolm left.", "Velt stayed.")
    lines = run("read", path, "--format", "jsonl").stdout.splitlines()
    assert json.loads(run("read", path, "--format", "json").stdout) == [json.loads(line) for line in lines]


def test_html_is_one_page_that_names_what_was_rejected(articles):
    page = run("read", articles("Kolm left.", "REJECT", "Velt stayed."), "--format", "html").stdout
    assert page.lower().count("<!doctype html>") == page.count("</html>") == 1
    assert "no-article · told to" in " ".join(re.sub(r"<[^>]+>", "", page).split())
    assert page.count("<article") == 2


@pytest.mark.parametrize(("verb", "of"), [("read", lambda o: o["article"]), ("extract", lambda o: o)])
def test_the_day_that_is_given_reaches_the_article(articles, verb, of):
    done = run(verb, articles("Kolm left."), "--date", "1985-09-12", "--format", "jsonl")
    assert of(json.loads(done.stdout))["published"] == "1985-09-12"


@pytest.mark.parametrize("columns", ["30", "200"])
def test_piped_text_keeps_80_columns_whatever_the_terminal_behind_it(articles, columns):
    done = run("read", articles("Kolm left " * 30), COLUMNS=columns)
    assert max(map(len, done.stdout.splitlines())) == 80


def test_standard_input_may_stand_among_files(articles):
    done = run("extract", "-", articles("Kolm left."), "--format", "jsonl", stdin="Velt stayed.\n")
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["Velt stayed.", "Kolm left."]
