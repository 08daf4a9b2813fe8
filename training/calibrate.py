"""What the raw scores of statements and events are worth: `python -m training.calibrate --polnear DIR [--weights DIR]`.

Reads PolNeAR's dev part and the held-out items of the own corpus, notes for each statement its raw score and whether it
is right (content matched by Jaccard of at least .5, source sharing a character with the gold's or both absent), and
writes a rising step table (isotonic regression) into the settings of reader.json. In PolNeAR only outermost statements
of the text are judged. An event of an own item is right where one of its triggers is the gold's and the type is.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from rapporteur.evaluation import polnear
from rapporteur.evaluation.compile import article_of, record_of
from rapporteur.evaluation.corpus import is_held_out
from rapporteur.evaluation.figures import characters, jaccard, match
from rapporteur.evaluation.statements import TITLE_OFFSET
from rapporteur.intake import read_clean_text
from rapporteur.reading import Reader
from rapporteur.reading.encoder import PARAMETERS, WEIGHTS, Encoder
from rapporteur.record import Record, Span, Statement
from training.corpus.check import load_items
from training.export import write_parameters

STEPS = 12
FLOOR = 0.5  # Jaccard of contents that match


def _places(spans: list[Span]) -> set[int]:
    return characters((s.start + shift, s.end + shift) for s in spans for shift in [TITLE_OFFSET if s.field == "title" else 0])


def judged(given: list[Statement], gold: list[tuple[set[int], set[int]]]) -> Iterator[tuple[float, bool]]:
    """Raw score and rightness of each statement; gold statements as characters of (content, source)."""
    pairs = match([content for content, _ in gold], [_places(s.content) for s in given], jaccard, FLOOR)
    partner = {j: gold[i][1] for i, j in pairs}
    for j, statement in enumerate(given):
        source = _places(statement.source)
        yield statement.confidence, j in partner and bool(source & partner[j] or not (source or partner[j]))


def _outermost(record: Record) -> list[Statement]:
    return [s for s in record.statements if s.inside is None and all(x.field == "text" for x in (*s.cue, *s.content))]


def observations(reader: Reader, folder: Path) -> list[tuple[float, bool]]:
    """(raw score, right) of every judged statement."""
    out: list[tuple[float, bool]] = []
    for row in polnear.articles(polnear.data_file(folder)):
        record = reader.read(read_clean_text(row["text"], id=row["id"], title=row["title"], date=row["date"]))
        gold = [(characters(a.content), characters(a.source)) for a in polnear.gold_of(row)]
        out += judged(_outermost(record), gold)
    for item in load_items():
        if is_held_out(item.id):
            gold = [(_places(s.content), _places(s.source)) for s in record_of(item).statements]
            out += judged(reader.read(article_of(item)).statements, gold)
    return out


def event_observations(reader: Reader) -> list[tuple[float, bool]]:
    """(raw score, right) of every event of the held-out items whose events are all marked."""
    out = []
    for item in load_items():
        if is_held_out(item.id) and item.complete("events"):
            gold = {(e.type, place) for e in record_of(item).events for m in e.mentions for place in _places(m.trigger)}
            for e in reader.read(article_of(item)).events:
                out.append((e.confidence, any((e.type, place) in gold for m in e.mentions for place in _places(m.trigger))))
    return out


def step_table(seen: list[tuple[float, bool]]) -> dict[str, list[float]]:
    """Upper edges of raw score and the share right up to each, rising (pool adjacent violators over equal shares)."""
    groups = [[float(raw[-1]), float(right.sum()), float(len(right))] for raw, right in _shares(sorted(seen))]
    pooled: list[list[float]] = []
    for group in groups:
        pooled.append(group)
        while len(pooled) > 1 and pooled[-2][1] / pooled[-2][2] >= pooled[-1][1] / pooled[-1][2]:
            edge, right, n = pooled.pop()
            pooled[-1] = [edge, pooled[-1][1] + right, pooled[-1][2] + n]
    return {"raw": [round(g[0], 4) for g in pooled], "right": [round(g[1] / g[2], 2) for g in pooled]}


def _shares(seen: list[tuple[float, bool]]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    raw, right = (np.array(column) for column in zip(*seen, strict=True))
    for part in np.array_split(np.arange(len(seen)), STEPS):
        yield raw[part], right[part].astype(float)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    reader = Reader(Encoder(args.weights))
    for name in ("confidence", "event_confidence"):
        reader.settings.pop(name, None)
    file = args.weights / PARAMETERS
    parameters = json.loads(file.read_text("utf-8"))
    for name, seen in (("confidence", observations(reader, args.polnear)), ("event_confidence", event_observations(reader))):
        parameters["settings"][name] = step_table(seen)
        print(name, f"{len(seen)} read, {np.mean([right for _, right in seen]):.3f} right", parameters["settings"][name])
    write_parameters(file, parameters)


if __name__ == "__main__":
    main()
