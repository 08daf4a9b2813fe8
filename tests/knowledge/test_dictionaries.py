"""Dictionaries of the field: every line is read or named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.knowledge.dictionaries import read_dictionary

REAL = sorted((Path(__file__).parents[3] / "shared" / "data" / "dictionaries").glob("Phoenix.*.txt"))
ACTORS = """# a made-up dictionary
ANNA_MILLER_            [NORELI <20050930] # before she won
+MILLER_
+A._MILLER_
\t[NORGOV 20051001-131016]
\t[NOROPP]

HARBOUR_GUARD_ [NORCOP] ; at sea
OLD_TABARI_ [NORGOV >991231][NORELI]
"""
AGENTS = """!PERSON! = MAN, WOMAN
LOCK_KEEPER [~LAB]
DEPUTY {DEPUTIES} [~LEG]
PATROL!PERSON! [~COP]
CHAIR!PERSON! [~BUS]
FERRY [~BUS]
"""


def read(text: str, name: str = "own.actors.txt"):
    return read_dictionary(text.encode(), name)


def test_actors_have_names_and_dated_codes():
    found = read(ACTORS)
    assert found.kind == "actors"
    assert found.faults == []
    miller, guard, old = found.entries
    assert (miller.name, miller.aliases) == ("ANNA MILLER", ("MILLER", "A. MILLER"))
    assert [tuple(c) for c in miller.codes] == [("NORELI", None, "2005-09-30"), ("NORGOV", "2005-10-01", "2013-10-16"), ("NOROPP", None, None)]
    assert [tuple(c) for c in guard.codes] == [("NORCOP", None, None)]
    assert [tuple(c) for c in old.codes] == [("NORGOV", "1999-12-31", None), ("NORELI", None, None)]


def test_agents_have_plurals_and_sets():
    found = read(AGENTS, "own.agents.txt")
    assert found.kind == "agents"
    assert found.faults == []
    assert {(r.phrase, r.plural, r.code) for r in found.roles} >= {
        ("LOCK KEEPER", "LOCK KEEPERS", "~LAB"), ("DEPUTY", "DEPUTIES", "~LEG"), ("FERRY", "FERRIES", "~BUS"),
        ("PATROLMAN", "", "~COP"), ("PATROLWOMAN", "", "~COP"), ("CHAIRWOMAN", "", "~BUS"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("NAME_ [NORGOV\n", 1, "not closed"),
        ("NAME_ [NORGOV >2005011]\n", 1, "7 digits"),
        ("NAME_ [NORGOV >20051340]\n", 1, "no day"),
        ("NAME_ [NORGOV 20060101-20050101]\n", 1, "ends before"),
        ("NAME_ [NORGO]\n", 1, "threes"),
        ("NAME_\n+ALIAS_\n", 1, "no code"),
        ("NAME_ [NORGOV]\n+]\n", 2, "stands in the name"),
        ("[NORGOV]\n", 1, "no name above"),
        ("NAME_ [NORGOV] words\n", 1, "no comment"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text, line, reason):
    found = read(text)
    assert any(f.line == line and reason in f.reason for f in found.faults), found.faults


def test_nothing_is_half_loaded():
    found = read("NAME_\n+ALIAS_\n\t[NORGOV >2005011]\n\t[NORELI]\nOTHER_ [NOR]\n")
    assert [e.name for e in found.entries] == ["OTHER"]
    assert [f.line for f in found.faults] == [1, 2, 3, 4]


def test_a_ninth_digit_is_left_off_and_named():
    found = read("NAME_ [NORGOV >201005011]\n")
    assert found.entries[0].codes[0].start == "2010-05-01"
    assert "9 digits" in found.remarks[0].reason


def test_bytes_that_are_no_text_are_named():
    found = read_dictionary(b"NAME_ [NORGOV]\n+M\xfcLLER_\n", "x")
    assert found.faults[0].line == 2
    assert found.entries[0].aliases == ()


lines = st.lists(st.sampled_from(["NAME_ [NORGOV]", "+ALIAS_", "\t[NORELI <20010101]", "# note", "", "[", "+", "OTHER_", "NURSE [~HLH]", "!X! = A, B", "\t[NOR", "\x1aNAME [NOR]"]) | st.text(max_size=20), max_size=30)


@given(lines)
def test_every_line_is_one_of_three_things(given_lines):
    data = "\n".join(given_lines).encode("utf-8", "surrogatepass")
    found = read_dictionary(data, "x")
    assert found.lines == found.blank + found.read + len(found.faults)
    assert len({f.line for f in found.faults}) == len(found.faults)


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.name)
def test_every_line_of_a_real_dictionary_is_read_or_named(path):
    found = read_dictionary(path.read_bytes(), path.name)
    assert found.lines == found.blank + found.read + len(found.faults) == len(path.read_bytes().splitlines())
    if path.name.endswith((".actors.txt", ".agents.txt")):
        assert len(found.faults) < found.lines / 100
