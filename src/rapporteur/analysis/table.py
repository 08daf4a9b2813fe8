"""A table as the answer to a question, and the filters that all questions know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rapporteur.archive import Archive
from rapporteur.archive.asking import whose


class Table(NamedTuple):
    """Names of the columns and the rows; cells are text, numbers, dates or None, lists are joined by "; "."""

    columns: list[str]
    rows: list[tuple[Any, ...]]


@dataclass
class Filters:
    """What a question is limited to: actors (phrases, see `archive.asking`), days (ISO, inclusive), and whether claims and plans count."""

    actors: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    claims: bool = True
    plans: bool = False
    least: float = 0.0
    _keys: dict[str, list[str]] = field(default_factory=dict, repr=False)

    def keys(self, archive: Archive) -> list[str]:
        """The linked actors that the phrases mean."""
        return sorted({key for phrase in self.actors for key in whose(archive, phrase)})

    def statuses(self) -> list[str]:
        """The statuses of events that count."""
        return ["happened", "ongoing", *(["claimed"] if self.claims else []), *(["planned"] if self.plans else [])]


def ask(archive: Archive, query: str, **parameters: Any) -> Table:
    """The answer to a query as a table."""
    used = {k: v for k, v in parameters.items() if f"${k}" in query}
    answer = archive.sql(query, used)
    columns = [d[0] for d in answer.description or []]
    return Table(columns, [tuple("; ".join(map(str, cell)) if isinstance(cell, list) else cell for cell in row) for row in answer.fetchall()])
