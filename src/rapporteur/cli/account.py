"""The account of a run: what was read, what was rejected and why, and the exit status that follows."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

import click

from rapporteur.exchange.telling import visible
from rapporteur.record import Rejected

ALL_READ, NOTHING_READ, SOME_REJECTED = 0, 1, 3

# A shorter run is over before a counter is of use.
_QUIET_S = 2.0


class Account:
    """Counts what passes, names each rejection on stderr at once, and shows a counter on long runs.

    The counter is for people: it shows only where stderr is a terminal and the output itself goes elsewhere.
    """

    def __init__(self, verb: str, *, counter: bool) -> None:
        self.read = 0
        self.rejected = 0
        self._verb = verb
        self._counter = counter and sys.stderr.isatty()
        self._started = time.monotonic()
        self._status: Any = None

    def watch(self, outcomes: Iterable[Any]) -> Iterator[Any]:
        """`outcomes`, unchanged and in order."""
        try:
            for outcome in outcomes:
                if isinstance(outcome, Rejected):
                    self.rejected += 1
                    self._say(f"rapporteur {self._verb}: {' '.join(visible(str(outcome)).split())}")
                else:
                    self.read += 1
                self._count()
                yield outcome
        finally:
            if self._status is not None:
                self._status.stop()

    def close(self) -> int:
        """The exit status of the run, after a line on stderr where not all was read."""
        if self.rejected:
            click.echo(f"rapporteur {self._verb}: {self.read:,} read, {self.rejected:,} rejected", err=True)
        elif not self.read:
            click.echo(f"rapporteur {self._verb}: no article in what was given", err=True)
        if not self.read:
            return NOTHING_READ
        return SOME_REJECTED if self.rejected else ALL_READ

    def _count(self) -> None:
        elapsed_s = time.monotonic() - self._started
        if not self._counter or elapsed_s < _QUIET_S:
            return
        if self._status is None:
            from rich.console import Console

            self._status = Console(stderr=True).status("")
            self._status.start()
        done = self.read + self.rejected
        self._status.update(f"{self.read:,} read, {self.rejected:,} rejected, {done / elapsed_s:.1f} a second")

    def _say(self, line: str) -> None:
        if self._status is None:
            click.echo(line, err=True)
        else:
            self._status.console.print(line, markup=False, highlight=False, soft_wrap=True)
