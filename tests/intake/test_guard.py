import signal
import threading
import time

import pytest

from rapporteur.intake.guard import TooSlow, deadline, guarded
from rapporteur.record import Rejected


def spin(seconds: float = 5) -> str:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        try:
            sum(range(100))
        except Exception:  # a library that swallows what it does not know
            continue
    return "done"


def test_slow_work_is_stopped_and_named():
    started = time.monotonic()
    found = guarded("page", 0.1, spin)
    assert time.monotonic() - started < 2
    assert (found.source, found.reason) == ("page", "too-slow")


def test_an_unforeseen_fault_is_a_rejection_with_its_name():
    found = guarded("page", 1, lambda: {}["missing"])
    assert isinstance(found, Rejected)
    assert (found.reason, found.detail) == ("error", "KeyError: 'missing'")


def test_an_inner_deadline_leaves_the_outer_one_running():
    outer = inner = False
    try:
        with deadline(0.4):
            try:
                with deadline(0.05):
                    spin()
            except TooSlow:
                inner = True
            spin()
    except TooSlow:
        outer = True
    assert (inner, outer) == (True, True)
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_work_in_another_thread_is_done_without_a_timer():
    found = []
    thread = threading.Thread(target=lambda: found.append(guarded("page", 0.5, lambda: "read")))
    thread.start()
    thread.join()
    assert found == ["read"]


def test_a_wait_for_a_busy_machine_is_no_slowness():
    assert guarded("page", 0.1, lambda: time.sleep(0.4) or "read") == "read"


class Final:
    def __del__(self) -> None:
        spin(0.3)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_slowness_that_a_finaliser_swallows_is_told_all_the_same():
    def work() -> str:
        Final()
        return spin()

    started = time.monotonic()
    assert guarded("page", 0.1, work).reason == "too-slow"
    assert time.monotonic() - started < 3


def test_the_timer_and_its_handler_are_put_back():
    before = signal.getsignal(signal.SIGALRM)
    guarded("page", 0.1, spin)
    guarded("page", 5, lambda: "read")
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
