"""`rapporteur eval SET PATH`: how good the reading is, on data that stands elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import click

from rapporteur.evaluation.sets import SETS


@click.command("eval")
@click.argument("name", metavar="SET", type=click.Choice(sorted(SETS)))
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--floors", type=click.Path(path_type=Path, dir_okay=False), help="Fail where a figure falls under its floor in this file.")
@click.option("--update", is_flag=True, help="Raise the floors in the file to today's figures.")
def command(name: str, path: Path, floors: Path | None, update: bool) -> None:
    """Print the figures of a data SET that stands at PATH, each with its counts.

    The definitions stand in docs/evaluation.md.
    """
    if update and floors is None:
        raise click.UsageError("--update raises the floors of a file; name it with --floors.")
    from rapporteur.evaluation import sets
    from rapporteur.evaluation.figures import AbsentData

    try:
        figures, sha256 = sets.evaluate(name, path)
    except AbsentData as absent:
        raise click.ClickException(str(absent)) from absent
    for figure in figures:
        click.echo(str(figure))
    click.echo(f"data sha256 {sha256}")
    if floors is None:
        return
    if update:
        sets.raise_floors(floors, name, figures, sha256)
        return
    committed = json.loads(floors.read_text("utf-8")).get(name) if floors.exists() else None
    if committed is None or committed["sha256"] != sha256:
        raise click.ClickException(f"{floors} has no floors for this data; write them with --update")
    short = sets.shortfalls(figures, committed["floors"])
    if short:
        raise click.ClickException("; ".join(f"{s.figure} is {s.value:.4f}, under its floor {s.floor:.4f}" for s in short))
