"""`rapporteur knowledge`: tables of one's own: dictionaries in, faults out."""

from __future__ import annotations

from pathlib import Path

import click

from rapporteur.cli.account import ALL_READ, NOTHING_READ, SOME_REJECTED


@click.group("knowledge")
def command() -> None:
    """Import dictionaries of the field into a folder of your own, and check such a folder."""


@command.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE...")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="The folder; it is made where there is none.")
def import_(files: tuple[Path, ...], output: Path) -> int:
    """Read .actors and .agents FILEs of TABARI and PETRARCH and write actors.tsv and roles.tsv.

    Every line is read or named with its reason; an entry with a code that cannot be read is left out whole.
    """
    from rapporteur.knowledge.dictionaries import read_dictionary
    from rapporteur.knowledge.folder import write_folder

    found = [read_dictionary(path.read_bytes(), path.name) for path in files]
    for d in found:
        for fault in (*d.faults, *d.remarks):
            click.echo(f"rapporteur knowledge: {fault}", err=True)
    if not any(d.entries or d.roles for d in found):
        raise click.ClickException("nothing could be read; nothing is written")
    actors, roles = write_folder(found, output)
    lines, named = sum(d.lines for d in found), sum(len(d.faults) for d in found)
    click.echo(f"rapporteur knowledge: {lines:,} lines, {named:,} of them not read and named; {actors:,} codes and {roles:,} roles in {output}", err=True)
    return SOME_REJECTED if named else ALL_READ


@command.command("check")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR")
def check(folder: Path) -> int:
    """Name every fault of a folder of your own, with file and line."""
    from rapporteur.knowledge.folder import faults_in

    faults = faults_in(folder)
    for fault in faults:
        click.echo(fault, err=True)
    click.echo(f"rapporteur knowledge: {len(faults)} faults" if faults else "rapporteur knowledge: no fault", err=True)
    return NOTHING_READ if faults else ALL_READ
