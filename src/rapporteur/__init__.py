"""Rapporteur reads news about conflict and diplomacy and writes the record."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from rapporteur._version import __version__

if TYPE_CHECKING:
    from rapporteur.reading import Reader
    from rapporteur.record import Record, Rejected

__all__ = ["Reader", "RejectedError", "__version__", "actor", "open_archive", "read"]


class RejectedError(Exception):
    """A source gave no record; `rejected` says which one and why."""

    def __init__(self, rejected: Rejected) -> None:
        super().__init__(str(rejected))
        self.rejected = rejected


def read(source: str | os.PathLike[str], *, date: str | None = None) -> Record:
    """The record of the one article that `source` gives: a file, a web address, or '-' for standard input.

    Loads the model each time; `Reader().read_many` reads many articles with one. Raises RejectedError
    where the source is rejected, and ValueError where it gives several articles.
    """
    from rapporteur.intake import read_sources
    from rapporteur.reading import Reader
    from rapporteur.record import Rejected

    arrivals = list(read_sources([os.fspath(source)], date=date))
    if len(arrivals) > 1:
        raise ValueError(f"{source} gives {len(arrivals)} articles; read them with Reader().read_many")
    outcomes = arrivals if not arrivals or isinstance(arrivals[0], Rejected) else list(Reader().read_many(arrivals))
    outcome = outcomes[0] if outcomes else Rejected(str(source), "empty", "no article in it")
    if isinstance(outcome, Rejected):
        raise RejectedError(outcome)
    return outcome


def actor(phrase: str, on: str | None = None) -> dict[str, Any]:
    """Who a phrase means on a day ("2013-05-10"; without one, the last day that the tables know).

    Keys: phrase, on, name, kind, country, sector, code, role, entity, wikidata, clear, candidates; see docs/knowledge.md.
    All but phrase, on and clear are None where it means nobody; where it means several alike, `clear` is False.
    """
    from rapporteur.reading.identity import tell

    return tell(phrase, on)


def __getattr__(name: str) -> Any:
    # The reader loads the model's runtime, which `import rapporteur` must not wait for.
    if name == "Reader":
        from rapporteur.reading import Reader

        return Reader
    if name == "open_archive":
        from rapporteur.archive import open_archive

        return open_archive
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
