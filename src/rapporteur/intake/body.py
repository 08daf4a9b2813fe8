"""The article of an HTML page: which of its blocks are its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rapporteur.intake.blocks import Block
from rapporteur.intake.dom import page_blocks
from rapporteur.intake.judge import chances
from rapporteur.intake.linked_data import text_of
from rapporteur.intake.metadata import Facts

# What must be thought of a block that trafilatura takes, and of one that it leaves. Set on 91 pages of
# articles and 43 of news, five-fold: F1 of word 4-grams .967, trafilatura alone .954.
_KEEP_AT = 0.35
_ADD_AT = 0.65

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]{1,300}>")
_LEAST_LINKED_CHARS = 200
_COVERED = 0.5
_LOOK_CHARS = 4_000
_CANDIDATE_CHARS = 1_000_000
_EMPTY_GRAMS: frozenset[tuple[str, ...]] = frozenset()


class Candidate:
    """A text that somebody else took for the article: an extractor, or the page's own linked data."""

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


def bodies_of(root: Any, text: str, facts: Facts, url: str | None) -> list[list[str]]:
    """What may be the paragraphs of the article, the likeliest first. `text` is the page that `root` was parsed from.

    The second is trafilatura's: the judgement was learnt on English and its relatives, and is lost on others.
    """
    blocks = marked_blocks(root, text, facts, url)
    found = chances(blocks, "html")
    chosen = [b.text for b, p in zip(blocks, found, strict=True) if p > (_KEEP_AT if "traf1" in b.marks else _ADD_AT)]
    return [chosen, [b.text for b in blocks if "traf1" in b.marks]]


def marked_blocks(root: Any, text: str, facts: Facts, url: str | None) -> list[Block]:
    """The blocks of a page with what trafilatura, resiliparse and the page's linked data think of each."""
    blocks = page_blocks(root)
    texts = [b.text for b in blocks]
    first = _held(texts, Candidate(_by_trafilatura(root, url)))
    second = _held(texts, Candidate(_by_resiliparse(text)))
    stated = _stated_body(facts)
    third = _held(texts, Candidate(stated)) if stated else None
    marks = [(*a, *b) for a, b in zip(_around("traf", first), _around("res", second), strict=True)]
    return [
        Block(
            b.text,
            (*b.marks, *m, f"tr{int(first[i])}{int(second[i])}", *(() if third is None else (f"ld{int(third[i])}",))),
        )
        for i, (b, m) in enumerate(zip(blocks, marks, strict=True))
    ]


def _held(texts: Sequence[str], candidate: Candidate) -> list[bool]:
    return [candidate.holds(text) for text in texts]


def _around(name: str, held: Sequence[bool]) -> list[tuple[str, ...]]:
    """For each block: is it held, are its neighbours, and does it stand between blocks that are."""
    first = next((i for i, h in enumerate(held) if h), len(held))
    last = len(held) - 1 - next((i for i, h in enumerate(reversed(held)) if h), len(held))
    return [
        (
            f"{name}{int(h)}",
            f"{name}-before{int(held[i - 1]) if i else 0}",
            f"{name}-after{int(held[i + 1]) if i + 1 < len(held) else 0}",
            *((f"{name}-between",) if first < i < last else ()),
        )
        for i, h in enumerate(held)
    ]


def _by_trafilatura(root: Any, url: str | None) -> str:
    import trafilatura

    return trafilatura.extract(root, url=url, fast=True, include_comments=False) or ""


def _by_resiliparse(text: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(text, main_content=True, list_bullets=False, alt_texts=False)


def _stated_body(facts: Facts) -> str | None:
    stated = next((body for thing in facts.linked if (body := text_of(thing.get("articleBody")))), None)
    return _TAG.sub(" ", stated) if stated and len(stated) > _LEAST_LINKED_CHARS else None
