"""What the verbs that ask an archive share: its folder, what the question is limited to, and how the answer is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from rapporteur.cli import options
from rapporteur.cli.output import deliver

FORMATS = ("text", "csv", "json", "jsonl", "parquet")


def question(name: str, *, events: bool = False) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a verb of a function (archive, filters, **own options) -> Table. `events` adds the options for claims and plans."""

    def make(answer: Callable[..., Any]) -> click.Command:
        @wraps(answer)
        def command(archive: str, actor: tuple[str, ...], since: str | None, until: str | None, least: float, format: str, output: str, excel_safe: bool, claims: bool = True, plans: bool = False, **own: Any) -> int:
            from rapporteur.analysis.table import Filters
            from rapporteur.archive import ArchiveError, open_archive
            from rapporteur.exchange.tables import WRITERS, as_csv

            if excel_safe and format != "csv":
                raise click.UsageError(f"--excel-safe is for --format csv, not for {format}.")
            try:
                with open_archive(archive) as opened:
                    table = answer(opened, Filters(actor, since, until, claims, plans, least), **own)
            except ArchiveError as fault:
                raise click.ClickException(str(fault)) from fault
            made = as_csv(table.columns, table.rows, excel_safe=True) if excel_safe else WRITERS[format](table.columns, table.rows)
            deliver((chunk for chunk in [made]), output)
            return 0

        decorators = [
            click.argument("archive", type=click.Path(exists=True, file_okay=False)),
            click.option("--actor", multiple=True, metavar="WHO", help="Only where this actor takes part: a name, a country, a CAMEO code, a key. May be given several times."),
            click.option("--since", type=options.Day(), metavar="DAY", help="Only from this day on."),
            click.option("--until", type=options.Day(), metavar="DAY", help="Only up to this day."),
            click.option("--least", type=click.FloatRange(0, 1), default=0.0, metavar="SHARE", help="Only lines of at least this confidence."),
            options.format(*FORMATS),
            options.output,
            click.option("--excel-safe", is_flag=True, help="In csv, put an apostrophe before cells that a spreadsheet would run as a formula."),
        ]
        if events:
            decorators += [
                click.option("--claims/--no-claims", default=True, show_default=True, help="Count what only somebody quoted says."),
                click.option("--plans/--no-plans", default=False, show_default=True, help="Count what is planned."),
            ]
        made: Any = command
        for decorate in reversed(decorators):
            made = decorate(made)
        return click.command(name)(made)

    return make
