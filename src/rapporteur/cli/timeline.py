"""`rapporteur timeline`: what happened, day by day, and who vouches for it."""

from __future__ import annotations

from typing import Any

from rapporteur.cli.asking import question


@question("timeline", events=True)
def command(archive: Any, filters: Any) -> Any:
    """What happened, day by day, and who vouches for it.

    ARCHIVE is a folder made by `rapporteur read --archive`. Claims are marked in the column `status`.
    """
    from rapporteur.analysis.questions import timeline

    return timeline(archive, filters)
