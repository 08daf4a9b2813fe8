"""The words of an article: runs of pieces, with the characters that they cover."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from rapporteur.reading.tokens import Passage, Tokens


class Words(NamedTuple):
    """One row a word: `start` and `end` in its passage's source, and the index of its `passage`."""

    start: np.ndarray
    end: np.ndarray
    passage: np.ndarray
    passages: list[Passage]

    def edges(self) -> list[tuple[int, int]]:
        """First and last (exclusive) word of each passage that has words."""
        if not len(self.passage):
            return []
        cuts = [0, *(np.flatnonzero(np.diff(self.passage)) + 1).tolist(), len(self.passage)]
        return list(pairwise(cuts))

    def is_title(self, word: int) -> bool:
        return self.passages[self.passage[word]].is_title

    def text(self, first: int, last: int) -> str:
        """What stands from the first to the last word (exclusive) of one passage."""
        return self.passages[self.passage[first]].source[self.start[first] : self.end[last - 1]]

    def __len__(self) -> int:  # NamedTuple would count its fields
        return len(self.start)


def words_of(tokens: Tokens) -> Words:
    """The words that the pieces of an article form."""
    firsts = np.flatnonzero(tokens.first)
    last = np.append(firsts, len(tokens.ids))[1:] - 1
    return Words(tokens.start[firsts], tokens.end[last], tokens.passage[firsts], tokens.passages)
