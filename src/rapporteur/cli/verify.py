"""`rapporteur verify`: is every byte of an archive as it was written?"""

from __future__ import annotations

import click


@click.command("verify")
@click.argument("archive", type=click.Path(exists=True, file_okay=False))
def command(archive: str) -> int:
    """Find any changed or missing byte of an archive.

    Exit status: 0 sound, 1 no archive, 3 something is missing or has changed.
    """
    from rapporteur.archive import ArchiveError, open_archive

    try:
        with open_archive(archive) as opened:
            faults, count = opened.verify(), len(opened)
    except ArchiveError as fault:
        raise click.ClickException(str(fault)) from fault
    for fault in faults:
        click.echo(fault)
    click.echo(f"{count:,} articles, {len(faults)} faults")
    return 3 if faults else 0
