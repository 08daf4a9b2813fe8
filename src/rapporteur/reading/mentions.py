"""Where an article refers to an actor: spans of words with the kind of actor, from the scores of the mention heads.

A mention is a pair of first and last word. The heads score each word as either; what is above the threshold is a mention,
the surest first, unless it crosses one that is surer. Mentions may stand inside each other ("[[Turkey]'s ally]").
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from rapporteur.reading.words import Words

KINDS = ("person", "state", "organisation", "group", "media", "population")
LONGEST = 20  # words of a mention
SPAN, CHAIN = 64, 64
# the heads in the order in which the model gives them, and their widths
SIZES = {"begin": SPAN + 1, "end": SPAN + 1, "kind_begin": len(KINDS), "kind_end": len(KINDS), "later_begin": CHAIN, "later_end": CHAIN, "earlier_begin": CHAIN, "earlier_end": CHAIN}

_MARKS = frozenset(['"', "“", "”", "«", "»"])
_POSSESSIVES = frozenset(["my", "your", "his", "its", "our", "their", "who", "which", "that"])
_SUBJECTS = frozenset(["i", "he", "she", "it", "we", "they"])
_JOINERS = frozenset(["and", "or", "of", "for", "&", "from", "in"])


class Found(NamedTuple):
    """Words `first` to `last` (exclusive) that refer to an actor of `kind` (an index of KINDS), and the score above
    the threshold."""

    first: int
    last: int
    kind: int
    score: float


def find_mentions(words: Words, heads: dict[str, np.ndarray], *, threshold: float = 0.0) -> list[Found]:
    """The mentions of an article in the order of their first words, longer ones first."""
    inside = _inside_words(words)
    breaks = _breaks(words)
    candidates = []
    for a, b in words.edges():
        scores = span_scores({k: v[a:b] for k, v in heads.items() if k in ("begin", "end")})
        apart = np.arange(b - a)[None] - np.arange(b - a)[:, None]
        possible = (scores > threshold) & (apart >= 0) & (apart < LONGEST)
        possible &= ~inside[a:b, None] & ~np.append(inside[a + 1 : b], False)[None] & (breaks[a:b, None] == breaks[None, a:b])
        for i, j in np.argwhere(possible):
            candidates.append((float(scores[i, j]), a + int(i), a + int(j) + 1))
    taken: list[Found] = []
    for score, first, last in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if _is_phrase(words, first, last) and not any(_cross(first, last, t.first, t.last) for t in taken) and not _runs_together(words, first, last, taken):
            kind = int((heads["kind_begin"][first] + heads["kind_end"][last - 1]).argmax())
            taken.append(Found(first, last, kind, score - threshold))
    return sorted(taken, key=lambda t: (t.first, -t.last))


def _inside_words(words: Words) -> np.ndarray:
    """Words before which no mention begins or ends: behind a hyphen ("Kwok-hung") or inside a number ("3,000")."""
    glued = (words.start[1:] == words.end[:-1]) & (words.passage[1:] == words.passage[:-1])
    out = np.zeros(len(words), bool)
    for i in np.flatnonzero(glued) + 1:
        before, word = words.text(i - 1, i), words.text(i, i + 1)
        follows = i < len(words) - 1 and glued[i]
        if (before == "-" and i > 1 and glued[i - 2]) or (word == "-" and follows):
            out[i] = True
        elif before in (",", ".") and word[0].isdigit() and i > 1 and glued[i - 2] and words.text(i - 2, i - 1)[-1].isdigit():
            out[i] = out[i - 1] = True
    return out


def _breaks(words: Words) -> np.ndarray:
    """For each word how many marks that no mention holds stand before it: quotation marks, and what ends a sentence."""
    marks = [words.text(i, i + 1) in _MARKS or _ends_sentence(words, i) for i in range(len(words))]
    return np.cumsum([0, *marks[:-1]]) if marks else np.zeros(0)


def _ends_sentence(words: Words, at: int) -> bool:
    """A full stop behind a word of some length with a capital behind it, or another mark that ends a sentence."""
    mark = words.text(at, at + 1)
    if mark in ("?", "!", ";"):
        return True
    if mark != "." or at == 0 or at + 1 >= len(words):
        return False
    return words.end[at - 1] - words.start[at - 1] > 3 and words.text(at + 1, at + 2)[:1].isupper()


def _is_phrase(words: Words, first: int, last: int) -> bool:
    """Whether several words can be one phrase: none begins with a bare pronoun that nothing is joined to ("we came"), none
    ends with one ("and their")."""
    if last - first == 1:
        return True
    begins, ends = words.text(first, first + 1).casefold(), words.text(last - 1, last).casefold()
    if ends in _POSSESSIVES or ends in _SUBJECTS - {"i"}:
        return False
    return begins not in _SUBJECTS or words.text(first + 1, first + 2) in ("and", "or")


def _runs_together(words: Words, first: int, last: int, taken: list[Found]) -> bool:
    """Whether a span begins with one mention and ends with another, both surer, that nothing joins."""
    left = [t.last for t in taken if t.first == first and t.last < last]
    right = [t.first for t in taken if t.last == last and t.first > first]
    if not left or not right or max(left) > min(right):
        return False
    between = words.text(max(left), min(right)).split() if max(left) < min(right) else []
    return not any(w in _JOINERS for w in between)


def span_scores(heads: dict[str, np.ndarray]) -> np.ndarray:
    """(words, words): how surely a mention begins at the one and ends with the other; 0 is even."""
    begin, end = heads["begin"], heads["end"]
    return begin[:, :SPAN] @ end[:, :SPAN].T / math.sqrt(SPAN) + begin[:, SPAN:] + end[:, SPAN:].T


def _cross(a: int, b: int, c: int, d: int) -> bool:
    """Whether two spans share words and neither holds the other."""
    return (a < c < b < d) or (c < a < d < b)
