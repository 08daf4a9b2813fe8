"""Triggers from the scores of the event heads."""

import numpy as np

from rapporteur.knowledge.plover import TYPES
from rapporteur.reading.heads import split_heads
from rapporteur.reading.tokens import Passage
from rapporteur.reading.triggers import ALL_MODES, INSIDE, SIZES, find_triggers
from rapporteur.reading.words import Words
from rapporteur.record.event import REALITY

TEXT = "Jets carried out strikes"


def words() -> Words:
    starts = [0, 5, 13, 17]
    return Words(np.array(starts), np.array([4, 12, 16, 24]), np.zeros(4, int), [Passage(TEXT, 0, len(TEXT), False)])


def heads(**set_) -> dict[str, np.ndarray]:
    out = {name: np.zeros((4, width)) for name, width in SIZES.items()}
    out["trigger"][:, 0] = 4.0
    for (name, word, number), score in set_.get("scores", {}).items():
        out[name][word, number] = score
    return out


def test_a_word_that_begins_a_trigger_has_type_mode_and_reality():
    kind, mode = TYPES.index("ASSAULT"), ALL_MODES.index(("ASSAULT", "aerial"))
    scores = {("trigger", 3, 1 + kind): 9.0, ("mode", 3, mode): 3.0, ("reality", 3, REALITY.index("ongoing")): 2.0, ("mutual", 3, 0): -1.0}
    (found,) = find_triggers(words(), heads(scores=scores))
    assert (found.first, found.last, found.type, found.mode, found.reality, found.mutual) == (3, 4, "ASSAULT", "aerial", "ongoing", False)
    assert found.share > 0.95
    assert found.sure > 0.95


def test_words_that_go_on_belong_to_the_trigger():
    scores = {("trigger", 1, 1): 9.0, ("trigger", 2, INSIDE): 9.0}
    (found,) = find_triggers(words(), heads(scores=scores))
    assert (found.first, found.last) == (1, 3)


def test_a_mode_of_another_type_is_never_given_and_an_unsure_one_is_none():
    scores = {("trigger", 3, 1 + TYPES.index("CONSULT")): 9.0, ("mode", 3, ALL_MODES.index(("ASSAULT", "aerial"))): 9.0}
    scores |= {("mode", 3, ALL_MODES.index(("CONSULT", m))): -3.0 for m in ("visit", "third-party", "multilateral", "phone")}
    (found,) = find_triggers(words(), heads(scores=scores))
    assert (found.type, found.mode) == ("CONSULT", None)


def test_nothing_is_found_where_outside_is_likelier():
    assert find_triggers(words(), heads()) == []


def test_the_heads_are_cut_in_their_order():
    raw = np.arange(sum(SIZES.values()))[None]
    cut = split_heads(raw, SIZES)
    assert list(cut) == list(SIZES)
    assert cut["trigger"][0, 0] == 0
    assert cut["same_earlier"][0, -1] == raw[0, -1]
