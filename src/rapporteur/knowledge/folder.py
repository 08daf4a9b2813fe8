"""Writing and checking a folder of one's own: what dictionaries are imported into, and what people write by hand."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from rapporteur.knowledge.codes import NOBODY, split_code
from rapporteur.knowledge.dictionaries import Dictionary
from rapporteur.knowledge.states import state_of_code
from rapporteur.knowledge.tables import ACTORS, ROLES, TableError, columns_of, parse_rows
from rapporteur.record.actor import SECTORS

_DAY = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?")


def write_folder(dictionaries: Iterable[Dictionary], folder: Path) -> tuple[int, int]:
    """Write `actors.tsv` and `roles.tsv` of what was read, whole or not at all; the numbers of rows written."""
    actors: list[list[str]] = []
    roles: list[list[str]] = []
    for d in dictionaries:
        for entry in d.entries:
            for code in entry.codes:
                country, sector = split_code(code.code)
                value = "" if code.code == NOBODY else code.code
                iso = country if country and state_of_code(country) else ""
                actors.append([entry.name, ";".join(entry.aliases), "", iso, sector or "", value, "", code.start or "", code.end or "", d.file])
        roles += [[r.phrase.casefold(), r.plural.casefold(), split_code(r.code.strip("~")).sector or "", d.file] for r in d.roles]
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "actors.tsv", ACTORS, actors)
    _write(folder / "roles.tsv", ROLES, roles)
    return len(actors), len(roles)


def _write(path: Path, columns: tuple[str, ...], rows: list[list[str]]) -> None:
    if not rows:
        return
    part = path.with_suffix(".part")
    part.write_text("\n".join("\t".join(cells) for cells in [list(columns), *rows]) + "\n", "utf-8")
    os.replace(part, path)


def faults_in(folder: Path) -> list[str]:
    """Every fault of a folder of one's own, as "file:line: what is wrong"; empty where it is sound."""
    out: list[str] = []
    for path in sorted(folder.rglob("*.tsv")):
        name = path.relative_to(folder).as_posix()
        known = columns_of(name)
        if known is None:
            out.append(f"{path}:1: no table is called so; see docs/knowledge.md")
            continue
        try:
            columns, rows = parse_rows(path)
        except TableError as fault:
            out.append(str(fault))
            continue
        strange = [c for c in columns if c not in known]
        if strange or columns[0] != known[0]:
            out.append(f"{path}:1: columns are {', '.join(known)}, the first one first; not {', '.join(strange) or columns[0]}")
            continue
        for number, cells in _numbered(path, rows):
            out += [f"{path}:{number}: {fault}" for fault in _faults_of(dict(zip(columns, cells, strict=True)))]
    return out


def _numbered(path: Path, rows: list[list[str]]) -> Iterable[tuple[int, list[str]]]:
    """The rows with the numbers of their lines, comments counted."""
    lines = [n for n, line in enumerate(path.read_text("utf-8").split("\n"), 1) if not line.startswith("#")]
    return zip(lines[1:], rows, strict=False)


def _faults_of(row: dict[str, str]) -> list[str]:
    out = [f"{column} {row[column]!r} is no day; write 2031, 2031-03 or 2031-03-04" for column in ("start", "end", "as_of") if not _DAY.fullmatch(row.get(column, ""))]
    if row.get("sector") and row["sector"] not in SECTORS:
        out.append(f"sector {row['sector']!r} is none of PLOVER's")
    if row.get("country") and state_of_code(row["country"]) is None:
        out.append(f"country {row['country']!r} is no ISO 3166 alpha-3 code")
    if row.get("start") and row.get("end") and row["end"] < row["start"][: len(row["end"])]:
        out.append("it ends before it begins")
    return out
