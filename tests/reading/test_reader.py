"""Articles read with the shipped weights: promises that hold whatever the weights say, and plain sentences that any weights must read."""

import msgspec
import pytest

from rapporteur.intake import read_clean_text
from rapporteur.reading import Reader
from rapporteur.record import Rejected, Span

TEXT = (
    "The harbour minister, Ana Ruiz, told reporters on Monday that the pier would be closed for repairs.\n\n"
    "“We will open it again before the winter,” she said. “Nobody will lose a day of work.”\n\n"
    "The dockers' union said: “We have heard such promises before.” It accused the government of neglect. The pier was built in 1931."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def read(reader: Reader, text: str, **given):
    return reader.read(read_clean_text(text, id="t", **given))


def test_plain_sentences_are_read(reader):
    record = read(reader, TEXT, title="Pier to be closed for repairs - minister")
    names = {a.id: a.name for a in record.actors}
    said = {s.cue[0].words: (names[s.speakers[0]], s.act) for s in record.statements if s.cue and s.speakers and s.cue[0].field == "text"}
    assert said["told"] == ("Ana Ruiz", "say")
    assert said["said"] == ("Ana Ruiz", "say")
    assert said["accused"][1] == "accuse"
    assert not any("1931" in c.words for s in record.statements for c in s.content)


def test_a_cue_takes_in_its_colon(reader):
    assert any(s.cue and s.cue[0].words == "said:" for s in read(reader, TEXT).statements)


def test_every_span_quotes_its_article(reader):
    record = read(reader, TEXT, title="Pier to be closed for repairs - minister")
    article = record.article

    def spans(value):
        if isinstance(value, Span):
            yield value
        elif isinstance(value, msgspec.Struct):
            for field in value.__struct_fields__:
                yield from spans(getattr(value, field))
        elif isinstance(value, list):
            for item in value:
                yield from spans(item)

    found = [s for part in (record.statements, record.actors) for s in spans(part)]
    assert found
    assert all((article.text if s.field == "text" else article.title)[s.start : s.end] == s.words for s in found)


def test_an_article_reads_the_same_alone_and_in_company(reader):
    other = read_clean_text("Rain fell on the hills. The mayor said it would last.", id="o")
    article = read_clean_text(TEXT, id="t")
    alone = reader.read(article)
    in_company = list(reader.read_many([other, article, other]))[1]
    assert msgspec.json.encode(alone) == msgspec.json.encode(in_company)


def test_an_empty_text_has_an_empty_record(reader):
    record = read(reader, "")
    assert record.statements == []
    assert record.actors == []


def test_what_is_not_english_is_rejected_by_name_and_rejections_pass_through(reader):
    german = msgspec.structs.replace(read_clean_text("Der Minister sagte am Montag, die Brücke werde gesperrt.", id="d"), language="de")
    rejected = Rejected("page", "empty", "nothing in it")
    found = list(reader.read_many([german, rejected]))
    assert found[0].reason == "not-english"
    assert found[1] is rejected
