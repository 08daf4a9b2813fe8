"""Parts: folders of Parquet files, one a table, whole or not there at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
import msgspec

from rapporteur.archive.columns import TABLES
from rapporteur.archive.manifest import File, Part
from rapporteur.archive.rows import Row

FOLDER = "parts"


def part_name(generation: str, articles: Sequence[str]) -> str:
    """The name of the part of these articles: the same articles, read alike, give the same name."""
    return hashlib.sha256("\0".join([generation, *sorted(articles)]).encode()).hexdigest()[:20]


def write_part(archive: Path, generation: str, rows: dict[str, list[Row]], connection: duckdb.DuckDBPyConnection) -> Part:
    """Write the rows of some articles as a part and put its folder in place; the manifest does not name it yet."""
    articles = [row["article"] for row in rows["articles"]]
    made = _empty_folder(archive)
    for table, columns in TABLES.items():
        lines = made / f"{table}.jsonl"
        lines.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows[table]))
        types = ", ".join(f"'{c.name}': '{c.type}'" for c in columns)
        _copy(connection, f"SELECT * FROM read_json('{_quoted(lines)}', format='newline_delimited', maximum_object_size=268435456, columns={{{types}}})", made / f"{table}.parquet")
        lines.unlink()
    return _put_in_place(archive, made, part_name(generation, articles), generation, articles, {t: len(rows[t]) for t in TABLES})


def merge_parts(archive: Path, parts: Sequence[Part], connection: duckdb.DuckDBPyConnection) -> Part:
    """One part with the rows of several of one generation, which it replaces."""
    made = _empty_folder(archive)
    for table in TABLES:
        files = ", ".join(f"'{_quoted(file_of(archive, p, table))}'" for p in parts)
        _copy(connection, f"SELECT * FROM read_parquet([{files}])", made / f"{table}.parquet")
    articles = [key for p in parts for key in p.articles]
    rows = {t: sum(f.rows for p in parts for f in p.files if f.name == f"{t}.parquet") for t in TABLES}
    part = _put_in_place(archive, made, part_name(parts[0].generation, articles), parts[0].generation, articles, rows)
    return msgspec.structs.replace(part, replaces=[p.part for p in parts])


def file_of(archive: Path, part: Part, table: str) -> Path:
    """The file of a table of a part."""
    return archive / FOLDER / part.part / f"{table}.parquet"


def damaged(archive: Path, part: Part) -> list[str]:
    """What is wrong with a part: files that are missing or whose bytes have changed."""
    out = []
    for file in part.files:
        path = archive / FOLDER / part.part / file.name
        if not path.is_file():
            out.append(f"{path.relative_to(archive)}: is missing")
        elif sha256_of(path) != file.sha256:
            out.append(f"{path.relative_to(archive)}: its bytes have changed")
    return out


def remove_parts(archive: Path, names: Iterable[str]) -> None:
    """Delete the folders of parts that no line of the manifest needs."""
    for name in names:
        shutil.rmtree(archive / FOLDER / name, ignore_errors=True)


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _copy(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    connection.execute(f"COPY ({query}) TO '{_quoted(path)}' (FORMAT parquet, COMPRESSION zstd)")


def _empty_folder(archive: Path) -> Path:
    made = archive / FOLDER / f".{uuid.uuid4().hex}"
    made.mkdir(parents=True)
    return made


def _put_in_place(archive: Path, made: Path, name: str, generation: str, articles: list[str], rows: dict[str, int]) -> Part:
    """Force the files onto the disk and give the folder its name. What a killed run left under that name goes."""
    files = []
    for table, count in rows.items():
        path = made / f"{table}.parquet"
        _sync(path)
        files.append(File(path.name, sha256_of(path), count))
    _sync(made)
    target = archive / FOLDER / name
    if target.exists():
        shutil.rmtree(target)
    made.rename(target)
    _sync(target.parent)
    return Part(name, generation, articles, files)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
