"""Tables are read strictly, and every row that ships is well-formed."""

import re
from collections import Counter
from typing import get_args

import pytest

from rapporteur.knowledge.tables import DATA, TableError, hash_of, parse_table, read_table, sha256_of_tables
from rapporteur.record.actor import SECTORS, Kind
from rapporteur.record.statement import Act

NAMES = sorted(path.name for path in DATA.glob("*.tsv"))
COLUMNS = {
    "body_codes.tsv": ["name", "code"],
    "body_periods.tsv": ["name", "sector", "start", "end"],
    "calendar.tsv": ["name", "aliases", "rule", "note"],
    "cameo.tsv": ["code", "goldstein", "icews", "name"],
    "cameo_countries.tsv": ["code", "iso3"],
    "cameo_roles.tsv": ["code", "sector"],
    "cues.tsv": ["cue", "act"],
    "division_abbreviations.tsv": ["abbreviation", "country", "admin1"],
    "given_names.tsv": ["name", "gender"],
    "honorifics.tsv": ["title", "gender"],
    "irregular.tsv": ["form", "lemma"],
    "leading_offices.tsv": ["state", "office", "start", "end"],
    "office_names.tsv": ["office", "states", "also"],
    "offices.tsv": ["office", "canonical", "sector", "gender"],
    "organisations.tsv": ["name", "kind", "sector", "country", "aliases"],
    "plover.tsv": ["type", "mode", "quad", "score", "cameo"],
    "sector_words.tsv": ["word", "sector"],
    "sites.tsv": ["name", "type", "country", "admin1", "lat", "lon", "aliases"],
    "state_codes.tsv": ["iso3", "iso2", "cow", "part_of", "start", "end", "lat", "lon", "geonames", "wikidata", "source"],
    "states.tsv": ["iso3", "name", "aliases", "capital", "demonyms"],
}


def written(tmp_path, content: bytes):
    path = tmp_path / "table.tsv"
    path.write_bytes(content)
    return path


def keys(name: str, column: str) -> list[str]:
    return [row[column] for row in read_table(name)]


def test_a_table_is_its_rows_without_comments(tmp_path):
    path = written(tmp_path, b"name\tkind\n# the small ones\nMill \tbarn\n")
    assert parse_table(path) == [{"name": "Mill", "kind": "barn"}]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"name\tkind\nMill\n", 2),  # a cell too few
        (b"name\tkind\nMill\tbarn\told\n", 2),  # a cell too many
        (b"name\tkind\nMill\tbarn\n\tbarn\n", 3),  # no name
        (b"name\tkind\nMill\tbarn\n\n", 3),  # an empty line
        (b"name\tname\n", 1),  # columns that cannot be told apart
        (b"name\tkind\nM\xfchle\tbarn\n", 2),  # not UTF-8
        (b"# nothing\n", 1),
    ],
)
def test_a_slip_is_a_fault_with_its_line(tmp_path, content, line):
    with pytest.raises(TableError, match=rf"table\.tsv:{line}: "):
        parse_table(written(tmp_path, content))


def test_the_hash_changes_with_any_byte_and_any_name(tmp_path):
    path = written(tmp_path, b"name\nMill\n")
    before = hash_of(tmp_path)
    path.write_bytes(b"name\nMills\n")
    changed = hash_of(tmp_path)
    path.rename(tmp_path / "other.tsv")
    assert len({before, changed, hash_of(tmp_path)}) == 3
    assert re.fullmatch("[0-9a-f]{64}", sha256_of_tables())


def test_every_table_is_known_here_and_in_the_readme():
    assert sorted(COLUMNS) == NAMES
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    for name, columns in COLUMNS.items():
        described = next(line for line in readme.splitlines() if line.startswith(f"| `{name}`"))
        assert all(f"`{column}`" in described for column in columns), name


@pytest.mark.parametrize("name", NAMES)
def test_the_columns_are_as_described(name):
    assert list(read_table(name)[0]) == COLUMNS[name]


@pytest.mark.parametrize(
    ("name", "column"),
    [("cues.tsv", "cue"), ("given_names.tsv", "name"), ("irregular.tsv", "form"), ("organisations.tsv", "name"), ("offices.tsv", "office")],
)
def test_no_key_stands_twice(name, column):
    found = Counter(key.casefold() for key in keys(name, column))
    assert [key for key, times in found.items() if times > 1] == []


def test_cues_are_lower_case_words_with_acts_of_the_record():
    for row in read_table("cues.tsv"):
        assert row["act"] in get_args(Act), row
        assert re.fullmatch(r"[^\W\d_A-Z]+(?:['-][^\W\d_A-Z]+)*(?: [^\W\d_A-Z]+(?:['-][^\W\d_A-Z]+)*)*|'d like", row["cue"]), row


def test_every_act_has_cues():
    assert {row["act"] for row in read_table("cues.tsv")} == set(get_args(Act))


def test_irregular_forms_are_not_their_own_lemmas():
    lemmas = dict(zip(keys("irregular.tsv", "form"), keys("irregular.tsv", "lemma"), strict=True))
    assert [form for form, lemma in lemmas.items() if form == lemma] == []
    assert all(form.islower() and lemma.islower() for form, lemma in lemmas.items())


def test_sectors_kinds_countries_and_genders_are_of_their_lists():
    for row in read_table("organisations.tsv"):
        assert row["kind"] in {"organisation", "media", "group"} & set(get_args(Kind)), row
        assert re.fullmatch("(?:[A-Z]{3})?", row["country"]), row
    for name in ("organisations.tsv", "offices.tsv"):
        assert {row["sector"] for row in read_table(name)} <= {*SECTORS, ""}
    assert {row["gender"] for row in read_table("offices.tsv")} <= {"m", "f", ""}
    assert {row["gender"] for row in read_table("honorifics.tsv")} <= {"m", "f", ""}
    assert {row["gender"] for row in read_table("given_names.tsv")} == {"m", "f", "u"}


def test_a_short_name_belongs_to_one_body():
    found = [n for row in read_table("organisations.tsv") for n in (row["name"], *filter(None, row["aliases"].split(";")))]
    assert [n for n, times in Counter(found).items() if times > 1] == []
    assert [n for n in found if n != n.strip()] == []


def test_bodies_belong_to_states_of_the_table():
    known = set(keys("states.tsv", "iso3"))
    assert {row["country"] for row in read_table("organisations.tsv")} - {""} <= known


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A folder of the user's own, before the shipped tables."""
    monkeypatch.setenv("RAPPORTEUR_KNOWLEDGE", str(tmp_path))
    read_table.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    read_table.cache_clear()


def test_rows_of_ones_own_come_first_and_may_leave_columns_out(own):
    (own / "organisations.tsv").write_text("name\tsector\nMill Guard\tPRM\n", "utf-8")
    first = read_table("organisations.tsv")[0]
    assert (first["name"], first["sector"], first["aliases"]) == ("Mill Guard", "PRM", "")
    assert len(read_table("organisations.tsv")) > 1_000


def test_a_column_of_ones_own_that_is_none_is_a_fault(own):
    (own / "organisations.tsv").write_text("name\tcolour\nMill Guard\tred\n", "utf-8")
    with pytest.raises(TableError, match="colour"):
        read_table("organisations.tsv")
