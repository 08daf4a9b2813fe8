"""Publication dates of web pages, beside htmldate in the same run.

Figure: accuracy of the day over all pages; no answer is right where the page has no day (`date` is null or not a number).
The day is asked of every page, as htmldate is; the last figure is that of the articles alone, since a page that is no
article (a video, a gallery) is rejected and gives no record.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from rapporteur.evaluation.figures import Figure, require, sha256_of_files
from rapporteur.intake import read_html
from rapporteur.intake.html import page_day
from rapporteur.record import Article


def _htmldate(html: bytes, url: str) -> str | None:
    import htmldate

    found: str | None = htmldate.find_date(html, url=url, original_date=True)
    return found


def evaluate(path: Path) -> tuple[list[Figure], str]:
    """The figures on a folder with dates.jsonl and html/, and the hash of the data."""
    truth = require(path / "dates.jsonl")
    rows = [json.loads(line) for line in truth.read_text("utf-8").splitlines()]
    files = [path / row["html"] for row in rows]
    ours = theirs = articles = in_articles = 0
    for row, file in zip(rows, files, strict=True):
        html, url = gzip.decompress(file.read_bytes()), row["url"]
        day = row["date"] if isinstance(row["date"], str) else None
        ours += (page_day(html, url=url) or "")[:10] == (day or "")
        theirs += (_htmldate(html, url) or "") == (day or "")
        found = read_html(html, url=url)
        if isinstance(found, Article):
            articles += 1
            in_articles += (found.published or "")[:10] == (day or "")
    figures = [
        Figure("publication day", ours, len(rows)),
        Figure("publication day, htmldate", theirs, len(rows)),
        Figure("publication day, pages with an article", in_articles, articles),
    ]
    return figures, sha256_of_files([truth, *files])
