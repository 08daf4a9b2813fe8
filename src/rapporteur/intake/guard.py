"""One page's share of time, and what its markup may cost before a parser sees it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from rapporteur.record import Rejected

T = TypeVar("T")


class TooSlow(BaseException):
    """The page's time is over. Not an Exception: libraries that swallow those must not swallow this."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TooSlow in the block after `seconds`.

    Works in the main thread of a system with interval timers; elsewhere the guards on size and shape
    stand alone. A timer that is set already is put back with what it has left.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def over(*_: Any) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, over)
    left, every = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if left:
            signal.setitimer(signal.ITIMER_REAL, left, every)


def guarded(source: str, seconds: float, work: Callable[[], T | Rejected]) -> T | Rejected:
    """The outcome of `work`, or a rejection where it takes too long or fails in a way that nobody foresaw."""
    try:
        with deadline(seconds):
            return work()
    except TooSlow:
        return Rejected(source, "too-slow", f"more than {seconds:g} s")
    except RecursionError:
        return Rejected(source, "error", "RecursionError: nested too deeply")
    except Exception as fault:
        return Rejected(source, "error", f"{type(fault).__name__}: {fault}"[:300])
