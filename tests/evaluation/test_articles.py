"""Body text by word 4-grams."""

import pytest

from rapporteur.evaluation.articles import mean_of, precision_recall


@pytest.mark.parametrize(
    ("given", "gold", "expected"),
    [
        ("a b c d e", "a b c d e", (1.0, 1.0)),
        ("a b c d e", "a b c d e f", (1.0, 2 / 3)),
        ("x y", "x y", (1.0, 1.0)),
        ("", "", (1.0, 1.0)),
        ("", "a b c d", (0.0, 0.0)),
        ("a b c d a b c d", "a b c d", (1 / 5, 1.0)),
    ],
)
def test_shared_grams_are_counted_as_often_as_they_stand(given, gold, expected):
    assert precision_recall(given, gold) == pytest.approx(expected)


def test_the_figure_is_the_f1_of_the_means():
    figure = mean_of("body", [(1.0, 0.5), (0.5, 1.0)])
    assert figure.value == pytest.approx(0.75)
    assert (figure.precision, figure.recall) == pytest.approx((0.75, 0.75))
    assert "means of 2 pages" in str(figure)
