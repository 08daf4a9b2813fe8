"""Whether the attributing itself is denied."""

import pytest

from rapporteur.reading.polarity import is_negated


@pytest.mark.parametrize(
    "cue",
    ["did not say", "has never threatened", "didn't mention", "declined to comment on", "refused to be drawn on", "made no mention of", "has no plan", "said nothing about", "stops short of declaring", "refrained from using"],
)
def test_a_cue_that_denies_the_saying_is_negated(cue):
    assert is_negated(cue, "", "The minister")


@pytest.mark.parametrize("cue", ["denied", "no longer wants", "not only said", "made no secret of", "has no doubt", "refused", "said"])
def test_a_cue_that_says_no_is_not(cue):
    assert not is_negated(cue, "", "The minister")


def test_the_words_before_and_the_source_deny_too():
    assert is_negated("accusing", "left without ", "she")
    assert is_negated("said", "", "No minister")
