"""The proper names of an article and what the words around them say."""

import pytest

from rapporteur.intake import read_clean_text
from rapporteur.reading.names import read_names


def names(text: str, title: str | None = None):
    article = read_clean_text(text, id="t", title=title)
    return read_names(article, {"text": [], "title": []})


def found(text: str) -> list[str]:
    return [m.words for m in names(text)]


def test_a_name_carries_the_office_before_it_and_beside_it():
    before, beside = names("Chadian foreign minister Adoum Brahim met Clara Dietz, the German finance minister, in the port.")
    assert (before.reading.name, before.reading.office, before.reading.country) == ("Adoum Brahim", "foreign minister", "TCD")
    assert (beside.reading.name, beside.reading.office, beside.reading.country) == ("Clara Dietz", "finance minister", "DEU")


def test_spans_are_those_of_the_name_without_titles():
    text = "On Monday, President Peter Lund resigned."
    (name,) = names(text)
    assert text[name.start : name.end] == name.words == "Peter Lund"


def test_an_office_in_another_phrase_is_not_the_name_s():
    (name,) = (m for m in names("The residents of Port Fenner left.") if m.words == "Port Fenner")
    assert name.reading.office is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boats lay idle. Nobody spoke.", []),  # capitals of the sentence only
        ("Buses ran late, but Clara Dietz waited.", ["Clara Dietz"]),
        ("Critics of the European plan met Western envoys and UN-backed troops.", []),
        ("They camped near Tallbridge and slept in Low Fenner.", []),  # where, not who
        ("The court freed Clara Dietz of Riverton.", ["Clara Dietz"]),
        ("Officials in New Zealand agreed.", ["New Zealand"]),
        ("The bakers marched on Monday in March.", []),
        ("He joined the Front for the Defence of Fenner.", ["Front for the Defence of Fenner"]),
        ("\"Bread is dear,\" Clara Dietz said.", ["Clara Dietz"]),
    ],
)
def test_what_is_a_name_and_what_only_has_a_capital(text, expected):
    assert found(text) == expected


def test_a_dateline_is_no_name():
    assert found("LISBON, May 3 (Fenwire) - Clara Dietz resigned.")[-1] == "Clara Dietz"
    assert "LISBON" not in found("LISBON, May 3 - Clara Dietz resigned.")


def test_a_surname_at_the_head_of_a_sentence_stays_a_name():
    assert found("Clara Dietz resigned. Dietz gave no reason.") == ["Clara Dietz", "Dietz"]


def test_a_title_that_begins_with_its_article_is_found():
    (name,) = names("She told the Guardian that she would stay.")
    assert (name.reading.name, name.reading.kind) == ("The Guardian", "media")


def test_an_apposition_makes_no_person_of_a_body():
    name = names("The Fenland Rights Network, a group led by a former minister, protested.")[0]
    assert (name.reading.name, name.reading.kind) == ("Fenland Rights Network", "organisation")


def test_the_title_is_read_first():
    mentions = names("Clara Dietz stayed away.", title="Peter Lund wins")
    assert [(m.field, m.words, m.sentence) for m in mentions] == [("title", "Peter Lund", -1), ("text", "Clara Dietz", 0)]


def test_an_empty_article_has_no_names():
    assert names("") == []


def test_a_long_run_of_capitals_is_a_heading_and_no_name():
    assert names("Of The " * 20_000) == []
    assert all(len(m.words.split()) <= 25 for m in names("Clara " * 20_000))


def test_a_title_whose_words_all_have_capitals_names_only_whom_the_text_names():
    text = "Clara Dietz has praised the new pier, and Dietz said so twice."
    title = [m.words for m in names(text, title="Clara Dietz Calls Port Pier Her Best Work") if m.field == "title"]
    assert title == ["Clara Dietz"]
