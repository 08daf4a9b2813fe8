"""Counts of people as intervals."""

import pytest

from rapporteur.reading.counts import counts_in


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "words"),
    [
        ("At least 20 people were killed in the raid.", "dead", 20, None, "At least 20"),
        ("The blast killed more than 30 militants.", "dead", 31, None, "more than 30"),
        ("Shells left 12 dead near the mill.", "dead", 12, 12, "12"),
        ("A mine wounded twenty-one villagers.", "injured", 21, 21, "twenty-one"),
        ("Up to 40 people were injured.", "injured", None, 40, "Up to 40"),
        ("Police detained fourteen students.", "arrested", 14, 14, "fourteen"),
        ("Dozens were arrested outside the court.", "arrested", 24, None, "Dozens"),
        ("Some 1,200 people were killed that winter.", "dead", 1200, 1200, "1,200"),
    ],
)
def test_a_number_beside_the_word_for_it_is_a_count(text, kind, low, high, words):
    count = getattr(counts_in(text, 0, len(text), 0), kind)
    assert (count.min, count.max, count.span.words) == (low, high, words)
    assert text[count.span.start : count.span.end] == words


@pytest.mark.parametrize("text", ["Nobody was hurt.", "No one was killed.", "The talks lasted three days.", "He was killed in 1994."])
def test_what_counts_nobody_is_no_count(text):
    assert counts_in(text, 0, len(text), 0) is None


def test_of_several_counts_the_nearest_to_the_act_is_taken():
    text = "In May 300 people were killed; on Friday a bomb killed six people."
    assert counts_in(text, 0, len(text), text.index("bomb")).dead.min == 6
