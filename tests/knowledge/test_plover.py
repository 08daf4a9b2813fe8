"""PLOVER and CAMEO: classes of what happened and of what is only planned, and their scores."""

import pytest

from rapporteur.knowledge.plover import MODES, TYPES, coded_of, goldstein_of, score_of
from rapporteur.record import Coded


def test_there_are_sixteen_types_and_the_modes_of_the_manual():
    assert len(TYPES) == 16
    assert sum(map(len, MODES.values())) == 67
    assert MODES["AGREE"] == ()
    assert "ceasefire" in MODES["RETREAT"]


@pytest.mark.parametrize(
    ("type_", "mode", "reality", "plover", "cameo", "quad"),
    [
        ("ASSAULT", "aerial", "happened", "ASSAULT", "195", 4),
        ("CONSULT", "visit", "happened", "CONSULT", "042", 1),
        ("CONSULT", None, "planned", "AGREE", "036", 1),  # a meeting to come is an agreement to meet
        ("AID", None, "planned", "AGREE", "033", 1),
        ("RETREAT", "withdraw", "planned", "CONCEDE", "035", 1),  # an announced withdrawal
        ("ASSAULT", None, "planned", "THREATEN", "138", 3),
        ("REQUEST", "yield", "planned", "REQUEST", "105", 3),
        ("REJECT", "meet", "ongoing", "REJECT", "125", 3),
    ],
)
def test_the_class_follows_the_rules_of_the_manual(type_, mode, reality, plover, cameo, quad):
    coded = coded_of(type_, mode, reality)
    assert (coded.plover, coded.cameo, coded.quad) == (plover, cameo, quad)
    assert coded.goldstein == goldstein_of(cameo)


@pytest.mark.parametrize("reality", ["hypothetical", "denied"])
def test_what_did_not_happen_has_no_class(reality):
    assert coded_of("ASSAULT", "aerial", reality) == Coded(None, None, None, None)


def test_every_type_and_mode_has_a_code_with_a_score():
    for type_, modes in MODES.items():
        for mode in (None, *modes):
            assert -10 <= coded_of(type_, mode, "happened").goldstein <= 10
            assert score_of(type_, mode) is not None


def test_goldstein_scores_come_from_the_table_that_is_named_and_longer_codes_from_their_parents():
    assert goldstein_of("0874") == 10.0
    assert goldstein_of("1831") == goldstein_of("183") == -10.0
    assert (goldstein_of("163"), goldstein_of("163", "icews")) == (-6.5, -8.0)
