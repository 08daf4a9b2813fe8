"""What people correct: merge or split actors, name the right speaker, give an event the right code, reject a line.

Corrections stand in SQLite beside the parts and change none of them. One is anchored to the hash of the article's text and the characters
of the line, not to ids, so that it holds again when a newer model has read the article. Who corrected, when and why is kept; taking one
back keeps it too.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import duckdb

from rapporteur.knowledge.plover import coded_of
from rapporteur.record.event import EventType

NAME = "corrections.sqlite"
Kind = Literal["merge", "split", "speaker", "code", "reject"]
LAYERS = ("actors", "statements", "events", "positions", "plans")  # of which a line has a place in the text

_SCHEMA = """
CREATE TABLE IF NOT EXISTS corrections (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, layer TEXT, text_sha256 TEXT, field TEXT, char_start INTEGER, char_end INTEGER,
  value TEXT NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL, why TEXT NOT NULL, undone_by TEXT, undone_at TEXT
)"""


class Anchor(NamedTuple):
    """A line of a record by its place: layer, hash of the text, and the characters of its first words."""

    layer: str
    text_sha256: str
    field: str
    char_start: int
    char_end: int


class Correction(NamedTuple):
    """One correction as it is kept; `value` is JSON: for a merge {"key", "into"}, for a split {"into"}, for a speaker {"keys"} (keys
    of the registry, or names as the article has them), for a code
    {"type", "mode"}, for a rejection {}."""

    id: int
    kind: Kind
    anchor: Anchor | None
    value: dict[str, Any]
    made_by: str
    made_at: str
    why: str
    undone: bool


def _open(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / NAME, timeout=60)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(_SCHEMA)
    return connection


def correct(folder: Path, kind: Kind, value: dict[str, Any], *, by: str, why: str, anchor: Anchor | None = None) -> int:
    """Keep a correction and give its number. Raises ValueError where it is of no kind, or has no anchor and needs one."""
    if kind not in get_args(Kind) or (anchor is None) != (kind == "merge") or (anchor is not None and anchor.layer not in LAYERS):
        raise ValueError(f"no such correction: {kind} of {anchor.layer if anchor else 'no line'}")
    if kind == "code" and value.get("type") not in get_args(EventType):
        raise ValueError(f"no event type {value.get('type')!r}")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with closing(_open(folder)) as connection, connection:
        row = (kind, *(anchor or (None,) * 5), json.dumps(value, sort_keys=True), by, at, why)
        return int(connection.execute("INSERT INTO corrections (kind, layer, text_sha256, field, char_start, char_end, value, made_by, made_at, why) VALUES (?,?,?,?,?,?,?,?,?,?)", row).lastrowid or 0)


def take_back(folder: Path, number: int, *, by: str) -> None:
    """A correction no longer holds; it stays on record. Raises KeyError where there is none of that number."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with closing(_open(folder)) as connection, connection:
        if not connection.execute("UPDATE corrections SET undone_by = ?, undone_at = ? WHERE id = ?", (by, at, number)).rowcount:
            raise KeyError(number)


def corrections(folder: Path) -> list[Correction]:
    """All corrections in the order in which they were made, those taken back too."""
    if not (folder / NAME).exists():
        return []
    with closing(_open(folder)) as connection:
        rows = connection.execute("SELECT id, kind, layer, text_sha256, field, char_start, char_end, value, made_by, made_at, why, undone_at FROM corrections ORDER BY id")
        return [Correction(r[0], r[1], Anchor(*r[2:7]) if r[2] else None, json.loads(r[7]), r[8], r[9], r[10], r[11] is not None) for r in rows]


def apply_corrections(connection: duckdb.DuckDBPyConnection, folder: Path, tables: Iterable[str]) -> None:
    """Define each table over its `read_` view as the corrections leave it, and `actor_merges` and `actor_splits`."""
    held = [c for c in corrections(folder) if not c.undone]
    _define_actors(connection, held)
    for table in tables:
        mine = [c for c in held if c.anchor is not None and c.anchor.layer == table]
        _define_table(connection, table, mine)


def _define_actors(connection: duckdb.DuckDBPyConnection, held: list[Correction]) -> None:
    connection.execute("CREATE TABLE actor_merges (key VARCHAR, into_key VARCHAR)")
    merged: dict[str, str] = {}
    for c in held:
        if c.kind == "merge":
            merged[c.value["key"]] = c.value["into"]
    for key in merged:
        into, seen = merged[key], {key}
        while into in merged and into not in seen:  # what was merged into one that was merged on
            seen.add(into)
            into = merged[into]
        connection.execute("INSERT INTO actor_merges VALUES (?, ?)", [key, into])
    connection.execute("CREATE TABLE actor_splits (article VARCHAR, actor VARCHAR, into_key VARCHAR)")
    for c in held:
        if c.kind == "split" and c.anchor is not None:
            query = "INSERT INTO actor_splits SELECT a.article, a.actor, ? FROM read_actors a JOIN read_articles t USING (article) WHERE t.text_sha256 = ? AND a.field = ? AND a.char_start < ? AND a.char_end > ?"
            connection.execute(query, [c.value["into"], c.anchor.text_sha256, c.anchor.field, c.anchor.char_end, c.anchor.char_start])


def _define_table(connection: duckdb.DuckDBPyConnection, table: str, mine: list[Correction]) -> None:
    if not mine:
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_{table}")
        return
    found = f"SELECT l.* FROM read_{table} l JOIN read_articles t USING (article) WHERE t.text_sha256 = ? AND l.field = ? AND l.char_start < ? AND l.char_end > ?"
    connection.execute(f"CREATE TABLE {table} AS SELECT * FROM read_{table}")
    for c in mine:
        a = c.anchor
        assert a is not None
        where = f"(article, {table[:-1]}) IN (SELECT (article, {table[:-1]}) FROM ({found}))"
        place = [a.text_sha256, a.field, a.char_end, a.char_start]
        if c.kind == "reject":
            connection.execute(f"DELETE FROM {table} WHERE {where}", place)
        elif c.kind == "speaker":
            named = "SELECT list(w.actor ORDER BY w.actor) FROM read_actors w WHERE w.article = statements.article AND list_contains(?, coalesce(w.entity, w.name))"
            connection.execute(f"UPDATE statements SET speakers = coalesce(({named}), []) WHERE {where}", [c.value["keys"], *place])
        elif c.kind == "code":
            coded = coded_of(c.value["type"], c.value.get("mode"), "happened")
            kept = ", ".join(f"{name} = CASE WHEN {name} IS NULL THEN NULL ELSE ? END" for name in ("plover", "cameo", "quad", "goldstein"))
            sets = f"type = ?, mode = ?, {kept}"  # what did not happen has no class before and after
            connection.execute(f"UPDATE {table} SET {sets} WHERE {where}", [c.value["type"], c.value.get("mode"), coded.plover, coded.cameo, coded.quad, coded.goldstein, *place])
