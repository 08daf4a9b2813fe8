"""An archive as its users hold it: add records, ask in SQL, verify, compact."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from rapporteur.archive import manifest, parts
from rapporteur.archive.columns import TABLES
from rapporteur.archive.manifest import ArchiveError
from rapporteur.archive.rows import Row, article_key, generation_of, rows_of
from rapporteur.archive.views import define_views
from rapporteur.record import Record, Rejected, from_json

TOGETHER = 16  # articles of one part at most: what a run that dies has read and not kept is fewer
SMALL, MANY_SMALL = 4096, 64  # articles of a part that may be merged, and how many such parts are


def open_archive(path: str | os.PathLike[str], *, create: bool = False) -> Archive:
    """The archive in a folder. Raises ArchiveError where there is none, unless it is to be begun."""
    folder = Path(path)
    if create:
        manifest.create(folder)
    return Archive(folder)


class Archive:
    """Records in a folder. It may be read while others write; what was added after it was opened is seen after `refresh`."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._connection: duckdb.DuckDBPyConnection | None = None
        self.refresh()

    def refresh(self) -> None:
        """See what has been added since."""
        self.parts = manifest.parts_of(self.folder)
        self.close()

    def close(self) -> None:
        """Let go of the connection; the next question opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """How many articles it holds, each counted once."""
        return len({key for p in self.parts for key in p.articles})

    def add(self, outcomes: Iterable[Record | Rejected]) -> Iterator[Record | Rejected]:
        """Keep records and give them on as they are safe. What is there already, read by the same, is not added again; rejections pass
        through."""
        with duckdb.connect() as writer:
            waiting = iter(outcomes)
            while several := list(islice(waiting, TOGETHER)):
                self._add([o for o in several if isinstance(o, Record)], writer)
                yield from several
        self._tidy()
        self.refresh()

    def _add(self, records: list[Record], writer: duckdb.DuckDBPyConnection) -> None:
        with manifest.locked(self.folder):
            held = {(key, p.generation) for p in manifest.parts_of(self.folder) for key in p.articles}
            fresh: dict[str, dict[str, dict[str, list[Row]]]] = {}
            for r in records:
                key, generation = article_key(r.article), generation_of(r)
                if (key, generation) not in held:
                    fresh.setdefault(generation, {})[key] = rows_of(r)
            for generation, made in fresh.items():
                rows = {table: [row for one in made.values() for row in one[table]] for table in TABLES}
                manifest.append(self.folder, parts.write_part(self.folder, generation, rows, writer))

    def _tidy(self) -> None:
        """Merge small parts when they have become many, and remove what an earlier merging replaced."""
        with manifest.locked(self.folder):
            now = manifest.parts_of(self.folder)
            for generation in dict.fromkeys(p.generation for p in now):
                small = [p for p in now if p.generation == generation and len(p.articles) < SMALL]
                if len(small) > MANY_SMALL:
                    parts.remove_parts(self.folder, manifest.replaced_in(self.folder))
                    with duckdb.connect() as writer:
                        manifest.append(self.folder, parts.merge_parts(self.folder, small, writer))

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """A DuckDB connection with the archive's tables as views."""
        if self._connection is None:
            self._connection = duckdb.connect()
            define_views(self._connection, self.folder, self.parts)
        return self._connection

    def sql(self, query: str, parameters: list[Any] | dict[str, Any] | None = None) -> duckdb.DuckDBPyRelation | duckdb.DuckDBPyConnection:
        """The answer to a question in SQL; `.df()`, `.pl()`, `.arrow()` and `.fetchall()` give it as one likes. Tables: docs/archive.md."""
        return self.connection.execute(query, parameters or [])

    def records(self) -> Iterator[Record]:
        """All records, each article as it was read last, in the order of day and key."""
        cursor = self.connection.cursor().execute("SELECT record FROM articles ORDER BY day NULLS FIRST, article")
        while rows := cursor.fetchmany(256):
            for (line,) in rows:
                yield from_json(line.encode("utf-8", "surrogatepass"))

    def verify(self) -> list[str]:
        """Each file that is missing or has changed, one line each; an empty list for a sound archive."""
        return [fault for p in manifest.parts_of(self.folder) for fault in parts.damaged(self.folder, p)]


__all__ = ["Archive", "ArchiveError", "open_archive"]
