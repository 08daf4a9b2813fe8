"""`rapporteur read`: sources in, records out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from rapporteur.cli import options
from rapporteur.cli.account import ALL_READ, Account
from rapporteur.cli.formats import FORMATS, Page
from rapporteur.cli.input import Arrivals
from rapporteur.cli.output import deliver, is_terminal, wants_colour, width
from rapporteur.cli.reader import read_one
from rapporteur.cli.workers import in_order


@click.command("read")
@options.sources
@options.format(*FORMATS)
@options.knowledge
@options.output
@options.date
@click.option("--workers", type=click.IntRange(1, 512), default=1, show_default=True, metavar="N", help="Processes that read; the output is the same for any number.")
@click.option("--excel-safe", is_flag=True, help="In csv, put an apostrophe before cells that a spreadsheet would run as a formula.")
@click.option("--archive", metavar="DIR", help="Also keep the records in this archive, which is begun if it is not there.")
def command(sources: tuple[str, ...], format: str, output: str, date: str | None, workers: int, excel_safe: bool, archive: str | None) -> int:
    """Read articles and write the record: who said what, to whom, in which words.

    SOURCE is a file, a folder, a web address, a feed, a WARC, a JSONL file, or '-' for standard
    input; what it holds is found out from its bytes.

    Exit status: 0 all read, 1 usage error or nothing read, 3 some inputs rejected.
    """
    if excel_safe and format != "csv":
        raise click.UsageError(f"--excel-safe is for --format csv, not for {format}.")
    account = Account("read", counter=not is_terminal(output))
    page = Page(width(output), wants_colour(output), excel_safe)
    arrivals = Arrivals(sources, date=date)
    outcomes = account.watch(arrivals.named(in_order(read_one, arrivals, workers=workers)))
    if archive is not None:
        outcomes = _kept(archive, outcomes)
    whole = deliver(FORMATS[format](outcomes, page), output)
    return account.close() if whole else ALL_READ


def _kept(folder: str, outcomes: Iterator[Any]) -> Iterator[Any]:
    """The outcomes, unchanged, as their records are safe in the archive."""
    from rapporteur.archive import ArchiveError, open_archive

    try:
        with open_archive(folder, create=True) as opened:
            yield from opened.add(outcomes)
    except ArchiveError as fault:
        raise click.ClickException(str(fault)) from fault
