"""`rapporteur extract`: sources in, clean articles out; nothing is read in them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable

import click

from rapporteur.cli import options
from rapporteur.cli.account import ALL_READ, Account
from rapporteur.cli.input import standard_input
from rapporteur.cli.output import deliver, is_terminal
from rapporteur.record import Article, Rejected

Outcomes = Iterable[Article | Rejected]


def _jsonl(outcomes: Outcomes) -> Generator[bytes, None, None]:
    import msgspec

    for article in outcomes:
        if isinstance(article, Article):
            yield msgspec.json.encode(article) + b"\n"


def _text(outcomes: Outcomes) -> Generator[bytes, None, None]:
    from rapporteur.exchange.telling import published, visible

    between = ""
    for article in outcomes:
        if isinstance(article, Article):
            about = [article.outlet, published(article), article.url]
            head = [article.title, " · ".join(fact for fact in about if fact)]
            yield visible(between + "\n".join([line for line in head if line] + ["", article.text]) + "\n").encode()
            between = "\n\n"


_FORMATS: dict[str, Callable[[Outcomes], Generator[bytes, None, None]]] = {"text": _text, "jsonl": _jsonl}


@click.command("extract")
@options.sources
@options.format(*_FORMATS)
@options.output
@options.date
def command(sources: tuple[str, ...], format: str, output: str, date: str | None) -> int:
    """Take the article out of raw pages: its text, title, date and outlet; read nothing in it.

    SOURCE is as for `rapporteur read`. With jsonl each line is the `article` object of the record.
    """
    from rapporteur.intake import read_sources

    account = Account("extract", counter=not is_terminal(output))
    outcomes = account.watch(read_sources(sources, stdin=standard_input(), date=date))
    whole = deliver(_FORMATS[format](outcomes), output)
    return account.close() if whole else ALL_READ
