"""`rapporteur quotes`: who said what about what, when."""

from __future__ import annotations

from typing import Any

import click

from rapporteur.cli.asking import question


def _answer(archive: Any, filters: Any, about: str | None) -> Any:
    """Who said what about what, when.

    ARCHIVE is a folder made by `rapporteur read --archive`. --actor is who speaks.
    """
    from rapporteur.analysis.questions import quotes

    return quotes(archive, filters, about)


command = click.option("--about", metavar="WORDS", help="Only what holds all of these words.")(question("quotes")(_answer))
