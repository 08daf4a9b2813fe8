"""An article as the encoder sees it: word pieces with what the lower-casing tokenizer drops.

The tokenizer drops case, line breaks and spacing, and a window may begin inside a quotation. Each piece
therefore carries four small features beside its id: case of its word, the gap before it, its place in a
quotation, and whether it stands in the title. Training and reading share this module, so they cannot differ.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from rapporteur.reading.quotation import quotations

CASES, GAPS, QUOTES, FIELDS = 5, 4, 6, 2  # sizes of the four feature tables
LOWER, TITLECASE, CAPITALS, MIXED, OTHER = range(CASES)
NO_GAP, SPACE, LINE, PARAGRAPH = range(GAPS)
OUTSIDE, INSIDE, OPEN, CLOSE, INSIDE_SINGLE, UNCLOSED = range(QUOTES)


class Passage(NamedTuple):
    """A title or a paragraph: characters `start` to `end` of `source`."""

    source: str
    start: int
    end: int
    is_title: bool


class Tokens(NamedTuple):
    """Word pieces of an article in reading order, the title first; all arrays have one row a piece.

    `ids` (int64), `features` (int64, n x 4: case, gap, quote, field), `start` and `end` (code points in the
    title or the text), `word` (index of the word, a run of pieces), `first` (True at the first piece of a
    word), `passage` (index into `passages`).
    """

    ids: np.ndarray
    features: np.ndarray
    start: np.ndarray
    end: np.ndarray
    word: np.ndarray
    first: np.ndarray
    passage: np.ndarray
    passages: list[Passage]


def passages_of(title: str | None, text: str, paragraphs: list[tuple[int, int]]) -> list[Passage]:
    """The title, if any, and the paragraphs in order."""
    body = [Passage(text, a, b, False) for a, b in paragraphs]
    return [Passage(title, 0, len(title), True), *body] if title else body


def case_of(word: str) -> int:
    """The case class of a word."""
    if not word[:1].isalpha():
        return OTHER
    if word.islower():
        return LOWER
    if word.isupper():
        return CAPITALS if len(word) > 1 else TITLECASE
    return TITLECASE if word[0].isupper() and word[1:].islower() else MIXED


def _quote_states(passage: Passage) -> np.ndarray:
    """For each character of the passage its place in a quotation."""
    states = np.zeros(passage.end - passage.start, np.int64)
    for q in quotations(passage.source, passage.start, passage.end):
        a, b = q.start - passage.start, q.end - passage.start
        states[a:b] = INSIDE_SINGLE if q.single else INSIDE if q.closed else UNCLOSED
        states[a] = OPEN
        if q.closed:
            states[b - 1] = CLOSE
    return states


def _gap(source: str, before: int, start: int) -> int:
    between = source[before:start]
    return LINE if "\n" in between else SPACE if between else NO_GAP


def tokenize(tokenizer: Tokenizer, passages: list[Passage]) -> Tokens:
    """The word pieces of all passages. Pieces of an empty passage do not exist."""
    encodings = tokenizer.encode_batch([p.source[p.start : p.end] for p in passages], add_special_tokens=False)
    ids: list[int] = []
    rows: list[tuple[int, int, int, int]] = []
    starts: list[int] = []
    ends: list[int] = []
    words: list[int] = []
    firsts: list[bool] = []
    owner: list[int] = []
    word = -1
    for index, (passage, encoding) in enumerate(zip(passages, encodings, strict=True)):
        states = _quote_states(passage)
        previous_word, previous_end, case = None, None, OTHER
        for piece, (a, b), w in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
            first = w != previous_word
            if first:
                word += 1
                p, q = encoding.word_to_chars(w)
                case = case_of(passage.source[passage.start + p : passage.start + q])
            gap = PARAGRAPH if previous_end is None else _gap(passage.source, previous_end, passage.start + a)
            rows.append((case, gap, int(states[a]), int(passage.is_title)))
            ids.append(piece)
            starts.append(passage.start + a)
            ends.append(passage.start + b)
            words.append(word)
            firsts.append(first)
            owner.append(index)
            previous_word, previous_end = w, passage.start + b
    return Tokens(
        np.array(ids, np.int64),
        np.array(rows, np.int64).reshape(-1, 4),
        np.array(starts, np.int64),
        np.array(ends, np.int64),
        np.array(words, np.int64),
        np.array(firsts, bool),
        np.array(owner, np.int64),
        passages,
    )
