"""Standard input of every kind, with the real intake: what it holds is found out from its bytes."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from rapporteur.cli import cli

PAGES = Path(__file__).parents[2] / "examples" / "pages"
GIVEN = {
    "01-scraped-page.txt": 1, "02-linked-data.html": 1, "03-table-layout.html": 1, "04-british-quotes.html": 1,
    "05-section-page.html": 0, "06-feed.xml": 3, "07-crawl.warc.gz": 2, "08-clean-texts.jsonl": 2,
}  # fmt: skip


def extract(data: bytes):
    return CliRunner().invoke(cli, ["extract", "-", "--format", "jsonl"], input=data)


@pytest.mark.parametrize("name", GIVEN)
def test_each_kind_is_known_by_its_bytes(name):
    told = extract((PAGES / name).read_bytes())
    assert len(told.stdout.splitlines()) == GIVEN[name]
    assert ("-: index: " in told.stderr) == (name == "05-section-page.html")


@pytest.mark.parametrize("name", [name for name, n in GIVEN.items() if n and not name.endswith(".gz")])
def test_gzip_around_it_changes_nothing(name):
    plain, zipped = (extract(data) for data in ((PAGES / name).read_bytes(), gzip.compress((PAGES / name).read_bytes())))
    assert [json.loads(line)["text"] for line in zipped.stdout.splitlines()] == [json.loads(line)["text"] for line in plain.stdout.splitlines()]


def test_a_crawl_may_come_unzipped():
    told = extract(gzip.decompress((PAGES / "07-crawl.warc.gz").read_bytes()))
    assert len(told.stdout.splitlines()) == 2


@pytest.mark.parametrize(("data", "reason"), [(b"", "empty"), (b" \n\n", "empty"), (b"%PDF-1.7 ...", "refused"), (b"\x1f\x8b\x08damaged", "damaged")])
def test_what_cannot_be_read_is_rejected_by_name(data, reason):
    told = extract(data)
    assert told.exit_code == 1
    assert told.stdout == ""
    assert told.stderr.startswith(f"rapporteur extract: -: {reason}: ")
