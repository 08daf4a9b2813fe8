"""What the command line promises, kept by the real rooms: intake and reader over pages written for this test."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rapporteur.cli import cli
from rapporteur.intake import read_sources
from rapporteur.record import Article, faults, from_json

PAGES = Path(__file__).parents[2] / "examples" / "pages"
CODEBOOK = Path(__file__).parents[2] / "docs" / "codebook.csv"

FRENCH = (
    "Le ministre a déclaré mardi que les pourparlers reprendraient avant la fin du mois. « Nous ne fermerons aucune "
    "porte », a-t-il dit devant le parlement, où l'opposition avait demandé des explications sur le retrait."
)
ENGLISH = "The minister said on Tuesday that the talks would resume.  Two\u00a0spaces  stay.\r\n\r\nHe denied it."
FRENCH_PAGE = f"<html><head><title>Pourparlers</title></head><body><article>{f'<p>{FRENCH}</p>' * 3}</article></body></html>"


def rapporteur(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments], input=stdin)


def records(result: Result) -> list:
    return [from_json(line) for line in result.stdout_bytes.splitlines()]


@pytest.fixture(scope="module")
def example_lines() -> list[bytes]:
    """The records of the example pages, read together."""
    return rapporteur("read", PAGES, "--format", "jsonl").stdout_bytes.splitlines()


@pytest.fixture
def lines(tmp_path):
    """A JSONL file of the given objects."""

    def write(*objects: dict, name: str = "texts.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(o) + "\n" for o in objects), "utf-8")
        return path

    return write


@pytest.mark.parametrize(("verb", "article_of"), [("read", lambda o: o["article"]), ("extract", lambda o: o)])
def test_a_clean_text_keeps_its_id_and_every_code_point(lines, verb, article_of):
    done = rapporteur(verb, lines({"id": "note 7/ä", "text": ENGLISH}, {"id": "tiny", "text": "No."}), "--format", "jsonl")
    assert (done.exit_code, done.stderr) == (0, "")
    told = [article_of(json.loads(line)) for line in done.stdout.splitlines()]
    assert [(a["id"], a["text"]) for a in told] == [("note 7/ä", ENGLISH), ("tiny", "No.")]


def test_a_clean_text_without_a_word_has_a_record_without_statements(lines):
    (record,) = records(rapporteur("read", lines({"id": "none", "text": ""}), "--format", "jsonl"))
    assert record.statements == []


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_not_english_is_rejected_by_read_by_name_and_the_rest_is_read(lines, tmp_path, workers):
    texts = lines({"id": "fr-1", "text": FRENCH}, {"id": "en-1", "text": ENGLISH})
    page = tmp_path / "page.html"
    page.write_text(FRENCH_PAGE)
    done = rapporteur("read", tmp_path, "--format", "jsonl", "--workers", workers)
    assert done.exit_code == 3
    assert [r.article.id for r in records(done)] == ["en-1"]
    first, second, count = done.stderr.splitlines()
    assert first.startswith(f"rapporteur read: {page}#")
    assert ": not-english: " in first
    assert second.startswith(f"rapporteur read: {texts}#fr-1: not-english: ")
    assert count == "rapporteur read: 1 read, 2 rejected"


def test_extract_gives_articles_of_any_language(lines):
    done = rapporteur("extract", lines({"id": "fr-1", "text": FRENCH}), "--format", "jsonl")
    assert (done.exit_code, done.stderr) == (0, "")
    assert [(a["id"], a["language"]) for a in map(json.loads, done.stdout.splitlines())] == [("fr-1", "fr")]


@pytest.mark.parametrize("form", ["jsonl", "html"])
def test_one_worker_and_two_give_equal_bytes(form):
    alone, together = (rapporteur("read", PAGES, "--format", form, "--workers", n) for n in (1, 2))
    assert alone.exit_code == together.exit_code == 3
    assert together.stdout_bytes == alone.stdout_bytes
    assert together.stderr == alone.stderr


def test_an_article_has_the_same_record_alone_and_in_company(example_lines):
    alone = [line for page in sorted(PAGES.iterdir()) for line in rapporteur("read", page, "--format", "jsonl").stdout_bytes.splitlines()]
    assert alone == example_lines


def test_every_record_of_the_examples_is_sound_and_has_a_row_for_each_statement(example_lines):
    read = [from_json(line) for line in example_lines]
    assert [fault for record in read for fault in faults(record)] == []
    table = csv.DictReader(io.StringIO(rapporteur("read", PAGES, "--format", "csv").stdout, newline=""))
    named = [row["column"] for row in csv.DictReader(io.StringIO(CODEBOOK.read_text("utf-8")))]
    rows = [row for row in table if row["row"] == "statement"]
    assert table.fieldnames == named
    assert [(row["article_id"], row["statement_id"]) for row in rows] == [(r.article.id, s.id) for r in read for s in r.statements]
    for row, (record, statement) in zip(rows, [(r, s) for r in read for s in r.statements], strict=True):
        where = record.article.title if row["field"] == "title" else record.article.text
        here = [span.words for span in (*statement.source, *statement.cue, *statement.content) if span.field == row["field"]]
        assert all(words in where[int(row["start"]) : int(row["end"])] for words in here)


def test_json_of_the_examples_is_the_array_of_their_lines(example_lines):
    whole = json.loads(rapporteur("read", PAGES, "--format", "json").stdout)
    assert whole == [json.loads(line) for line in example_lines]


def test_text_of_the_examples_keeps_80_columns_but_for_addresses_and_has_no_colour():
    shown = rapporteur("read", PAGES).stdout
    assert "\x1b" not in shown
    assert [line for line in shown.splitlines() if len(line) > 80 and not line.startswith("http")] == []


def test_a_folder_is_read_in_the_order_and_with_the_omissions_of_intake(lines, tmp_path):
    for name in ("b/2.jsonl", "b/.hidden.jsonl", ".git/x.jsonl", "a.jsonl", "b/1.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        lines({"id": name, "text": ENGLISH}, name=name)
    ids = [a.id for a in read_sources([tmp_path]) if isinstance(a, Article)]
    assert ids == ["a.jsonl", "b/1.jsonl", "b/2.jsonl"]
    assert [r.article.id for r in records(rapporteur("read", tmp_path, "--format", "jsonl"))] == ids


def test_an_empty_folder_is_named(tmp_path):
    done = rapporteur("read", tmp_path)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"rapporteur read: {tmp_path}: empty: ")


def test_sources_of_several_kinds_come_in_the_order_in_which_they_are_named(lines):
    first, last = lines({"id": "first", "text": ENGLISH}, name="1.jsonl"), PAGES / "07-crawl.warc.gz"
    done = rapporteur("read", last, "-", first, "--format", "jsonl", stdin=(PAGES / "06-feed.xml").read_bytes())
    assert done.exit_code == 3
    outlets = [r.article.outlet or r.article.id for r in records(done)]
    assert outlets[2:] == ["Mekong Monitor"] * 3 + ["first"]
    assert len(outlets) == 6


@pytest.mark.parametrize("name", ["01-scraped-page.txt", "04-british-quotes.html", "06-feed.xml", "07-crawl.warc.gz", "08-clean-texts.jsonl"])
@pytest.mark.parametrize("day", ["2031-03-04", "1985-09-12", "1871-01-18"])
def test_the_day_that_is_given_stands_over_what_the_input_says(name, day):
    done = rapporteur("extract", PAGES / name, "--format", "jsonl", "--date", day)
    assert {json.loads(line)["published"] for line in done.stdout.splitlines()} == {day}


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/a", "http://[::1]/a", "http://10.0.0.1/a", "ftp://news.example/a", "file:///etc/hostname"])
def test_addresses_inside_the_machine_and_other_schemes_are_refused(address):
    done = rapporteur("extract", address)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"rapporteur extract: {address}: refused: ")
