"""What a question sees: the tables of all parts, each article as it was read last, with actors linked across articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from rapporteur.archive.columns import TABLES
from rapporteur.archive.corrections import apply_corrections
from rapporteur.archive.links import LINKED_ACTORS
from rapporteur.archive.manifest import Part
from rapporteur.archive.parts import file_of

# who takes part in an event, one row a party; who says a statement or is told it; who has a plan or holds a side
_LONG = {
    "event_parties": "SELECT e.article, e.event, s.side, s.actor FROM events e, (SELECT unnest(['source', 'target'])) AS x(side), LATERAL (SELECT x.side, unnest(CASE x.side WHEN 'source' THEN e.source ELSE e.target END) AS actor) s",
    "statement_actors": "SELECT t.article, t.statement, s.side, s.actor FROM statements t, (SELECT unnest(['speaker', 'audience'])) AS x(side), LATERAL (SELECT x.side, unnest(CASE x.side WHEN 'speaker' THEN t.speakers ELSE t.audience END) AS actor) s",
    "side_actors": "SELECT article, dispute, side, unnest(held_by) AS actor FROM sides",
    "plan_actors": "SELECT article, plan, unnest(who) AS actor FROM plans",
}


def define_views(connection: duckdb.DuckDBPyConnection, folder: Path, parts: Sequence[Part]) -> None:
    """Define the tables of columns.TABLES, `who` (the linked actor of each actor of an article), and the long tables of who takes part."""
    several = len({p.generation for p in parts}) > 1
    if several:
        connection.execute("CREATE TABLE read_last (article VARCHAR, generation VARCHAR)")
        last = {key: p.generation for p in parts for key in p.articles}
        connection.executemany("INSERT INTO read_last VALUES (?, ?)", list(last.items()))
    for table, columns in TABLES.items():
        if parts:
            files = ", ".join("'" + str(file_of(folder, p, table)).replace("'", "''") + "'" for p in parts)
            rows = f"SELECT * FROM read_parquet([{files}])" + (" SEMI JOIN read_last USING (article, generation)" if several else "")
        else:
            rows = "SELECT " + ", ".join(f'NULL::{c.type} AS "{c.name}"' for c in columns) + " WHERE false"
        connection.execute(f"CREATE VIEW read_{table} AS {rows}")
    apply_corrections(connection, folder, TABLES)
    connection.execute(f"CREATE VIEW who AS {LINKED_ACTORS}")
    for name, query in _LONG.items():
        connection.execute(f"CREATE VIEW {name} AS {query}")
