"""The bundled pages come out as examples/README.md says."""

import json
import runpy
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from rapporteur.intake import read_sources
from rapporteur.reading import Reader
from rapporteur.record import Article, Record, Rejected, faults

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "examples" / "pages"


class Expected(NamedTuple):
    file: str
    title: str
    published: str
    outlet: str
    authors: list[str]
    first: str  # the body begins with these words
    last: str  # and ends with these


ARTICLES = (
    Expected("01-scraped-page.txt", "“Nobody will turn off the Talas” – Bekturov", "2019-10-22", "Steppe Tribune", ["Bolot Isakov"],
             "TARAZ, Kazakhstan – The presidents", "would be “short, and wet”."),
    Expected("02-linked-data.html", "Bogotá and Caracas reopen two bridges, argue over a third", "2024-05-16T14:05:00-05:00", "Frontera Diario",
             ["Lucía Arboleda", "Ramón Ibáñez"], "Colombia and Venezuela", "who sells tyres."),
    Expected("03-table-layout.html", "Rebels hand over border town, blame Abidjan for delay", "2003-11-21", "Lagoon Herald", ["Hervé Kouadio"],
             "OUANGOLODOUGOU, Côte d’Ivoire – Rebels", "once more on Friday morning."),
    Expected("04-british-quotes.html", "Guyana ‘will not be moved’ over river flag row", "2012-09-04T18:20:00-04:00", "The Demerara Reporter",
             ["Marcia Persaud-Lewis"], "Guyana’s prime minister has said", "‘As long as the sand does.’"),
    Expected("06-feed.xml", "Thailand, Cambodia pull guns back from temple hill", "2017-02-09T02:15:00+00:00", "Mekong Monitor",
             ["Somchai Wattanakul"], "Thailand and Cambodia have moved", "over the weekend."),
    Expected("06-feed.xml", "Vientiane: dam will go ahead, whatever neighbours say", "2017-02-08T09:40:00+00:00", "Mekong Monitor",
             ["Noy Phommasan"], "Laos will go on", "“the absence of a common view”."),
    Expected("06-feed.xml", "Rebels free eleven miners in Shan State", "2017-02-07T13:05:00+00:00", "Mekong Monitor",
             ["Nang Kham Aye"], "An armed group", "nothing of such a meeting."),
    Expected("07-crawl.warc.gz", "Truce committee meets in tent as guns fall silent", "1998-04-22", "Levant Observer", ["Nadim Khoury-Azar"],
             "NAQOURA, Lebanon - Officers", 'does not know about committees."'),
    Expected("07-crawl.warc.gz", "Riyadh, Sanaa draw a line in the sand", "2000-06-26", "Levant Observer", ["Salma Haddad"],
             "SANAA - Saudi Arabia", "the geologists,\" he said."),
    Expected("08-clean-texts.jsonl", "Contadora ministers “close to a text”, says Panama", "1985-09-12", "Isthmus Wire", [],
             "PANAMA CITY, Sept. 12", "whether it will attend."),
    Expected("08-clean-texts.jsonl", "Khartoum closes airspace over disputed farmland", "2021-01-14", "Nile and Horn News", [],
             "KHARTOUM – Sudan closed", "Neither has confirmed this."),
)  # fmt: skip
REJECTED = {"05-section-page.html": "index", "06-feed.xml#https://mekong-monitor.example/2017/02/ferry": "no-article"}

# What surrounds the articles on their pages and is no part of them.
FURNITURE = (
    "chevron_right", "Telegram", "cookies", "comments", "Beet farmers", "press service",
    "Five weeks without a bridge", "el_tigre", "Rain closes", "newsletter",
    "Old Berbician", "Rice millers", "Facebook", "Tags:", "Subscribe",
)  # fmt: skip


def cases(*fields: str) -> list:
    """Every article with every field."""
    return [
        pytest.param(at, field, id=f"{e.file}:{at}:{field}")
        for at, e in enumerate(ARTICLES) for field in fields
    ]  # fmt: skip


@pytest.fixture(scope="module")
def arrivals() -> list[Article | Rejected]:
    return list(read_sources([PAGES]))


@pytest.fixture(scope="module")
def articles(arrivals) -> list[Article]:
    return [a for a in arrivals if isinstance(a, Article)]


def test_all_that_is_no_article_is_rejected_by_name_and_nothing_else_is(arrivals):
    rejected = {r.source.removeprefix(f"{PAGES}/"): r.reason for r in arrivals if isinstance(r, Rejected)}
    assert rejected == REJECTED
    assert len(arrivals) == len(ARTICLES) + len(REJECTED)


@pytest.mark.parametrize(("at", "field"), cases("title", "published", "outlet", "authors"))
def test_each_page_gives_its_head(articles, at, field):
    assert getattr(articles[at], field) == getattr(ARTICLES[at], field)


@pytest.mark.parametrize(("at", "field"), cases("text"))
def test_each_page_gives_its_body_and_nothing_around_it(articles, at, field):
    text = getattr(articles[at], field)
    assert text.startswith(ARTICLES[at].first)
    assert text.endswith(ARTICLES[at].last)
    assert not [words for words in FURNITURE if words in text]
    assert articles[at].language == "en"


def test_the_command_prints_them_in_the_order_of_the_files_and_ends_with_status_3():
    ask = [sys.executable, "-c", "from rapporteur.cli import main; main()", "extract", str(PAGES), "--format", "jsonl"]
    done = subprocess.run(ask, capture_output=True, text=True, timeout=120)
    assert done.returncode == 3
    firsts = [json.loads(line)["text"] for line in done.stdout.splitlines()]
    assert [e.first for e, text in zip(ARTICLES, firsts, strict=True) if e.first not in text] == []
    told = done.stderr.splitlines()
    assert [f": {reason}: " in line and name in line for line, (name, reason) in zip(told, REJECTED.items(), strict=False)] == [True, True]
    assert told[2:] == ["rapporteur extract: 11 read, 2 rejected"]


def test_the_crawl_is_what_its_script_writes():
    made = runpy.run_path(str(ROOT / "examples" / "make_warc.py"))
    assert made["warc"]() == (PAGES / "07-crawl.warc.gz").read_bytes()


@pytest.fixture(scope="module")
def outcomes(arrivals) -> list[Record | Rejected]:
    """What is read in them; how much of it is right is measured elsewhere."""
    return list(Reader().read_many(arrivals))


@pytest.fixture(scope="module")
def records(outcomes) -> list[Record]:
    return [o for o in outcomes if isinstance(o, Record)]


def test_every_file_is_accounted_for(outcomes, arrivals):
    told = [o.article if isinstance(o, Record) else o for o in outcomes]
    assert told == arrivals


def test_each_article_yields_statements_in_a_sound_record(records):
    assert len(records) == len(ARTICLES)
    for record in records:
        assert faults(record) == []
        assert record.statements


def test_every_span_quotes_its_article(records):
    for record in records:
        fields = {"text": record.article.text, "title": record.article.title}
        spans = [span for s in record.statements for span in (*s.source, *s.cue, *s.content, *s.audience_spans)]
        for span in [*spans, *(mention for actor in record.actors for mention in actor.mentions)]:
            assert fields[span.field][span.start : span.end] == span.words


def test_who_spoke_is_read_off_the_scraped_page(records):
    names = {actor.name for actor in records[0].actors}
    assert {"Askar Bekturov", "Daniyar Seitkulov", "Emil Osmonov", "Marat Zhunusov"} <= names
