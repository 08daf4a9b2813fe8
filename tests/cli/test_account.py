"""The account of a run, as a person sees it."""

import io
import sys

import pytest

from rapporteur.cli import account
from rapporteur.cli.account import Account
from rapporteur.record import Rejected


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def long_run(monkeypatch):
    monkeypatch.setattr(account, "_QUIET_S", -1.0)


OUTCOMES = ["a record", Rejected("x.html", "empty", "nothing there"), "another"]


def watched(monkeypatch, stderr: io.StringIO, *, counter: bool) -> str:
    monkeypatch.setattr(sys, "stderr", stderr)
    run = Account("read", counter=counter)
    assert list(run.watch(OUTCOMES)) == OUTCOMES
    assert run.close() == account.SOME_REJECTED
    return stderr.getvalue()


def test_a_long_run_shows_its_counter_on_a_terminal(monkeypatch, long_run):
    assert "2 read, 1 rejected" in watched(monkeypatch, Terminal(), counter=True)


PIPED = "rapporteur read: x.html: empty: nothing there\nrapporteur read: 2 read, 1 rejected\n"


def test_a_piped_run_shows_none(monkeypatch, long_run):
    assert watched(monkeypatch, io.StringIO(), counter=True) == PIPED


def test_a_run_that_prints_to_the_terminal_shows_none(monkeypatch, long_run):
    assert watched(monkeypatch, Terminal(), counter=False) == PIPED


def test_a_short_run_shows_none(monkeypatch):
    assert watched(monkeypatch, Terminal(), counter=True) == PIPED
