"""Readings: real reports read by hand in the record's own format; the figures are those of `statements.py`, `actors.py`,
`events.py` and `stands.py`."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from rapporteur.evaluation.actors import actor_figures, seen_in
from rapporteur.evaluation.events import done_in, event_figures
from rapporteur.evaluation.figures import Figure, require, sha256_of_files
from rapporteur.evaluation.stands import stand_figures, stands_in
from rapporteur.evaluation.statements import figures, told_in
from rapporteur.intake import read_clean_text
from rapporteur.reading import Reader


def evaluate(path: Path, reader: Reader | None = None) -> tuple[list[Figure], str]:
    """The figures on the readings in a folder, and the hash of the data."""
    require(path / "articles.jsonl")
    reader = reader or Reader()
    files = sorted((path / "gold").glob("*.json"))
    rows = {r["id"]: r for r in map(json.loads, (path / "articles.jsonl").read_text("utf-8").splitlines())}
    told, seen, done, stood = [], [], [], []
    for file in files:
        row = rows[file.stem]
        article = read_clean_text(row["text"], id=row["id"], title=row.get("title"), date=row.get("date"), outlet=row.get("outlet"))
        gold, given = json.loads(file.read_text("utf-8")), msgspec.to_builtins(reader.read(article))
        told.append((told_in(gold), told_in(given)))
        seen.append((seen_in(gold), seen_in(given)))
        done.append((done_in(gold), done_in(given)))
        stood.append((stands_in(gold), stands_in(given)))
    return [*figures(told), *actor_figures(seen), *event_figures(done), *stand_figures(stood)], sha256_of_files([path / "articles.jsonl", *files])
