"""Spans."""

import pickle

import msgspec
import pytest

from rapporteur.record import Mention, Span, span_of


def test_equal_spans_give_the_same_bytes_wherever_their_field_comes_from():
    spans = [Span(0, 1, "a"), Span(0, 1, "a", "".join(["te", "xt"])), pickle.loads(pickle.dumps(Span(0, 1, "a")))]
    assert {msgspec.json.encode(span) for span in spans} == {b'{"start":0,"end":1,"words":"a"}'}
    mention = pickle.loads(pickle.dumps(Mention(0, 1, "a", form="name")))
    assert msgspec.json.encode(mention) == b'{"start":0,"end":1,"words":"a","form":"name"}'


def test_a_span_of_the_title_says_so_in_json():
    span = span_of("A title", 2, 7, field="title")
    assert msgspec.json.encode(span) == b'{"start":2,"end":7,"words":"title","in":"title"}'
    assert msgspec.json.decode(msgspec.json.encode(span), type=Span) == span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 8)])
def test_no_span_is_empty_or_leaves_its_source(start, end):
    with pytest.raises(ValueError, match="no span"):
        span_of("A title", start, end)
