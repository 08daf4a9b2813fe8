"""The article of an HTML page: which of its blocks are its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from rapporteur.intake.dom import Block
from rapporteur.intake.verdict import is_running

# Parts of a page in which no paragraph of its article stands, and those in which few do.
_NO_TEXT = frozenset(["named-comments", "named-caption", "in-figure", "in-figcaption", "hidden", "named-ad"])
_OTHER_PARTS = _NO_TEXT | {"named-related", "named-sharing", "named-picture", "named-about", "in-aside", "in-nav", "in-footer", "in-form"}
_WIDE = 0.5  # of the article's text: a part that holds so much of it is no part beside it, whatever its name
_LONG_CHARS = 60
_LOST_BLOCKS = 5  # running text that one extractor lost: a teaser list has its headings between
_MUCH_MORE = 2  # times the text: what a list or a heading more or less does not make up

_WORD = re.compile(r"\w+")
_COVERED = 0.5
_LOOK_CHARS = 4_000
_CANDIDATE_CHARS = 1_000_000
_EMPTY_GRAMS: frozenset[tuple[str, ...]] = frozenset()


class Candidate:
    """A text that an extractor took for the article."""

    def __init__(self, text: str) -> None:
        words = _WORD.findall(text[:_CANDIDATE_CHARS])
        self._grams = frozenset(zip(words, words[1:], words[2:], words[3:], strict=False)) if len(words) > 3 else _EMPTY_GRAMS
        self._lines = frozenset(line.strip(" -•*") for line in text.split("\n"))

    def holds(self, text: str) -> bool:
        """At least half of a block's words stand in it in the same order."""
        words = _WORD.findall(text[:_LOOK_CHARS])
        if len(words) < 4:
            return bool(words) and text.strip() in self._lines
        grams = list(zip(words, words[1:], words[2:], words[3:], strict=False))
        return sum(g in self._grams for g in grams) > _COVERED * len(grams)


def bodies_of(blocks: Sequence[Block], root: Any, text: str, url: str | None, linked: Sequence[str] = ()) -> list[list[str]]:
    """What may be the paragraphs of the article, the likeliest first. `text` is the page that `root` was parsed from and
    `blocks` are in; `linked` are the paragraphs that the page's linked data carry.

    The second is trafilatura's alone, the third that of the linked data: the whole article of a page that a script builds.
    """
    by_rules = _held(blocks, Candidate(_by_trafilatura(root, url)))
    by_shape = _held(blocks, Candidate(_by_resiliparse(text)))
    chosen = agreed(blocks, by_rules, by_shape)
    shown = [[b.text for b, keep in zip(blocks, kept, strict=True) if keep] for kept in (chosen, by_rules)]
    return [completed(shown[0], linked), shown[1], list(linked)]


def completed(shown: list[str], linked: Sequence[str]) -> list[str]:
    """The paragraphs of the linked data where those shown are but the beginning of them, else those shown."""
    candidate = Candidate("\n".join(linked))
    held = sum(len(p) for p in shown if candidate.holds(p))
    is_part = _chars(linked) > _MUCH_MORE * _chars(shown) and held > _COVERED * _chars(shown)
    return list(linked) if is_part else shown


def _chars(paragraphs: Sequence[str]) -> int:
    return sum(map(len, paragraphs))


def agreed(blocks: Sequence[Block], by_rules: Sequence[bool], by_shape: Sequence[bool]) -> list[bool]:
    """For each block: is it part of the article, by two extractors that err differently.

    What both keep is, but for captions, comments and links to other pages. One of them can lose the article or its end: a
    long stretch of running text that only the one by shape has is part of it too. Between the first and the last block so
    far, either one's word is enough for running text that stands in no part of the page that is named for something else.
    """
    both = [a and b for a, b in zip(by_rules, by_shape, strict=True)]
    parts = _parts(blocks, both)
    kept = [keep and not part & _NO_TEXT and not _is_pointer(block) for block, part, keep in zip(blocks, parts, both, strict=True)]
    lost = [b and not a and _is_long(block) and not part & _NO_TEXT for block, part, a, b in zip(blocks, parts, by_rules, by_shape, strict=True)]
    for first, last in _stretches(lost):
        if last - first >= _LOST_BLOCKS:
            kept[first:last] = [True] * (last - first)
    if not any(kept):
        return list(by_rules if any(by_rules) else by_shape)
    inside = [i for i, keep in enumerate(kept) if keep]
    return [
        keep or (inside[0] < i < inside[-1] and (by_rules[i] or by_shape[i]) and is_running(block.text) and not part & _OTHER_PARTS)
        for i, (block, part, keep) in enumerate(zip(blocks, parts, kept, strict=True))
    ]


def _parts(blocks: Sequence[Block], kept: Sequence[bool]) -> list[frozenset[str]]:
    """What each block stands in that the bulk of the article does not: pages name their main part as they like."""
    inside: Counter[str] = Counter()
    total = 0
    for block, keep in zip(blocks, kept, strict=True):
        if keep:
            total += len(block.text)
            inside.update(dict.fromkeys(block.marks, len(block.text)))
    wide = frozenset(mark for mark, chars in inside.items() if chars > _WIDE * total)
    return [block.marks - wide for block in blocks]


def _is_pointer(block: Block) -> bool:
    """The headline of another article, linked."""
    return "link" in block.marks and "heading" not in block.marks and not is_running(block.text)


def _is_long(block: Block) -> bool:
    return len(block.text) > _LONG_CHARS and is_running(block.text)


def _stretches(values: Sequence[bool]) -> list[tuple[int, int]]:
    """First and last (exclusive) of each run of true values."""
    edges = [i for i, (before, value) in enumerate(pairwise([False, *values, False])) if before != value]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _held(blocks: Sequence[Block], candidate: Candidate) -> list[bool]:
    return [candidate.holds(block.text) for block in blocks]


def _by_trafilatura(root: Any, url: str | None) -> str:
    import trafilatura

    return trafilatura.extract(root, url=url, fast=True, include_comments=False) or ""


def _by_resiliparse(text: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(text, main_content=True, list_bullets=False, alt_texts=False)
