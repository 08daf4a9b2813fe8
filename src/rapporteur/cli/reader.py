"""The one reader of a process: loaded at the first article, kept for the rest."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import click

from rapporteur.record import Article, Record, Rejected

if TYPE_CHECKING:
    from rapporteur.reading import Reader


@cache
def the_reader() -> Reader:
    """The reader, its weights loaded and checked; absent or altered weights end the run."""
    from rapporteur.reading import Reader
    from rapporteur.reading.encoder import ModelError

    try:
        return Reader()
    except ModelError as fault:
        raise click.ClickException(f"{fault}. Install rapporteur again.") from fault


def read_one(article: Article) -> Record | Rejected:
    """The record of an article, or why there is none; a fault in reading one article does not end the run."""
    reader = the_reader()
    try:
        (outcome,) = reader.read_many([article])
    except Exception as fault:
        return Rejected(article.id, "error", f"{type(fault).__name__}: {fault}")
    return outcome
