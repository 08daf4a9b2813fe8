"""Tables that people edit: tab-separated files under data/, read strictly, so that a slip is a fault and no silence."""

from __future__ import annotations

import hashlib
import os
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


class TableError(ValueError):
    """A fault in a table, with its file and line."""

    def __init__(self, path: Path, line: int, message: str):
        super().__init__(f"{path}:{line}: {message}")


ACTORS = ("name", "aliases", "kind", "country", "sector", "code", "role", "start", "end", "source")
ROLES = ("role", "plural", "sector", "source")
PEOPLE = ("name", "aliases", "gender", "country", "office", "of", "start", "end", "as_of", "source", "wikidata")
OWN_ONLY = {"actors.tsv": ACTORS, "roles.tsv": ROLES, "people.tsv": PEOPLE}
VARIABLE = "RAPPORTEUR_KNOWLEDGE"


def own_folders() -> list[Path]:
    """The folders with a user's own tables, named by the environment (as PATH is); their rows come first."""
    return [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]


@cache
def read_table(name: str) -> list[dict[str, str]]:
    """The rows of the user's own table of that name and of data/`name`, one dict a row, in the files' order; cells are
    stripped of outer blanks.

    Raises TableError where a table breaks its form, FileNotFoundError where there is none of that name.
    """
    return [*own_rows(name), *parse_table(DATA / name)]


def columns_of(name: str) -> tuple[str, ...] | None:
    """The columns of a table by its name ("people/asia.tsv" as people.tsv); None where no table is called so."""
    if name in OWN_ONLY:
        return OWN_ONLY[name]
    if name.startswith("people/"):
        return PEOPLE
    return tuple(parse_rows(DATA / name)[0]) if (DATA / name).is_file() and name.endswith(".tsv") else None


def own_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table in the user's own folders; columns that a file leaves out are empty. Raises TableError."""
    known = columns_of(name)
    out: list[dict[str, str]] = []
    for folder in own_folders():
        path = folder / name
        if not path.is_file():
            continue
        columns, rows = parse_rows(path)
        strange = [c for c in columns if known is None or c not in known]
        if strange:
            raise TableError(path, 1, f"no column of this table is called {', '.join(strange)}")
        empty = dict.fromkeys(known or (), "")
        out += [empty | dict(zip(columns, row, strict=True)) for row in rows]
    return out


def parse_table(path: Path) -> list[dict[str, str]]:
    """The rows of a table, one dict a row. Raises TableError."""
    columns, rows = parse_rows(path)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def parse_rows(path: Path) -> tuple[list[str], list[list[str]]]:
    """Columns and rows of a table: UTF-8, one header line, as many cells in each line as there, lines that begin with
    "#" left out. Raises TableError."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line_start = data.rfind(b"\n", 0, error.start) + 1
        raise TableError(path, data.count(b"\n", 0, error.start) + 1, f"not UTF-8 at byte {error.start - line_start}") from None
    columns: list[str] | None = None
    rows: list[list[str]] = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        if line[:1] == "#":
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if columns is None:
            if len(set(cells)) < len(cells) or not all(cells):
                raise TableError(path, number, "columns need names that differ")
            columns = cells
        elif len(cells) != len(columns):
            raise TableError(path, number, f"{len(cells)} cells, the header has {len(columns)}")
        elif not cells[0]:
            raise TableError(path, number, f"no {columns[0]}")
        else:
            rows.append(cells)
    if columns is None:
        raise TableError(path, 1, "no header line")
    return columns, rows


@lru_cache(maxsize=1)
def sha256_of_tables() -> str:
    """One hash over the names and bytes of all tables, in the order of their names; the user's own tables count too."""
    own = [hash_of(folder) for folder in own_folders()]
    return hash_of(DATA) if not own else hashlib.sha256("\n".join([*own, hash_of(DATA)]).encode()).hexdigest()


def hash_of(folder: Path) -> str:
    """The hash of the tables in a folder; changes with any byte of any table and with any name."""
    whole = hashlib.sha256()
    for path in sorted((p for p in folder.rglob("*.t*") if p.suffix in (".tsv", ".txt")), key=lambda p: p.relative_to(folder).as_posix()):
        whole.update(f"{path.relative_to(folder).as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()
