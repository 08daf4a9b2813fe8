"""The flat table of statements."""

import csv
import io
from pathlib import Path

import msgspec
import pytest
import specimen as made
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.exchange.csv import COLUMNS, codebook, to_csv
from rapporteur.record import Extent, Span

replace = msgspec.structs.replace
CODEBOOK = Path(__file__).parents[2] / "docs" / "codebook.csv"


def table(record, **how) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(to_csv([record], **how)), newline="")))


def test_every_statement_is_one_row_in_the_order_of_the_record(specimen):
    assert [row["statement_id"] for row in table(specimen)] == [s.id for s in specimen.statements]


def test_the_header_stands_there_without_any_record():
    assert "".join(to_csv([])) == ",".join(c.name for c in COLUMNS) + "\r\n"


def test_a_row_says_who_said_what_to_whom_and_when(specimen):
    row = {k: v for k, v in table(specimen)[1].items() if v or k == "inside"}
    assert row == {
        "article_id": "specimen-1",
        "url": "https://courier.example/strait",
        "outlet": "The Selk Courier",
        "title": "Norvania will not reopen the strait, says Velt",
        "published": "2031-03-04",
        "statement_id": "s2",
        "inside": "",
        "speakers": "Mara Velt",
        "speaker_country": "NRV",
        "speaker_sector": "GOV",
        "speaker_code": "NRVGOV",
        "source": "Foreign Minister Mara Velt",
        "audience": "the harbour council",
        "cue": "told",
        "content": "that Norvania would not reopen the Selk strait before the mines were cleared",
        "mode": "indirect",
        "act": "say",
        "polarity": "affirmed",
        "said_on_start": "2031-03-04",
        "said_on_end": "2031-03-04",
        "said_on_precision": "day",
        "field": "text",
        "start": "0",
        "end": "139",
        "sentence": "1",
        "confidence": "0.93",
        "row": "statement",
    }


def test_the_pieces_of_a_split_quote_are_joined(specimen):
    row = table(specimen)[2]
    assert row["content"] == "“We do not bargain with other people’s fishermen,” … “We clear the water first.”"
    assert specimen.article.text[int(row["start"]) : int(row["end"])].endswith("first.”")


def test_a_nested_statement_names_the_one_around_it(specimen):
    assert [row["inside"] for row in table(specimen)[3:6]] == ["", "s4", "s5"]


def test_a_headline_has_offsets_into_the_title_and_no_sentence(specimen):
    row = table(specimen)[0]
    assert (row["field"], row["sentence"]) == ("title", "")
    assert specimen.article.title[int(row["start"]) : int(row["end"])] == specimen.article.title


def test_a_statement_without_a_source_has_no_speaker(specimen):
    row = table(specimen)[8]
    assert (row["speakers"], row["source"], row["speaker_country"]) == ("", "", "")


def test_several_speakers_keep_their_order_in_every_column(specimen):
    statements = [replace(specimen.statements[7], speakers=["a4", "a1"])]
    (row,) = table(replace(specimen, statements=statements))
    assert (row["speakers"], row["speaker_country"]) == ("the pilots; Mara Velt", "; NRV")


def test_an_audience_that_is_no_actor_is_given_in_its_words(specimen):
    statements = [replace(specimen.statements[1], audience=[])]
    (row,) = table(replace(specimen, statements=statements))
    assert row["audience"] == "the harbour council"


def test_the_sentence_is_where_the_cue_begins(specimen):
    sentences = [specimen.article.text[e.start : e.end] for e in specimen.article.sentences]
    for row in table(specimen)[1:]:
        assert row["cue"].split(" … ")[0] in sentences[int(row["sentence"]) - 1]


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"]


@pytest.mark.parametrize("title", FORMULAS)
def test_a_formula_is_kept_as_it_is_for_programs_and_defused_for_spreadsheets(specimen, title):
    titled = replace(specimen, article=replace(specimen.article, title=title), statements=specimen.statements[1:2])
    assert table(titled)[0]["title"] == title
    assert table(titled, excel_safe=True)[0]["title"] == "'" + title


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_as_it_was(text):
    record = made.record()
    span = Span(0, len(text), text)
    changed = replace(
        record,
        article=replace(record.article, text=text, title=text, sentences=[Extent(0, len(text))], paragraphs=[]),
        statements=[replace(record.statements[1], content=[span], cue=[], source=[])],
    )
    row = table(changed)[0]
    assert (row["content"], row["title"]) == (text, text)


def test_the_codebook_of_the_docs_names_every_column():
    assert CODEBOOK.read_bytes().decode() == codebook(), (
        "run: python -m rapporteur.exchange.csv > docs/codebook.csv"
    )
