"""Publication dates of news pages, beside htmldate in the same run.

Figure: accuracy of the day over all pages; an unanswered or rejected page is wrong.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from rapporteur.evaluation.figures import Figure, require, sha256_of_files
from rapporteur.intake import read_html
from rapporteur.record import Article


def _ours(html: bytes, url: str) -> str | None:
    found = read_html(html, url=url)
    return (found.published or "")[:10] if isinstance(found, Article) else None


def _htmldate(html: bytes, url: str) -> str | None:
    import htmldate

    return htmldate.find_date(html, url=url, original_date=True)


def evaluate(path: Path) -> tuple[list[Figure], str]:
    """The figures on a folder with dates.jsonl and html/, and the hash of the data."""
    truth = require(path / "dates.jsonl")
    rows = [json.loads(line) for line in truth.read_text("utf-8").splitlines()]
    files = [path / row["html"] for row in rows]
    ours = theirs = 0
    for row, file in zip(rows, files, strict=True):
        html = gzip.decompress(file.read_bytes())
        ours += _ours(html, row["url"]) == row["date"]
        theirs += _htmldate(html, row["url"]) == row["date"]
    figures = [Figure("publication day", ours, len(rows)), Figure("publication day, htmldate", theirs, len(rows))]
    return figures, sha256_of_files([truth, *files])
