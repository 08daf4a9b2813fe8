"""`rapporteur calendar`: what is planned, by day."""

from __future__ import annotations

from typing import Any

from rapporteur.cli.asking import question


@question("calendar")
def command(archive: Any, filters: Any) -> Any:
    """What is planned, by day.

    ARCHIVE is a folder made by `rapporteur read --archive`.
    """
    from rapporteur.analysis.questions import calendar

    return calendar(archive, filters)
