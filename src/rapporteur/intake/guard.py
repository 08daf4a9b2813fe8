"""One page's share of time, and what its markup may cost before a parser sees it."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from rapporteur.record import Rejected

T = TypeVar("T")

_AGAIN = 0.05  # seconds to the next look at the clock, and to the next try where the last was swallowed


class TooSlow(BaseException):
    """The page's time is over. Not an Exception: libraries that swallow those must not swallow this."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TooSlow in the block after `seconds` of this thread's processor time.

    Processor time, so that a page's fate is the same on a machine that is busy with other things. Works in
    the main thread of a system with interval timers; elsewhere the guards on size and shape stand alone.
    A timer that is set already is put back with what it has left.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    ends = time.thread_time() + seconds
    armed = True

    def over(*_: Any) -> None:
        if not armed:
            return
        left = ends - time.thread_time()
        # It comes again: what is raised inside a finaliser or a callback of the collector is lost.
        signal.setitimer(signal.ITIMER_REAL, max(left, _AGAIN))
        if left <= 0:
            raise TooSlow

    before = signal.signal(signal.SIGALRM, over)
    left, every = signal.setitimer(signal.ITIMER_REAL, max(seconds, _AGAIN))
    try:
        try:
            yield
        finally:
            armed = False
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
        return Rejected(source, "too-slow", f"more than {seconds:g} s of processor time")
    except RecursionError:
        return Rejected(source, "error", "RecursionError: nested too deeply")
    except Exception as fault:
        return Rejected(source, "error", f"{type(fault).__name__}: {fault}"[:300])
