"""Readings: real reports read by hand in the record's own format; the figures are those of `statements.py`."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from rapporteur.evaluation.figures import Figure, require, sha256_of_files
from rapporteur.evaluation.statements import figures, told_in
from rapporteur.intake import read_clean_text
from rapporteur.reading import Reader


def evaluate(path: Path, reader: Reader | None = None) -> tuple[list[Figure], str]:
    """The figures on the readings in a folder, and the hash of the data."""
    require(path / "articles.jsonl")
    reader = reader or Reader()
    files = sorted((path / "gold").glob("*.json"))
    rows = {r["id"]: r for r in map(json.loads, (path / "articles.jsonl").read_text("utf-8").splitlines())}
    told = []
    for file in files:
        row = rows[file.stem]
        article = read_clean_text(row["text"], id=row["id"], title=row.get("title"), date=row.get("date"), outlet=row.get("outlet"))
        told.append((told_in(json.loads(file.read_text("utf-8"))), told_in(msgspec.to_builtins(reader.read(article)))))
    return figures(told), sha256_of_files([path / "articles.jsonl", *files])
