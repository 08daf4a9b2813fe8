"""Spans of mentions from the scores of the heads."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.reading.encoder import default_encoder
from rapporteur.reading.heads import split_heads
from rapporteur.reading.mentions import SIZES, SPAN, find_mentions
from rapporteur.reading.tokens import passages_of, tokenize
from rapporteur.reading.words import words_of


def words_in(text: str):
    return words_of(tokenize(default_encoder().tokenizer, passages_of(None, text, [(0, len(text))])))


def heads_for(count: int, spans: dict[tuple[int, int], float]) -> dict[str, np.ndarray]:
    """Heads that give these spans (first, last exclusive) these scores and all others -9."""
    heads = {k: np.zeros((count, n), np.float32) for k, n in SIZES.items()}
    heads["end"][:, SPAN] = -9.0
    for n, ((first, last), score) in enumerate(spans.items()):
        heads["begin"][first, n] = np.sqrt(SPAN) * (score + 9.0)
        heads["end"][last - 1, n] = 1.0
    return heads


def found_in(text: str, spans: dict[str, float], **settings) -> list[str]:
    words = words_in(text)
    at = {}
    for phrase, score in spans.items():
        start = text.index(phrase)
        first = int(np.flatnonzero(words.start == start)[0])
        last = int(np.flatnonzero(words.end == start + len(phrase))[0]) + 1
        at[first, last] = score
    return [words.text(m.first, m.last) for m in find_mentions(words, heads_for(len(words), at), **settings)]


def test_what_scores_above_the_threshold_is_a_mention_and_mentions_nest():
    text = "The brother of Chief Okoro met two envoys."
    spans = {"The brother of Chief Okoro": 2.0, "Okoro": 1.0, "two envoys": -0.5}
    assert found_in(text, spans) == ["The brother of Chief Okoro", "Okoro"]
    assert found_in(text, spans, threshold=-1.0) == ["The brother of Chief Okoro", "Okoro", "two envoys"]


def test_of_two_that_cross_the_surer_stands():
    assert found_in("The mayor of Solvik council spoke.", {"The mayor of Solvik": 1.0, "Solvik council": 2.0}) == ["Solvik council"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Deputies met Kwon Hae-jin there.", "Kwon Hae"),
        ("Some 3,000 villagers fled.", "000 villagers"),
        ("Envoys left town. Rebels came.", "Envoys left town. Rebels"),
        ('He told "the elders" nothing.', 'He told "the elders'),
        ("Now we came to Lund and now they.", "we came to Lund"),
        ("Soldiers lost their camp.", "Soldiers lost their"),
    ],
)
def test_no_mention_ends_inside_a_word_or_number_or_holds_the_end_of_a_sentence_or_a_bare_pronoun(text, phrase):
    assert found_in(text, {phrase: 3.0}) == []


def test_two_mentions_that_nothing_joins_are_not_one():
    assert found_in("Fishermen rescued sailors.", {"Fishermen": 3.0, "sailors": 3.0, "Fishermen rescued sailors": 1.0}) == ["Fishermen", "sailors"]
    assert found_in("Oslo and Riga agreed.", {"Oslo": 3.0, "Riga": 3.0, "Oslo and Riga": 1.0}) == ["Oslo and Riga", "Oslo", "Riga"]


@given(st.integers(0, 2**32 - 1))
def test_whatever_the_scores_mentions_lie_in_order_inside_the_text_and_never_cross(seed):
    words = words_in("The envoy told reporters in Quito that both sides, the rebels and the army, would meet.")
    raw = np.random.default_rng(seed).normal(size=(len(words), sum(SIZES.values()))).astype(np.float32)
    found = find_mentions(words, split_heads(raw, SIZES))
    assert found == sorted(found, key=lambda m: (m.first, -m.last))
    for m in found:
        assert 0 <= m.first < m.last <= len(words)
        assert not any(m.first < o.first < m.last < o.last for o in found)
