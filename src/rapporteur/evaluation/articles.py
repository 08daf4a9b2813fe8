"""Articles: web pages with their body text, beside trafilatura (fast) in the same run.

Figure: 4-gram F1. Body text as multisets of word 4-grams (words are runs of word characters; a shorter text is one
gram); precision and recall a page, averaged over pages, F1 of the averages. A page that is rejected counts as empty.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from rapporteur.evaluation.figures import Figure, apart, require, sha256_of_files
from rapporteur.intake import read_html
from rapporteur.record import Article

_WORD = re.compile(r"\w+")


def grams(text: str) -> Counter[tuple[str, ...]]:
    """The multiset of word 4-grams of a text."""
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def precision_recall(given: str, gold: str) -> tuple[float, float]:
    """Shares of the given and of the gold 4-grams that are shared; 1 where both texts are empty."""
    p, g = grams(given), grams(gold)
    shared = (p & g).total()
    if not p and not g:
        return 1.0, 1.0
    return shared / p.total() if p else 0.0, shared / g.total() if g else 0.0


def _trafilatura(html: bytes, url: str) -> str:
    import trafilatura

    return trafilatura.extract(html, url=url, fast=True, include_comments=False) or ""


def _ours(html: bytes, url: str) -> str:
    found = read_html(html, url=url)
    return found.text if isinstance(found, Article) else ""


def mean_figure(name: str, pages: list[tuple[bytes, str, str]], extract: Callable[[bytes, str], str]) -> Figure:
    """The figure of an extractor over pages of (html, url, body)."""
    return mean_of(name, [precision_recall(extract(html, url), body) for html, url, body in pages])


def mean_of(name: str, scores: list[tuple[float, float]]) -> Figure:
    """F1 of the mean precision and the mean recall."""
    precision = sum(p for p, _ in scores) / len(scores)
    recall = sum(r for _, r in scores) / len(scores)
    return apart(name, precision, recall, f"means of {len(scores)} pages")


def evaluate(path: Path) -> tuple[list[Figure], str]:
    """The figures on a folder with ground_truth.jsonl and html/, and the hash of the data."""
    truth = require(path / "ground_truth.jsonl")
    rows = [json.loads(line) for line in truth.read_text("utf-8").splitlines()]
    files = [path / row["html"] for row in rows]
    pages = [(gzip.decompress(f.read_bytes()), row["url"], row["body"]) for f, row in zip(files, rows, strict=True)]
    figures = [mean_figure("body 4-grams", pages, _ours), mean_figure("body 4-grams, trafilatura fast", pages, _trafilatura)]
    return figures, sha256_of_files([truth, *files])
