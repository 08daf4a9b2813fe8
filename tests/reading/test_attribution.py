"""Which source, cue and contents belong together, with link vectors made by hand."""

import re

import numpy as np
import pytest

from rapporteur.reading.attribution import Attribution, assemble, continue_quotes, point
from rapporteur.reading.encoder import LINKS, WordScores
from rapporteur.reading.labels import LabelSpan
from rapporteur.reading.tokens import Passage
from rapporteur.reading.words import Words

WIDTH = 8


def scores_of(words: int, links: dict[tuple[str, int, int], float], *, extents=None, window=None) -> WordScores:
    """Scores under which word a asks for word b by link with a logit; all else, "nowhere" included, is 0."""
    query = np.zeros((words, len(LINKS), words * len(LINKS)), np.float32)
    keys = np.zeros((2, words, len(LINKS), words * len(LINKS)), np.float32)
    for (link, asking, offered), logit in links.items():
        number = LINKS.index(link)
        axis = offered * len(LINKS) + number
        query[asking, number, axis] = logit * np.sqrt(query.shape[2])
        keys[:, offered, number, axis] = 1.0
    blank = np.zeros((words, 7), np.float32)
    return WordScores(
        blank, blank, np.zeros((words, 3), np.float32), query, np.zeros_like(query), keys,
        np.zeros(words, int) if window is None else np.array(window), extents or [(0, words)], np.zeros((words, 0), np.float32),
        np.zeros((words, 0), np.float32),
    )


def part(role: str, first: int, last: int) -> LabelSpan:
    return LabelSpan(role, first, last, 0.9)


def test_a_content_goes_to_the_cue_that_it_asks_for_and_the_cue_brings_its_source():
    spans = [part("source", 0, 1), part("cue", 1, 2), part("content", 2, 5), part("source", 5, 6), part("cue", 6, 7), part("content", 7, 9)]
    links = {("content", 2, 1): 9, ("content", 7, 6): 9, ("source", 1, 0): 9, ("source", 6, 5): 9}
    first, second = assemble(spans, [], scores_of(9, links), depth=0)
    assert (first.cue.first, first.source[0].first, first.content[0].first) == (1, 0, 2)
    assert (second.cue.first, second.source[0].first, second.content[0].first) == (6, 5, 7)


def test_a_quote_that_its_cue_splits_is_one_attribution():
    spans = [part("content", 0, 3), part("cue", 3, 4), part("source", 4, 5), part("content", 5, 8)]
    links = {("content", 0, 3): 9, ("content", 5, 3): 9, ("source", 3, 4): 9}
    (found,) = assemble(spans, [], scores_of(8, links), depth=0)
    assert [c.first for c in found.content] == [0, 5]


def test_one_source_may_serve_two_cues():
    spans = [part("source", 0, 1), part("cue", 1, 2), part("content", 2, 3), part("cue", 3, 4), part("content", 4, 5)]
    links = {("content", 2, 1): 9, ("content", 4, 3): 9, ("source", 1, 0): 9, ("source", 3, 0): 9}
    assert [a.source[0].first for a in assemble(spans, [], scores_of(5, links), depth=0)] == [0, 0]


def test_a_cue_without_content_is_no_attribution_and_an_unused_source_goes_to_the_nearest_cue():
    spans = [part("source", 0, 1), part("cue", 1, 2), part("content", 2, 3), part("cue", 6, 7)]
    (found,) = assemble(spans, [], scores_of(7, {("content", 2, 1): 9}), depth=0)
    assert [s.first for s in found.source] == [0]


def test_an_addressee_joins_its_cue():
    spans = [part("cue", 1, 2), part("content", 4, 6)]
    links = {("content", 4, 1): 9, ("audience", 2, 1): 9}
    (found,) = assemble(spans, [part("audience", 2, 4)], scores_of(6, links), depth=0)
    assert [s.first for s in found.audience] == [2]


@pytest.mark.parametrize(("far", "linked"), [(50, True), (150, False)])
def test_a_part_looks_only_so_far(far, linked):
    scores = scores_of(far + 2, {("content", 0, far): 60})
    assert (point(scores, "content", part("content", 0, 1), [part("cue", far, far + 1)]).target is not None) is linked


def test_a_key_is_taken_from_the_window_that_asks():
    # windows 0 and 1 overlap at words 2 and 3; word 3 is read in window 1, word 2 asks in window 0
    scores = scores_of(6, {("content", 2, 3): 9}, extents=[(0, 4), (2, 6)], window=[0, 0, 0, 1, 1, 1])
    scores.keys[1] = 0  # what window 1 says must not count
    assert point(scores, "content", part("content", 2, 3), [part("cue", 3, 4)]).target is not None
    scores.keys[0] = 0
    assert point(scores, "content", part("content", 2, 3), [part("cue", 3, 4)]).target is None


def words_of_paragraphs(*paragraphs: str) -> Words:
    """Words as blanks part them."""
    text = "\n\n".join(paragraphs)
    start, end, passage, passages, at = [], [], [], [], 0
    for number, paragraph in enumerate(paragraphs):
        passages.append(Passage(text, at, at + len(paragraph), False))
        for m in re.finditer(r"\S+", paragraph):
            start.append(at + m.start())
            end.append(at + m.end())
            passage.append(number)
        at += len(paragraph) + 2
    return Words(np.array(start), np.array(end), np.array(passage), passages)


def quoted(first: int, last: int, cue: LabelSpan | None = None) -> Attribution:
    return Attribution(cue, content=[part("content", first, last)])


def test_a_quotation_goes_on_in_the_next_paragraph_without_a_cue():
    words = words_of_paragraphs("“We saw it.” she said", "“It was late.”")
    found = continue_quotes(words, [quoted(0, 3, part("cue", 4, 5)), quoted(5, 8)])
    assert [[c.first for c in a.content] for a in found] == [[0, 5]]


def test_a_quotation_far_from_any_other_stands_alone():
    words = words_of_paragraphs("“We saw it.” she said", "Nothing was found.", "“It was late.”")
    assert len(continue_quotes(words, [quoted(0, 3, part("cue", 4, 5)), quoted(8, 11)])) == 2


def test_a_content_without_a_cue_goes_to_the_cue_without_content():
    spans = [part("content", 0, 3), part("source", 3, 4), part("cue", 4, 5)]
    nowhere = scores_of(5, {("source", 4, 3): 9, ("content", 0, 0): -9})
    (found,) = assemble(spans, [], nowhere, depth=0)
    assert (found.cue.first, found.content[0].first) == (4, 0)
