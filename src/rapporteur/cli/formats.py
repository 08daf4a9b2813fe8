"""What `read` can write: each format turns the stream of outcomes into bytes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import NamedTuple

from rapporteur.record import Record, Rejected

Outcomes = Iterable[Record | Rejected]


class Page(NamedTuple):
    """What the output is written on: columns, colour, and whether a spreadsheet will open it."""

    width: int = 80
    colour: bool = False
    excel_safe: bool = False


def _records(outcomes: Outcomes) -> Iterator[Record]:
    return (outcome for outcome in outcomes if isinstance(outcome, Record))


def _text(outcomes: Outcomes, page: Page) -> Generator[bytes, None, None]:
    from rapporteur.exchange.text import to_text

    for chunk in to_text(_records(outcomes), width=page.width, colour=page.colour):
        yield chunk.encode()


def _jsonl(outcomes: Outcomes, page: Page) -> Generator[bytes, None, None]:
    from rapporteur.record import to_json

    for record in _records(outcomes):
        yield to_json(record) + b"\n"


def _json(outcomes: Outcomes, page: Page) -> Generator[bytes, None, None]:
    import msgspec

    from rapporteur.record import to_json

    before = b"[\n"
    for record in _records(outcomes):
        yield before + msgspec.json.format(to_json(record), indent=2)
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def _csv(outcomes: Outcomes, page: Page) -> Generator[bytes, None, None]:
    from rapporteur.exchange.csv import to_csv

    for line in to_csv(_records(outcomes), excel_safe=page.excel_safe):
        yield line.encode()


def _html(outcomes: Outcomes, page: Page) -> Generator[bytes, None, None]:
    from rapporteur.exchange.html import to_html

    for chunk in to_html(outcomes):
        yield chunk.encode()


FORMATS: dict[str, Callable[[Outcomes, Page], Generator[bytes, None, None]]] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "html": _html,
}
