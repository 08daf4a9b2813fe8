"""Where the output goes: to standard output as it comes, or whole into a file."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO

import click

_NARROWEST, _WIDEST, _PIPED = 40, 100, 80


def deliver(chunks: Generator[bytes, None, None], path: str) -> bool:
    """Write each chunk as soon as it is there; `path` "-" is standard output.

    Returns False where the other end of a pipe was closed before the end, which is no error.
    """
    with closing(chunks):
        try:
            with _opened(path) as out:
                for chunk in chunks:
                    with _faults_named(path):
                        out.write(chunk)
                        out.flush()
        except BrokenPipeError:
            _let_go_of_stdout()
            return False
    return True


def _let_go_of_stdout() -> None:
    """Else the interpreter would complain at exit, when it flushes what nobody takes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    if path == "-":
        if sys.stdout is None:
            raise click.ClickException("standard output is closed; name a file with -o")
        try:
            yield sys.stdout.buffer
        except click.ClickException:
            _let_go_of_stdout()
            raise
        return
    target = Path(path).resolve()
    with _faults_named(path):
        part = _part_beside(target)
        out = part.open("wb")
    try:
        try:
            yield out
        finally:
            with _faults_named(path):
                out.close()
        if part != target:
            with _faults_named(path):
                part.replace(target)
    finally:
        if part != target:
            part.unlink(missing_ok=True)


def _part_beside(target: Path) -> Path:
    """The file to write first: beside the target, or the target itself where that is a device or a pipe."""
    if target.is_dir():
        raise IsADirectoryError(None, "is a folder; name a file in it")
    special = target.exists() and not stat.S_ISREG(target.stat().st_mode)
    return target if special else target.with_name(f".{target.name}.{os.getpid()}.part")


@contextmanager
def _faults_named(path: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        where = "standard output" if path == "-" else path
        raise click.ClickException(f"cannot write {where}: {fault.strerror or fault}") from fault


def is_terminal(path: str) -> bool:
    """Whether what is written to `path` is seen at once by a person."""
    return path == "-" and sys.stdout is not None and sys.stdout.isatty()


def wants_colour(path: str) -> bool:
    """Colour is for terminals, and not where NO_COLOR is set (no-color.org) or the terminal has none."""
    return is_terminal(path) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width(path: str) -> int:
    """How many columns text may take."""
    if not is_terminal(path):
        return _PIPED
    return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))
