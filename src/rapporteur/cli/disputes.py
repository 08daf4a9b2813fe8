"""`rapporteur disputes`: what is disputed, and who holds which account."""

from __future__ import annotations

from typing import Any

from rapporteur.cli.asking import question


@question("disputes")
def command(archive: Any, filters: Any) -> Any:
    """What is disputed, and who holds which account.

    ARCHIVE is a folder made by `rapporteur read --archive`.
    """
    from rapporteur.analysis.questions import disputes

    return disputes(archive, filters)
