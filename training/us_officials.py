"""Compiles `knowledge/data/people/us-officials.tsv` out of the congress-legislators tables (CC0 1.0).

    python -m training.us_officials US_OFFICIALS_JSONL

Terms that follow one another without a gap are one tenure. Wikidata ids are the source's.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from rapporteur.knowledge.tables import DATA

TARGET = DATA / "people" / "us-officials.tsv"
_OFFICES = {"prez": "president", "viceprez": "vice president", "sen": "senator", "rep": "member of congress"}
_COLUMNS = ("name", "aliases", "gender", "country", "office", "of", "start", "end", "as_of", "source", "wikidata")
_GAP_DAYS = 45  # a term that begins within so many days goes on with the last one
_AS_OF = "2026-01"


def tenures(terms: list[dict]) -> list[list[str]]:
    """Offices with first and last day, terms in a row joined."""
    out: list[list[str]] = []
    for term in sorted(terms, key=lambda t: t["start"]):
        office = _OFFICES[term["type"]]
        last = next((t for t in reversed(out) if t[0] == office), None)
        if last and (date.fromisoformat(term["start"]) - date.fromisoformat(last[2])).days <= _GAP_DAYS:
            last[2] = max(last[2], term["end"])
        else:
            out.append([office, term["start"], term["end"]])
    return out


def rows_of(person: dict) -> list[str]:
    """The lines of one person."""
    names = {f"{person['nickname']} {person['last']}"} if person.get("nickname") else set()
    names |= {f"{person['first']} {person['last']}", person["name"].replace(", Jr.", "").replace(" Jr.", "").replace(" Sr.", "")}
    aliases = ";".join(sorted(names - {person["name"]}))
    out = []
    for n, (office, start, end) in enumerate(tenures(person["terms"])):
        is_open = end > f"{_AS_OF}-31"
        row = (person["name"], aliases if not n else "", "", "USA", office, "USA", start, "" if is_open else end, _AS_OF if is_open else "", "us_officials", person["wikidata"] or "")
        out.append("\t".join(row))
    return out


def main(source: str) -> None:
    """Write the table."""
    people = [json.loads(line) for line in Path(source).read_text("utf-8").splitlines()]
    lines = ["\t".join(_COLUMNS), *(line for p in sorted(people, key=lambda p: p["name"]) for line in rows_of(p))]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
