"""What an attributing word does."""

import pytest

from rapporteur.knowledge.cues import act_of, is_cue, lemmas


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("said", "say"), ("according to", "say"), (":", "say"), ("told", "say"), ("reportedly", "say"),
        ("thought", "think"), ("is believed to", "think"), ("fears", "think"),
        ("wants", "want"), ("would like to see", "want"), ("were hoping", "want"), ("plans", "want"),
        ("is expected to", "expect"), ("predicted", "expect"),
        ("knew", "know"), ("was unaware", "know"),
        ("called for", "ask"), ("has urged", "ask"), ("calls on", "ask"), ("begged", "ask"),
        ("ordered", "order"), ("forbade", "order"),
        ("warned against", "warn"), ("threatening", "threaten"), ("vowed", "promise"), ("swore to", "promise"),
        ("have agreed", "agree"), ("acceded to", "agree"), ("refused", "refuse"), ("has not ruled out", "refuse"),
        ("was backed by", "support"), ("came out in favour of", "support"), ("spoke out against", "oppose"),
        ("was blamed", "accuse"), ("pointed the finger at", "accuse"), ("denied", "deny"), ("rejected claims", "deny"),
        ("hit out at", "criticise"), ("slammed", "criticise"), ("paid tribute to", "praise"),
        ("have decided", "decide"), ("ruled", "rule"), ("found", "show"), ("showed", "show"),
    ],
)  # fmt: skip
def test_the_act_of_common_cues(cue, act):
    assert act_of(cue) == act


def test_what_is_in_no_row_says():
    assert act_of("glimmered") == act_of("") == "say"


def test_the_longer_cue_wins():
    assert act_of("called") != act_of("called for") == "ask"


def test_who_declines_to_speak_says_nothing_rather_than_refusing_an_offer():
    assert act_of("declined to say") == "say"
    assert act_of("declined") == "refuse"


def test_a_denial_holds_what_it_denies():
    assert act_of("denies having accused") == "deny"


def test_the_place_of_the_saying_is_not_its_act():
    assert act_of("said in an appeal") == "say"
    assert act_of("warned in a promise") == "warn"


def test_spellings_and_apostrophes_make_no_difference():
    assert act_of("criticized") == act_of("criticised") == "criticise"
    assert act_of("favored") == act_of("favoured") == "support"
    assert act_of("’d like") == act_of("'d like") == "want"


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("denied", "deny"), ("denies", "deny"), ("accusing", "accuse"), ("planned", "plan"), ("forbade", "forbid"), ("sought", "seek"),
        ("travelled", "travel"), ("traveled", "travel"), ("lying", "lie"), ("women", "woman"), ("analyzed", "analyse"), ("begging", "beg"),
    ],
)  # fmt: skip
def test_lemmas_hold_what_a_word_is_a_form_of(word, lemma):
    assert lemma in lemmas(word)


@pytest.mark.parametrize(("words", "expected"), [("has repeatedly denied", True), ("according to", True), ("has been raging for", False), (":", False)])
def test_known_cues_are_told_from_other_words(words, expected):
    assert is_cue(words) is expected
