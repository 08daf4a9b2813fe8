"""What comes in: standard input, and the sources file by file, so that each outcome can be told by its place."""

from __future__ import annotations

import io
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from rapporteur.record import Article, Record, Rejected


def standard_input() -> BinaryIO:
    """The bytes of standard input; none where the program was started with it closed."""
    return io.BytesIO() if sys.stdin is None else sys.stdin.buffer


class Arrivals:
    """What the sources give, in order; remembers from which file each came until its outcome is there.

    The reader knows articles by their ids alone, and an id does not lead a person to a file.
    """

    def __init__(self, sources: Iterable[str], *, date: str | None) -> None:
        self._sources = sources
        self._date = date
        self._under_way: deque[tuple[str, Article | Rejected]] = deque()

    def __iter__(self) -> Iterator[Article | Rejected]:
        from rapporteur.intake import read_sources

        for file in _file_by_file(self._sources):
            if isinstance(file, Rejected):
                self._under_way.append((file.source, file))
                yield file
                continue
            for arrival in read_sources([file], stdin=standard_input(), date=self._date):
                self._under_way.append((file, arrival))
                yield arrival

    def named(self, outcomes: Iterable[Record | Rejected]) -> Iterator[Record | Rejected]:
        """The outcomes, one for each arrival in the same order; a rejection by the reader names its file too."""
        for outcome in outcomes:
            file, arrival = self._under_way.popleft()
            if isinstance(outcome, Rejected) and isinstance(arrival, Article) and outcome.source != file:
                outcome = Rejected(f"{file}#{outcome.source}", outcome.reason, outcome.detail)
            yield outcome


def _file_by_file(sources: Iterable[str]) -> Iterator[str | Rejected]:
    """Each source, and instead of a folder the files below it as intake orders them; one without any stays itself."""
    from rapporteur.intake import files_below

    for source in sources:
        yield from (files_below(source) if os.path.isdir(source) else []) or [source]
