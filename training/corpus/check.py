"""Compiles every item of the corpus and names each fault: `python -m training.corpus.check [FILE...]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

from rapporteur.evaluation.compile import record_of
from rapporteur.evaluation.markup import Item, MarkupError, parse_item
from rapporteur.record import faults
from rapporteur.record.statement import Act

ITEMS = Path(__file__).parent / "items"
MIN_WORDS = 60


def load_items(paths: list[Path] | None = None) -> list[Item]:
    """All items in the order of their file names. Raises MarkupError at the first fault."""
    return [parse_item(p.read_text("utf-8"), path=p) for p in sorted(paths or ITEMS.glob("*.txt"))]


def main(arguments: list[str]) -> int:
    paths = [Path(a) for a in arguments] or sorted(ITEMS.glob("*.txt"))
    broken = words = statements = 0
    for path in paths:
        try:
            item = parse_item(path.read_text("utf-8"), path=path)
        except MarkupError as fault:
            print(fault)
            broken += 1
            continue
        problems = [f"unknown act {s.act}" for s in item.statements if s.act not in get_args(Act)] or faults(record_of(item))
        if len(item.text.split()) < MIN_WORDS:
            problems.append(f"{len(item.text.split())} words; an item has at least {MIN_WORDS}")
        for problem in problems:
            print(f"{path}: {problem}")
        broken += len(problems)
        words += len(item.text.split())
        statements += len(item.statements)
    print(f"{len(paths)} items, {words} words, {statements} statements, {broken} faults")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
