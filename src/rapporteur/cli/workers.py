"""Work on a stream of articles, here or in several processes, with the same outcome in the same order."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from rapporteur.record import Article, Record, Rejected

Work = Callable[[Article], Record | Rejected]
Outcome = Record | Rejected

# Articles under way for each worker: enough that none waits for the slowest, few enough to hold in memory.
_AHEAD = 8


def in_order(work: Work, arrivals: Iterable[Article | Rejected], *, workers: int) -> Iterator[Outcome]:
    """The outcome of `work` on each article, in the order of arrival; what was rejected before passes through.

    Arrivals are drawn only as fast as outcomes are taken. With several workers `work` must be
    importable by name. An article whose process dies is rejected; the others are not lost with it.
    """
    if workers == 1:
        for arrival in arrivals:
            yield arrival if isinstance(arrival, Rejected) else work(arrival)
        return
    pool = _Pool(work, workers)
    waiting: deque[tuple[Article | Rejected, Future[Outcome]]] = deque()
    try:
        for arrival in arrivals:
            waiting.append((arrival, pool.submit(arrival)))
            while waiting and (len(waiting) >= _AHEAD * workers or waiting[0][1].done()):
                yield pool.outcome(*waiting.popleft())
        while waiting:
            yield pool.outcome(*waiting.popleft())
    finally:
        pool.close()


class _Pool:
    """Processes that are replaced when one of them dies."""

    def __init__(self, work: Work, workers: int) -> None:
        self._work = work
        self._workers = workers
        self._executor = _executor(workers)

    def submit(self, arrival: Article | Rejected) -> Future[Outcome]:
        if isinstance(arrival, Rejected):
            done: Future[Outcome] = Future()
            done.set_result(arrival)
            return done
        with _interrupts_held():
            try:
                return self._executor.submit(self._work, arrival)
            except BrokenProcessPool:
                self._executor = _executor(self._workers)
                return self._executor.submit(self._work, arrival)

    def outcome(self, arrival: Article, future: Future[Outcome]) -> Outcome:
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(arrival)

    def _alone(self, article: Article) -> Outcome:
        """A process that dies takes all work under way with it; alone, an article shows whether it is the cause."""
        with _executor(1) as executor:
            try:
                with _interrupts_held():
                    future = executor.submit(self._work, article)
                return future.result()
            except BrokenProcessPool:
                return Rejected(article.id, "error", "the process that read it died")

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


def _executor(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the model's runtime has threads, and a fork would copy them half alive.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_the_parent)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """An interrupt in the block comes after it: no process is left half started, and those that start inherit
    the block, so that an interrupt of the whole group reaches the parent alone."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
