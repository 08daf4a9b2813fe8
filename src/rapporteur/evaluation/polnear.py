"""PolNeAR: attributions in political news (outermost only).

Figures, over all articles together; statements inside others and statements of the title are left out, as the set
does not mark them, and so is whatever stands wholly in a stretch that the annotators discarded:

* `source`, `cue`, `content`: F1 of exactly equal spans; every contiguous piece counts, a span that serves several
  attributions once;
* `attribution`: F1 of attributions whose content agrees (Jaccard of characters at least .5, one to one) and whose
  sources share a character or are both absent;
* `direct quotes`: share of the gold attributions whose every content piece is in double quotation marks that are
  found by the same matching of contents.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rapporteur.evaluation.figures import Figure, Span, characters, jaccard, match, require, sha256_of_files
from rapporteur.intake import read_clean_text
from rapporteur.reading import Reader
from rapporteur.record import Record

ROLES = ("source", "cue", "content")


class Attribution(NamedTuple):
    """Spans of one attribution by role."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]


def data_file(path: Path) -> Path:
    """The file to score: the path itself, or dev.jsonl of a folder."""
    return require(path / "dev.jsonl" if path.is_dir() else path)


def articles(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a set file, plain or gzip."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _trimmed(text: str, span: list[int]) -> Span:
    a, b = span
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    return a, b


def gold_of(row: dict[str, Any]) -> list[Attribution]:
    """The marked attributions, spans trimmed of white space."""
    return [Attribution(*([_trimmed(row["text"], s) for s in a[role]] for role in ROLES)) for a in row["attributions"]]


def given_by(record: Record, discard: set[int]) -> list[Attribution]:
    """The outermost statements of a record's text."""
    out = []
    for s in record.statements:
        spans = (*s.source, *s.cue, *s.content)
        if s.inside is not None or any(x.field == "title" for x in spans):
            continue
        if discard and all(i in discard for x in spans for i in range(x.start, x.end)):
            continue
        out.append(Attribution(*([(x.start, x.end) for x in part] for part in (s.source, s.cue, s.content))))
    return out


def is_direct(text: str, content: list[Span]) -> bool:
    """Whether every piece of a content opens and closes with double quotation marks."""
    return bool(content) and all(text[a] in '"“' and text[b - 1] in '"”' for a, b in content)


def sources_agree(a: Attribution, b: Attribution) -> bool:
    """Both without source, or with a character in common."""
    x, y = characters(a.source), characters(b.source)
    return (not x and not y) or bool(x & y)


def evaluate(path: Path, reader: Reader | None = None) -> tuple[list[Figure], str]:
    """The figures on a PolNeAR file, and the hash of the data."""
    file = data_file(path)
    reader = reader or Reader()
    spans = {role: [0, 0, 0] for role in ROLES}
    attributions, direct = [0, 0, 0], [0, 0]
    for row in articles(file):
        record = reader.read(read_clean_text(row["text"], id=row["id"], title=row["title"], date=row["date"]))
        gold, given = gold_of(row), given_by(record, characters(row["discard"]))
        for role, count in spans.items():
            g = {s for a in gold for s in getattr(a, role)}
            p = {s for a in given for s in getattr(a, role)}
            for i, n in enumerate((len(g & p), len(g), len(p))):
                count[i] += n
        contents = [characters(a.content) for a in given]
        wanted = [characters(a.content) for a in gold]
        pairs = match(wanted, contents, jaccard, 0.5)
        right = sum(sources_agree(gold[i], given[j]) for i, j in pairs)
        for i, n in enumerate((right, len(gold), len(given))):
            attributions[i] += n
        found = {i for i, _ in pairs}
        quotes = [i for i, a in enumerate(gold) if is_direct(row["text"], a.content)]
        direct[0] += sum(i in found for i in quotes)
        direct[1] += len(quotes)
    figures = [Figure(role, *count) for role, count in spans.items()]
    figures += [Figure("attribution", *attributions), Figure("direct quotes", *direct)]
    return figures, sha256_of_files([file])
