"""News pages: title, day, authors and body text of pages of many English-language outlets, beside trafilatura in the same run.

`title`: equal after squeezing white space. `publication day`: equal by day. `authors`: the same set of names. `body 4-grams`:
as in `articles`. A page that is rejected has none of them right.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any, NamedTuple

from rapporteur.evaluation.articles import mean_of, precision_recall
from rapporteur.evaluation.figures import Figure, require, sha256_of_files
from rapporteur.intake import read_html
from rapporteur.record import Article

_GZIP = b"\x1f\x8b"


class Page(NamedTuple):
    """What a page says: its title, day, authors, body."""

    title: str
    day: str
    authors: frozenset[str]
    body: str


def _squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def gold_of(row: dict[str, Any]) -> Page:
    """What stands in a row of pages.jsonl."""
    body = "\n\n".join(text for _, text in row["body"])
    return Page(_squeezed(row["title"]), row["published"][:10], frozenset(map(_squeezed, row["authors"])), body)


def _ours(html: bytes, url: str) -> Page:
    found = read_html(html, url=url)
    if not isinstance(found, Article):
        return Page("", "", frozenset([""]), "")
    return Page(_squeezed(found.title), (found.published or "")[:10], frozenset(map(_squeezed, found.authors)), found.text)


def _trafilatura(html: bytes, url: str) -> Page:
    import trafilatura

    found = trafilatura.bare_extraction(html, url=url, fast=True, include_comments=False, with_metadata=True)
    if found is None:
        return Page("", "", frozenset([""]), "")
    authors = frozenset(_squeezed(name) for name in (found.author or "").split(";") if name.strip())
    return Page(_squeezed(found.title), (found.date or "")[:10], authors, found.text or "")


def _figures(suffix: str, gold: list[Page], given: list[Page]) -> list[Figure]:
    pairs = list(zip(gold, given, strict=True))
    return [
        Figure("title" + suffix, sum(g.title == p.title for g, p in pairs), len(pairs)),
        Figure("publication day" + suffix, sum(g.day == p.day for g, p in pairs), len(pairs)),
        Figure("authors" + suffix, sum(g.authors == p.authors for g, p in pairs), len(pairs)),
        mean_of("body 4-grams" + suffix, [precision_recall(p.body, g.body) for g, p in pairs]),
    ]


def evaluate(path: Path) -> tuple[list[Figure], str]:
    """The figures on a folder with pages.jsonl and html/, and the hash of the data."""
    truth = require(path / "pages.jsonl")
    rows = [json.loads(line) for line in truth.read_text("utf-8").splitlines()]
    files = [path / row["html"] for row in rows]
    pages = [gzip.decompress(data) if (data := f.read_bytes()).startswith(_GZIP) else data for f in files]
    gold = [gold_of(row) for row in rows]
    ours = [_ours(html, row["url"]) for html, row in zip(pages, rows, strict=True)]
    theirs = [_trafilatura(html, row["url"]) for html, row in zip(pages, rows, strict=True)]
    return _figures("", gold, ours) + _figures(", trafilatura fast", gold, theirs), sha256_of_files([truth, *files])
