"""Headlines that attribute without a verb, with labels made by hand."""

import numpy as np
import pytest

from rapporteur.reading.attribution import Attribution
from rapporteur.reading.headline_form import complete, is_label
from rapporteur.reading.labels import LabelSpan
from rapporteur.reading.tokens import Passage
from rapporteur.reading.words import Words


def words_of(title: str) -> Words:
    starts, at = [], 0
    for word in title.split(" "):
        starts.append(at)
        at += len(word) + 1
    ends = [s + len(w) for s, w in zip(starts, title.split(" "), strict=True)]
    return Words(np.array(starts), np.array(ends), np.zeros(len(starts), int), [Passage(title, 0, len(title), True)])


def part(role: str, first: int, last: int) -> LabelSpan:
    return LabelSpan(role, first, last, 0.9)


def parts(words: Words, found: Attribution) -> tuple[str, list[str]]:
    return words.text(found.cue.first, found.cue.last) if found.cue else "", [words.text(s.first, s.last) for s in found.source]


@pytest.mark.parametrize(
    ("title", "content", "cue", "source"),
    [
        ("No talks before harvest – minister", (0, 4), "–", ["minister"]),
        ("River is safe - the harbour board", (0, 3), "-", ["the harbour board"]),
        ("Minister : no talks before harvest", (2, 6), ":", ["Minister"]),
        ("“We were robbed” : coach", (0, 3), ":", ["coach"]),
    ],
)
def test_what_stands_alone_beside_the_mark_is_the_source(title, content, cue, source):
    words = words_of(title)
    assert parts(words, complete(words, Attribution(None, content=[part("content", *content)]))) == (cue, source)


def test_a_source_that_was_found_stays():
    words = words_of("No talks before harvest – minister")
    found = Attribution(part("cue", 4, 5), source=[part("source", 5, 6)], content=[part("content", 0, 4)])
    assert complete(words, found) is found


def test_a_verb_needs_no_mark():
    words = words_of("Harvest is said to fail – again")
    found = Attribution(part("cue", 1, 3), content=[part("content", 3, 5)])
    assert complete(words, found) is found


def test_a_long_rest_is_no_source():
    words = words_of("No talks – the harvest was late and the river was high again")
    found = Attribution(None, content=[part("content", 0, 2)])
    assert complete(words, found) is found


@pytest.mark.parametrize(("title", "expected"), [("Analysis : no talks soon", True), ("Talks LIVE : no deal yet", True), ("Minister : no talks soon", False)])
def test_the_label_of_a_piece_is_no_source(title, expected):
    words = words_of(title)
    mark = title.split().index(":")
    found = Attribution(part("cue", mark, mark + 1), source=[part("source", 0, mark)], content=[part("content", mark + 1, len(words))])
    assert is_label(words, found) is expected
