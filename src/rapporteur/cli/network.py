"""`rapporteur network`: who acts on whom, or agrees with whom."""

from __future__ import annotations

from typing import Any

import click

from rapporteur.cli.asking import question


def _answer(archive: Any, filters: Any, kind: str) -> Any:
    """Who acts on whom, or agrees with whom, as edges.

    ARCHIVE is a folder made by `rapporteur read --archive`. By events edges have a direction; by
    positions their weight counts issues on which two take the same side (congruence), opposite
    sides (conflict), or the first minus the second (subtract).
    """
    from rapporteur.analysis.questions import network

    return network(archive, filters, kind)  # type: ignore[arg-type]


command = click.option("--kind", type=click.Choice(["events", "congruence", "conflict", "subtract"]), default="events", show_default=True, help="What joins two actors.")(question("network", events=True)(_answer))
