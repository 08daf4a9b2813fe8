"""The figures of statements: what agrees with what, and what counts."""

import msgspec
import pytest
from corpus_item import ITEM

from rapporteur.evaluation.compile import record_of
from rapporteur.evaluation.corpus import KINDS, audience_figure, is_held_out, kind_figure
from rapporteur.evaluation.markup import parse_item
from rapporteur.evaluation.statements import figures, names_agree, told_in


def told(source=ITEM):
    return told_in(msgspec.to_builtins(record_of(parse_item(source))))


def values(gold, given):
    return {f.name: f.value for f in figures([(gold, given)])}


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("Mara Velt", "Velt", True),
        ("the Harbour Council", "harbour council", True),
        ("José Núñez", "Jose Nunez", True),
        ("Britain", "the United Kingdom", True),
        ("Mara Velt", "Tom Velt", False),
        ("the council", "the ministry", False),
        ("", "", False),
    ],
)
def test_names_of_one_actor_agree(a, b, agree):
    assert names_agree(frozenset([a]), frozenset([b])) is agree


def test_a_perfect_reading_scores_one():
    assert set(values(told(), told()).values()) == {1.0}


def test_a_missed_statement_costs_recall_and_a_wrong_speaker_only_the_speaker():
    gold = told()
    assert values(gold, gold[:-1])["content"] == pytest.approx(2 * 4 / (5 + 4))
    wrong = [gold[0]._replace(speakers=[frozenset(["Tom Kolm"])]), *gold[1:]]
    assert values(gold, wrong)["content"] == 1.0
    assert values(gold, wrong)["content + speaker"] == pytest.approx(4 / 5)


def test_an_empty_speaker_is_right_only_where_none_is_due():
    gold = told()
    nobody = [s._replace(speakers=[]) for s in gold]
    assert values(gold, nobody)["speaker"] == 0.0
    assert values(nobody, nobody)["speaker"] == 1.0


def test_statements_of_the_title_never_meet_those_of_the_text():
    gold = told()
    assert gold[0].in_title
    assert not any(s.in_title for s in gold[1:])


def test_kinds_are_counted_over_matched_statements():
    gold = told()
    flat = [s._replace(nested=False) for s in gold]
    assert kind_figure("nested", KINDS["nested"], [(gold, gold)]).value == 1.0
    assert kind_figure("nested", KINDS["nested"], [(gold, flat)]).recall == 0.0
    assert audience_figure([(gold, gold)]).value == 1.0
    assert audience_figure([(gold, [s._replace(audience=[]) for s in gold])]).recall == 0.0


def test_about_a_tenth_is_held_out_by_name_alone():
    share = sum(is_held_out(f"item-{n}") for n in range(2000)) / 2000
    assert 0.07 < share < 0.13
