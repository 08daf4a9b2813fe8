"""Two attributions of one source in one labelled content."""

import numpy as np
import pytest

from rapporteur.reading.attribution import Attribution
from rapporteur.reading.coordination import split_coordination
from rapporteur.reading.labels import LabelSpan
from rapporteur.reading.tokens import Passage
from rapporteur.reading.words import Words


def read(sentence: str) -> list[tuple[str, str]]:
    """Cue and content of what "Oslo CUE CONTENT" splits into; a bar parts the three."""
    parts = [p.split() for p in sentence.split("|")]
    tokens = [t for p in parts for t in p]
    text = " ".join(tokens)
    starts = np.cumsum([0, *(len(t) + 1 for t in tokens[:-1])])
    words = Words(
        starts,
        starts + np.array([len(t) for t in tokens]),
        np.zeros(len(tokens), int),
        [Passage(text, 0, len(text), False)],
    )
    a, b = len(parts[0]), len(parts[0]) + len(parts[1])
    found = Attribution(
        LabelSpan("cue", a, b, 0.9),
        source=[LabelSpan("source", 0, a, 0.9)],
        content=[LabelSpan("content", b, len(tokens), 0.9)],
    )
    return [
        (words.text(x.cue.first, x.cue.last), words.text(x.content[0].first, x.content[0].last))
        for x in split_coordination(words, found)
    ]


def test_a_finite_verb_behind_an_infinitive_is_another_attribution():
    assert read("Oslo | wants | the ferry to sail and is pushing for a longer pier") == [
        ("wants", "the ferry to sail"), ("is pushing for", "a longer pier"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Oslo | wants | the ferry to sail and to return by noon",
        "Oslo | said | that the ferry had to wait and is asking for help",
        "Oslo | wants | the ferry to sail and is happy now",
        "Oslo | wants | “the ferry to sail and is asking for help”",
        "Oslo | rejects | the plan and has asked for another one",
    ],
)
def test_anything_else_stays_one(sentence):
    assert len(read(sentence)) == 1
