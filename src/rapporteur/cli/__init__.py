"""The command line: one thin module per verb, loaded when the verb is called."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from rapporteur._version import __version__

# The help of the group must not load the verbs, some of which load the model's runtime.
VERBS = {
    "read": "Read articles and write the record: who said what.",
    "extract": "Take the article out of raw pages; read nothing in it.",
    "actor": "Say who a phrase means on a day: name, country, sector, code, role.",
    "knowledge": "Import dictionaries of the field, and check tables of your own.",
    "quotes": "Who said what about what, when; an archive's statements.",
    "timeline": "What happened, day by day, in an archive.",
    "series": "Events between pairs of actors by day, week or month.",
    "network": "Who acts on whom, or agrees with whom, as edges.",
    "positions": "Who stands where: actors by issues.",
    "disputes": "What is disputed, and who holds which account.",
    "calendar": "What is planned, by day.",
    "verify": "Find any changed or missing byte of an archive.",
    "info": "Say what reads here: versions, hashes, layers, limits.",
    "eval": "Print the figures of a data set, each with its counts.",
}

USAGE_ERROR, INTERRUPTED = 1, 130


class Verbs(click.Group):
    """A group whose commands are modules of this package, and whose errors are one line each."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        return import_module(f"rapporteur.cli.{name}").command if name in VERBS else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def main(self, *args: Any, **extra: Any) -> None:
        """Run the verb and exit with the status that it returns."""
        try:
            status = super().main(*args, **{**extra, "standalone_mode": False})
        except click.ClickException as error:
            status = USAGE_ERROR
            click.echo(_one_line(error), err=True)
        except click.Abort:
            status = INTERRUPTED
            click.echo("rapporteur: interrupted", err=True)
        sys.exit(status or 0)


def _one_line(error: click.ClickException) -> str:
    ctx = getattr(error, "ctx", None)
    command = ctx.command_path if ctx is not None else "rapporteur"
    remedy = f" Try: {command} --help" if isinstance(error, click.UsageError) else ""
    return f"{command}: {' '.join(error.format_message().split())}{remedy}"


@click.group(cls=Verbs, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rapporteur", message="%(prog)s %(version)s")
def cli() -> None:
    """Read news about conflict and diplomacy and write the record.

    Every line of the record points at the exact words that it was read from.
    """


def main() -> None:
    """The console script."""
    cli(prog_name="rapporteur")
