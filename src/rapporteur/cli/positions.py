"""`rapporteur positions`: who stands where: for, against or conditionally for what."""

from __future__ import annotations

from typing import Any

from rapporteur.cli.asking import question


@question("positions")
def command(archive: Any, filters: Any) -> Any:
    """Who stands where: for, against or conditionally for what.

    ARCHIVE is a folder made by `rapporteur read --archive`.
    """
    from rapporteur.analysis.questions import positions

    return positions(archive, filters)
