"""Who stands where, what is disputed and planned, from hand-made statements and events."""

import pytest

from rapporteur.intake import read_clean_text
from rapporteur.reading.disputes import disputes
from rapporteur.reading.issue_words import issue_in
from rapporteur.reading.plans import plans
from rapporteur.reading.positions import positions
from rapporteur.reading.stakes import Run
from rapporteur.record import Statement, span_of


def statement(text, id, speaker, cue, content, act, *, polarity="affirmed"):
    span = lambda words: span_of(text, text.index(words), text.index(words) + len(words))  # noqa: E731
    return Statement(id, [speaker], [], [], [span(cue)], [span(content)], [], "indirect", act, polarity, None, None, 1.0)


@pytest.mark.parametrize(
    ("content", "issue", "turned", "conditional"),
    [
        ("to reopen the ferry line", "reopen the ferry line", False, False),
        ("to stop shelling the port", "shelling the port", True, False),
        ("an immediate end to the blockade", "the blockade", True, False),
        ("not to close the school", "close the school", True, False),
        ("that talks should resume, which they have put off twice", "talks should resume", False, False),
        ("to talks if the prisoners are freed", "talks", False, True),
        ("“a wider harbour”", "a wider harbour", False, False),
    ],
)
def test_the_thing_at_stake_is_trimmed_and_what_asks_for_its_end_turns_the_stance(content, issue, turned, conditional):
    found = issue_in(content, 0, len(content))
    assert (content[found.start : found.end], found.turned, found.conditional) == (issue, turned, conditional)


def test_attributing_words_that_take_a_side_give_a_position():
    text = "Oslo wants to reopen the ferry line. Bergen opposes the plan. Tromso said that it snowed."
    said = [
        statement(text, "s1", "a1", "wants", "to reopen the ferry line", "want"), statement(text, "s2", "a2", "opposes", "the plan", "oppose"),
        statement(text, "s3", "a3", "said", "that it snowed", "say"),
    ]
    found = positions(read_clean_text(text), said, [], [])
    assert [(p.actor, p.stance, p.issue, p.basis) for p in found] == [("a1", "for", "reopen the ferry line", ["s1"]), ("a2", "against", "the plan", ["s2"])]


def test_words_that_the_network_marks_are_the_issue():
    text = "Oslo said that the ferry line, so dear to all, must stay."
    said = [statement(text, "s1", "a1", "said", "that the ferry line, so dear to all, must stay", "say")]
    at = text.index("the ferry line")
    found = positions(read_clean_text(text), said, [], [(span_of(text, at, at + 14), Run(3, 6, 0, 0.8))])
    assert [(p.stance, p.issue, p.confidence) for p in found] == [("for", "the ferry line", 0.8)]


def test_a_denial_answers_the_accusation_in_like_words():
    text = "Bergen accused Oslo of cutting the cable to the island. Oslo denied cutting the cable."
    said = [
        statement(text, "s1", "a1", "accused", "Oslo of cutting the cable to the island", "accuse"), statement(text, "s2", "a2", "denied", "cutting the cable.", "deny"),
    ]
    (found,) = disputes(said, [])
    assert [side.held_by for side in found.sides] == [["a1"], ["a2"]]
    assert found.question == "Oslo of cutting the cable to the island?"


def test_who_refuses_to_say_disputes_nothing():
    text = "Oslo did not deny cutting the cable."
    assert disputes([statement(text, "s1", "a1", "did not deny", "cutting the cable", "deny", polarity="negated")], []) == []


def test_a_plan_is_its_words_and_by_whom_it_is_told():
    text = "Oslo said it would host the talks in May."
    said = [statement(text, "s1", "a1", "said", "it would host the talks in May", "say")]
    at = text.index("host")
    (found,) = plans(read_clean_text(text), said, [], [(span_of(text, at, len(text) - 1), Run(4, 9, 0, 0.7))], [])
    assert (found.what, found.who, found.basis) == ("host the talks in May", ["a1"], ["s1"])
