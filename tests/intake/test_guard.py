import signal
import threading
import time

from rapporteur.intake.guard import TooSlow, deadline, guarded
from rapporteur.record import Rejected


def spin() -> str:
    ends = time.monotonic() + 5
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
