"""What a sound record promises beyond its shape."""

import hashlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.record import (
    Article,
    Extent,
    Manifest,
    Record,
    Span,
    Statement,
    faults,
    from_json,
    span_of,
    to_json,
)

replace = msgspec.structs.replace


def with_statement(record: Record, index: int, **changes) -> Record:
    statements = list(record.statements)
    statements[index] = replace(statements[index], **changes)
    return replace(record, statements=statements)


def test_a_sound_record_has_no_faults(specimen):
    assert faults(specimen) == []


@pytest.mark.parametrize(
    "span",
    [
        Span(0, 7, "foreign"),
        Span(3, 3, ""),
        Span(-4, 3, "For"),
        Span(0, 10**6, "Foreign"),
        Span(0, 7, "Foreign", "title"),
    ],
    ids=["other words", "empty", "before the text", "beyond the text", "other field"],
)
def test_a_span_that_does_not_quote_is_named(specimen, span):
    (fault,) = faults(with_statement(specimen, 1, cue=[span]))
    assert fault.startswith("statements[1].cue[0]: ")


def test_a_span_of_a_title_that_is_missing_is_named(specimen):
    untitled = replace(specimen, article=replace(specimen.article, title=None))
    assert any(f.startswith("statements[0].source[0]") for f in faults(untitled))


def test_a_text_that_changed_after_it_was_hashed_is_named(specimen):
    assert "article.text_sha256: is not that of the text" in faults(
        replace(specimen, article=replace(specimen.article, text_sha256="0" * 64))
    )


def test_sentences_out_of_order_are_named(specimen):
    turned = replace(specimen.article, sentences=specimen.article.sentences[::-1])
    assert any(f.startswith("article.sentences[1]") for f in faults(replace(specimen, article=turned)))


def test_an_id_borne_twice_is_named(specimen):
    assert "id 's1': borne by 2 lines" in faults(with_statement(specimen, 1, id="s1"))


@pytest.mark.parametrize("field", ["speakers", "audience"])
def test_an_actor_that_is_not_there_is_named(specimen, field):
    assert f"statement s2.{field}: 'a77' is no such line of the record" in faults(with_statement(specimen, 1, **{field: ["a77"]}))


def test_an_enclosing_statement_that_is_not_there_is_named(specimen):
    assert "statement s2.inside: 'a1' is no such line of the record" in faults(with_statement(specimen, 1, inside="a1"))


def test_nesting_that_comes_back_to_itself_is_named(specimen):
    turned = faults(with_statement(specimen, 3, inside="s6"))
    assert [f.split(".")[0] for f in turned] == ["statement s4", "statement s5", "statement s6"]


def test_later_layers_are_held_to_the_same_promises(specimen):
    event = {
        "id": "s1", "source": ["a99"], "asserted_by": ["narrator", "e9"],
        "mentions": [{"trigger": [{"start": 0, "end": 3, "words": "Fox"}]}],
    }  # fmt: skip
    found = faults(replace(specimen, events=[event]))
    assert [f.split(":")[0] for f in found] == [
        "events[0].mentions[0].trigger[0]", "id 's1'", "event s1.source", "event s1.asserted_by",
    ]  # fmt: skip


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)


def minimal(text: str, spans: list[Span]) -> Record:
    sha = hashlib.sha256(text.encode()).hexdigest()
    whole = [Extent(0, len(text))]
    article = Article("x", None, None, None, [], None, "en", text, whole, whole, sha, sha)
    statement = Statement("s1", [], [], [], [], spans, [], "indirect", "say", "affirmed", None, None, 1.0)
    return Record(article=article, actors=[], statements=[statement], manifest=Manifest("0", None, None, [], {}))


@given(text=texts, data=st.data())
def test_every_span_cut_from_any_text_quotes_it_and_survives_json(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    record = minimal(text, [span_of(text, start, end)])
    assert faults(record) == []
    assert from_json(to_json(record)) == record


@given(text=texts, start=st.integers(-5, 210), end=st.integers(-5, 210), words=texts)
def test_a_span_passes_exactly_when_it_quotes(text, start, end, words):
    quotes = 0 <= start < end and text[start:end] == words
    assert (faults(minimal(text, [Span(start, end, words)])) == []) == quotes
