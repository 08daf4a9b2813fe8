"""`rapporteur series`: events between pairs of actors over time."""

from __future__ import annotations

from typing import Any

import click

from rapporteur.cli.asking import question


def _answer(archive: Any, filters: Any, by: str, unit: str) -> Any:
    """Events between pairs of actors by day, week, month or year.

    ARCHIVE is a folder made by `rapporteur read --archive`. Counts, shares of the four quad classes,
    Goldstein's sum and mean.
    """
    from rapporteur.analysis.questions import series

    return series(archive, filters, unit, by)  # type: ignore[arg-type]


_unit = click.option("--unit", type=click.Choice(["day", "week", "month", "year"]), default="month", show_default=True, help="How long a period is.")
_by = click.option("--by", type=click.Choice(["actor", "country"]), default="actor", show_default=True, help="Join all who act for a country.")
command = _unit(_by(question("series", events=True)(_answer)))
