"""Windows cover every piece, and each word is read in one of them."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reading.tokens import Tokens
from rapporteur.reading.windows import ROWS, SIZE, batches, best_window, cut_windows


def pieces(lengths: list[int]) -> Tokens:
    """Tokens of words with so many pieces each."""
    first = np.array([i == 0 for n in lengths for i in range(n)], bool)
    n = len(first)
    return Tokens(
        np.arange(n) + 1000, np.zeros((n, 4), np.int64), np.arange(n), np.arange(n) + 1,
        np.cumsum(first) - 1, first, np.zeros(n, np.int64), [],
    )


word_lengths = st.lists(st.integers(1, 9), min_size=1, max_size=400)


@settings(max_examples=60)
@given(word_lengths)
def test_windows_cover_all_pieces_in_order_and_begin_at_words(lengths):
    tokens = pieces(lengths)
    windows = cut_windows(tokens)
    covered = sorted({i for a, b in windows for i in range(a, b)})
    assert covered == list(range(len(tokens.ids)))
    assert all(0 < b - a <= SIZE for a, b in windows)
    assert all(tokens.first[a] for a, _ in windows)


@settings(max_examples=60)
@given(word_lengths)
def test_every_word_is_whole_in_the_window_chosen_for_it(lengths):
    tokens = pieces(lengths)
    windows = cut_windows(tokens)
    chosen = best_window(tokens, windows)
    for word in range(len(lengths)):
        mine = np.flatnonzero(tokens.word == word)
        assert len(set(chosen[mine])) == 1
        a, b = windows[chosen[mine[0]]]
        assert a <= mine[0]
        assert mine[-1] < b


def test_a_word_longer_than_a_window_is_still_read():
    tokens = pieces([SIZE * 2 + 7, 1])
    windows = cut_windows(tokens)
    assert {i for a, b in windows for i in range(a, b)} == set(range(SIZE * 2 + 8))


def test_batches_have_a_fixed_composition():
    tokens = pieces([1] * 1500)
    sizes = [len(b.windows) for b in batches(tokens)]
    assert all(n == ROWS for n in sizes[:-1])
    assert sum(sizes) == len(cut_windows(tokens))
