"""Offices on a day, by questions drawn from two outside tables: leaders of states, and officials of the United States.

Half of the 500 questions ask who leads a state on a day ("the leader of FRA" by its name), half ask what somebody is on a
day. The questions are drawn with a fixed seed from tenures that end in 1990 or later, on a day in their middle. A name is
right where it ends on the same word (the tables write "G.W. Bush", "Attlee"), a standing is right where it gives the
country and an office of the kind: for a leader one that leads a state or government, for a member of Congress a seat in
it. `answers in rank two` also counts the second candidate, since the leaders' table takes the ruler for the leader where
constitutions differ.
"""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from rapporteur.evaluation.figures import Figure, require, sha256_of_files
from rapporteur.knowledge.keys import key_of
from rapporteur.knowledge.states import state_of_code
from rapporteur.knowledge.tables import read_table
from rapporteur.reading.identity import Candidate, answer

QUESTIONS, SEED, SINCE = 500, 7, "1990"
_LEADERS = frozenset(["president", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "supreme leader", "leader", "general secretary", "head of state", "chair", "head of government", "grand duke", "prince", "emperor", "acting president", "interim president", "captain regent", "chairman", "chief minister", "junta leader", "member of the presidency"])
_OFFICES = {"prez": frozenset(["president"]), "viceprez": frozenset(["vice president"]), "sen": frozenset(["senator"]), "rep": frozenset(["member of congress", "representative", "speaker"])}


class Question(NamedTuple):
    """A tenure and a day in its middle: who, where, as what (None: as a leader)."""

    name: str
    state: str
    office: str | None
    day: str


def questions(path: Path) -> list[Question]:
    """All tenures of the two tables that last into the time that the project's tables cover."""
    states = {row["cow"]: row["iso3"] for row in read_table("state_codes.tsv") if row["cow"]} | {"GFR": "DEU", "YAR": "YEM"}
    out = []
    for line in (path / "leaders.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        end = row["end"] or "2021-03"
        if end >= SINCE:
            out.append(Question(row["name"], states[row["country"]], None, _middle(max(row["start"], SINCE), end)))
    for line in (path / "us_officials.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        out += [Question(row["name"], "USA", t["type"], _middle(max(t["start"], SINCE), t["end"])) for t in row["terms"] if t["end"] >= SINCE]
    return out


def _middle(start: str, end: str) -> str:
    first, last = (date.fromisoformat((d + "-01-01")[:10] if len(d) == 4 else (d + "-01")[:10]) for d in (start, end))
    return (first + timedelta(days=max(0, (last - first).days) // 2)).isoformat()


def evaluate(path: Path) -> tuple[list[Figure], str]:
    """The figures on leaders.jsonl and us_officials.jsonl in a folder, and the hash of the data."""
    files = [require(path / name) for name in ("leaders.jsonl", "us_officials.jsonl")]
    drawn = random.Random(SEED).sample(questions(path), QUESTIONS)
    asked = [q for q in drawn if q.office in (None, "prez", "viceprez")]  # one holder at a time
    who = [answer(_phrase(q), q.day).candidates for q in asked]
    named = sum(bool(c) and _same(c[0].name, q.name) for q, c in zip(asked, who, strict=True))
    ranked = sum(any(_same(x.name, q.name) for x in c[:2]) for q, c in zip(asked, who, strict=True))
    standing = sum(_stands(answer(q.name, q.day).candidates, q) for q in drawn)
    return [
        Figure("office and day to person", named, len(asked)),
        Figure("office and day to person, in rank two", ranked, len(asked)),
        Figure("person and day to office", standing, len(drawn)),
    ], sha256_of_files(files)


def _phrase(q: Question) -> str:
    state = state_of_code(q.state)
    office = {None: "leader", "prez": "president", "viceprez": "vice president"}[q.office]
    return f"the {office} of {state.name if state else q.state}"


def _same(ours: str | None, theirs: str) -> bool:
    a, b = set(key_of(ours or "").split()), [w for w in key_of(theirs).split() if len(w) > 2]
    return bool(b) and any(w in a for w in b)


def _stands(found: list[Candidate], q: Question) -> bool:
    best = next((c for c in found if c.country == q.state), None) if found and found[0].country == q.state else None
    office = (best.role or "").split(",")[0] if best else ""
    return office in (_LEADERS if q.office is None else _OFFICES[q.office])
