"""A table of an answer as text for the terminal, CSV, JSON, JSON lines or Parquet."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb

from rapporteur.exchange.csv import csv_line, harmless

Rows = Sequence[tuple[Any, ...]]
_WIDEST = 48  # characters of a cell on the terminal


def as_csv(columns: Sequence[str], rows: Rows, *, excel_safe: bool = False) -> bytes:
    """RFC 4180 in UTF-8 with a header; empty cells where nothing is known."""
    lines = [csv_line(list(columns))]
    lines += [csv_line([harmless(_plain(cell)) if excel_safe and isinstance(cell, str) else _plain(cell) for cell in row]) for row in rows]
    return "".join(lines).encode("utf-8", "surrogatepass")


def as_json(columns: Sequence[str], rows: Rows) -> bytes:
    """An array of objects."""
    return (json.dumps([_object(columns, r) for r in rows], ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def as_jsonl(columns: Sequence[str], rows: Rows) -> bytes:
    """An object a line."""
    return "".join(json.dumps(_object(columns, r), ensure_ascii=False) + "\n" for r in rows).encode("utf-8", "surrogatepass")


def as_parquet(columns: Sequence[str], rows: Rows) -> bytes:
    """Parquet with the types that the cells have."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        lines, whole = Path(folder) / "rows.jsonl", Path(folder) / "rows.parquet"
        lines.write_bytes(as_jsonl(columns, rows))
        types = ", ".join(f"'{c}': '{_type(r[i] for r in rows)}'" for i, c in enumerate(columns))
        connection.execute(f"COPY (SELECT * FROM read_json('{lines}', format='newline_delimited', columns={{{types}}})) TO '{whole}' (FORMAT parquet, COMPRESSION zstd)")
        return whole.read_bytes()


def as_text(columns: Sequence[str], rows: Rows) -> bytes:
    """Columns side by side, long cells cut; what is empty throughout is left out."""
    shown = [i for i in range(len(columns)) if any(r[i] not in (None, "") for r in rows)]
    cells = [[_cut(_plain(r[i])) for i in shown] for r in rows]
    widths = [max([len(columns[i]), *(len(row[n]) for row in cells)]) for n, i in enumerate(shown)]
    lines = [[columns[i] for i in shown], ["-" * w for w in widths], *cells]
    body = "".join("  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines)
    return f"{body}{len(rows):,} row{'s' * (len(rows) != 1)}\n".encode("utf-8", "replace")


WRITERS: dict[str, Callable[[Sequence[str], Rows], bytes]] = {"text": as_text, "csv": as_csv, "json": as_json, "jsonl": as_jsonl, "parquet": as_parquet}


def _plain(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"


def _object(columns: Sequence[str], row: tuple[Any, ...]) -> dict[str, Any]:
    return {c: cell.isoformat() if isinstance(cell, datetime.date) else cell for c, cell in zip(columns, row, strict=True)}


def _type(cells: Any) -> str:
    kinds = {type(c) for c in cells if c is not None}
    for kind, name in ((bool, "BOOLEAN"), (int, "BIGINT"), (float, "DOUBLE"), (datetime.date, "DATE")):
        if kinds and kinds <= {kind} | ({int} if kind is float else set()):
            return name
    return "VARCHAR"
