"""The manifest: one line a part, appended when the part is whole and safe on the disk. Readers believe it alone.

A part that a killed run left behind is in no line and therefore does not exist; a line that was cut off in writing has no end of line and
is no line.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from filelock import FileLock

SCHEMA = "rapporteur/archive/1"
NAME = "manifest.jsonl"


class ArchiveError(Exception):
    """The folder is no archive, or cannot be written."""


class File(msgspec.Struct, frozen=True):
    """One file of a part: its name in the part's folder, the hash of its bytes, and how many rows it has."""

    name: str
    sha256: str
    rows: int


class Part(msgspec.Struct, frozen=True):
    """Articles that were written together: `articles` are their keys, `generation` is what read them; `replaces` names the parts whose
    articles this one holds from now on."""

    part: str
    generation: str
    articles: list[str]
    files: list[File]
    replaces: list[str] = []


class Head(msgspec.Struct, frozen=True):
    """The first line."""

    schema: str


def path_of(folder: Path) -> Path:
    """Where the manifest of an archive stands."""
    return folder / NAME


def create(folder: Path) -> None:
    """Begin an archive in a folder that has none. Raises ArchiveError where the folder holds other things."""
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        if path_of(folder).exists():
            return
        if any(p.name != ".lock" for p in folder.iterdir()):
            raise ArchiveError(f"{folder} is not empty and no archive")
        _append(folder, msgspec.json.encode(Head(SCHEMA)))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the archive against other writers."""
    with FileLock(folder / ".lock", timeout=600):
        yield


def parts_of(folder: Path) -> list[Part]:
    """The parts that count, in the order in which they came. Raises ArchiveError where there is no archive."""
    lines = _lines(folder)
    if not lines or msgspec.json.decode(lines[0], type=Head).schema != SCHEMA:
        raise ArchiveError(f"{folder} is no archive of this version")
    parts = [msgspec.json.decode(line, type=Part) for line in lines[1:]]
    replaced = {name for p in parts for name in p.replaces}
    return [p for p in parts if p.part not in replaced]


def replaced_in(folder: Path) -> set[str]:
    """The names of parts that later ones replace."""
    return {name for line in _lines(folder)[1:] for name in msgspec.json.decode(line, type=Part).replaces}


def _lines(folder: Path) -> list[bytes]:
    try:
        whole = path_of(folder).read_bytes()
    except FileNotFoundError:
        raise ArchiveError(f"{folder} is no archive") from None
    return whole[: whole.rfind(b"\n") + 1].splitlines()


def append(folder: Path, part: Part) -> None:
    """Name a part; the caller holds the lock. On return the line is on the disk."""
    _append(folder, msgspec.json.encode(part))


def _append(folder: Path, line: bytes) -> None:
    with path_of(folder).open("ab+") as out:
        out.seek(0)
        whole = out.read()
        if not whole.endswith(b"\n"):
            out.truncate(whole.rfind(b"\n") + 1)  # what a killed run began to write
        out.write(line + b"\n")
        out.flush()
        os.fsync(out.fileno())
