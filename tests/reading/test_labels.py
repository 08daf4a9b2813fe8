"""Decoding labels to spans."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reading.labels import Chain, label_spans, posteriors, viterbi

O, BS, IS, BC, IC, BX, IX = range(7)  # noqa: E741


def chain(seed: int = 0, *, closed: bool = True) -> Chain:
    r = np.random.default_rng(seed)
    parameters = {"pair": r.normal(size=(7, 7)).tolist(), "first": r.normal(size=7).tolist(), "last": r.normal(size=7).tolist()}
    return Chain.of(parameters) if closed else Chain(*(np.array(v) for v in parameters.values()))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4))
def test_viterbi_finds_the_best_of_all_paths_and_posteriors_sum_over_them(seed, steps):
    c = chain(seed, closed=False)
    scores = np.random.default_rng(seed + 1).normal(size=(1, steps, 7))
    totals = {
        path: c.first[path[0]] + c.last[path[-1]] + sum(scores[0, i, k] for i, k in enumerate(path))
        + sum(c.pair[a, b] for a, b in itertools.pairwise(path))
        for path in itertools.product(range(7), repeat=steps)
    }
    best = max(totals, key=totals.get)
    assert tuple(viterbi(scores, np.array([steps]), c)[0]) == best
    share = posteriors(scores, np.array([steps]), c)[0]
    z = sum(np.exp(v) for v in totals.values())
    for i in range(steps):
        expected = sum(np.exp(v) for p, v in totals.items() if p[i] == best[i]) / z
        assert np.isclose(share[i, best[i]], expected)


def test_rows_of_different_length_are_decoded_as_if_alone():
    c = chain(3)
    scores = np.random.default_rng(4).normal(size=(9, 7)) * 3
    together = label_spans(scores, [(0, 2), (2, 9)], c)
    alone = label_spans(scores[:2], [(0, 2)], c)
    later = label_spans(scores[2:], [(0, 7)], c)
    assert [(s.role, s.first, s.last) for s in together] == [
        *((s.role, s.first, s.last) for s in alone), *((s.role, s.first + 2, s.last + 2) for s in later)
    ]


def test_an_inside_label_never_stands_without_its_begin():
    c = chain(5)
    scores = np.zeros((4, 7))
    scores[:, IX] = 50.0
    (span,) = label_spans(scores, [(0, 4)], c)
    assert (span.role, span.first, span.last) == ("content", 0, 4)


def test_nothing_to_read_gives_nothing():
    assert label_spans(np.zeros((0, 7)), [], chain()) == []
