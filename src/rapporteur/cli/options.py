"""Arguments and options that several verbs take."""

from __future__ import annotations

import datetime
import os

import click


def day_of(value: str | None) -> str | None:
    """An ISO day as it is written, None where it is none."""
    try:
        return datetime.date.fromisoformat(value).isoformat() if value else None
    except (ValueError, TypeError):
        return None


class Day(click.ParamType):
    """A day, written as in 2031-03-04."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return day_of(value) or self.fail(f"{value!r} is no day; write it as 2031-03-04.", param, ctx)


sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
output = click.option("-o", "--output", default="-", metavar="PATH", help="Write there instead of to the screen; the file appears when it is whole.")
date = click.option("--date", type=Day(), metavar="DAY", help="Day of publication; it stands over what the input says.")


def _use(ctx: click.Context, param: click.Parameter, folders: tuple[str, ...]) -> None:
    """Name the folders in the environment, which the processes that read inherit."""
    if folders:
        from rapporteur.knowledge.tables import VARIABLE

        os.environ[VARIABLE] = os.pathsep.join(folders)


knowledge = click.option(
    "--knowledge", multiple=True, metavar="DIR", expose_value=False, callback=_use, type=click.Path(exists=True, file_okay=False),
    help="A folder with tables of your own; their rows come first. May be given several times.",
)


def format(*names: str) -> click.Option:
    """The option `--format`; the first name is the default."""
    return click.option("--format", "format", type=click.Choice(names), default=names[0], show_default=True, help="What to write.")
