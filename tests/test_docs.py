"""The documents name all that there is, and what they show runs."""

import re
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import click
import msgspec
import pytest

from rapporteur import __version__
from rapporteur.cli import VERBS
from rapporteur.evaluation.sets import SETS
from rapporteur.exchange.csv import COLUMNS
from rapporteur.intake import settings
from rapporteur.record import Actor, Article, Manifest, Record, Statement
from rapporteur.record.article import RejectionReason
from rapporteur.record.statement import Act

ROOT = Path(__file__).parents[1]
OTHERS = ("README.md", "examples/README.md", "training/README.md", "training/corpus/README.md")
DOCS = [*(ROOT / name for name in OTHERS), *sorted((ROOT / "docs").glob("*.md"))]
CLI = (ROOT / "docs" / "cli.md").read_text("utf-8")
RECORD = (ROOT / "docs" / "record.md").read_text("utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next of its rank."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert found, f"no section {heading!r}"
    return found[1]


def first_cells(text: str) -> list[list[str]]:
    """The code words in the first cell of each row of the tables."""
    return [re.findall(r"`([^`]+)`", row[1]) for row in re.finditer(r"^\| ((?:\\\||[^|])*)\|", text, re.M)]


def named(text: str) -> set[str]:
    return {word for cells in first_cells(text) for word in cells}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_documented_with_all_its_options_and_no_others(verb):
    command = import_module(f"rapporteur.cli.{verb}").command
    commands = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
    options = [p for c in commands for p in c.params if isinstance(p, click.Option)]
    documented = {flag.split()[0] for flag in named(section(CLI, f"`rapporteur {verb}`"))}
    assert documented == {flag for p in options for flag in p.opts}


@pytest.mark.parametrize("verb", ["read", "extract"])
def test_every_format_is_documented(verb):
    (option,) = [p for p in import_module(f"rapporteur.cli.{verb}").command.params if p.name == "format"]
    documented = [c.removeprefix("--format ") for c in named(section(CLI, f"`rapporteur {verb}`")) if c.startswith("--format ")]
    assert sorted(documented) == sorted(option.type.choices)


def test_the_readme_names_every_verb():
    assert all(f"`rapporteur {verb}" in (ROOT / "README.md").read_text("utf-8") for verb in VERBS)


def test_every_reason_of_rejection_is_documented_and_no_other():
    assert named(section(CLI, "Rejections")) == set(get_args(RejectionReason))


def test_every_limit_is_documented_with_its_default():
    rows = dict(re.findall(r"^\| `(\w+)` \| ([\d.,]+) \|", section(CLI, "Limits"), re.M))
    assert rows == {s.name: f"{s.default:,}" for s in settings()}


def test_every_column_of_the_csv_is_documented_in_its_order():
    assert [cells[0] for cells in first_cells(section(CLI, "The CSV table")) if cells] == [c.name for c in COLUMNS]


def test_every_flag_of_an_article_is_documented():
    intake = "".join(p.read_text("utf-8") for p in (ROOT / "src" / "rapporteur" / "intake").glob("*.py"))
    lists = re.findall(r"flags(?: = |\.append\(| \+= )(.*)", intake)
    flags = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', " ".join(lists)))
    assert {"truncated", "degraded"} < flags
    assert [flag for flag in sorted(flags) if f"`{flag}`" not in section(CLI, "Limits")] == []


@pytest.mark.parametrize(
    ("type_", "heading"), [(Article, "`article`"), (Actor, "`actors`"), (Statement, "`statements`"), (Manifest, "`manifest`")]
)
def test_every_field_of_a_record_is_documented(type_, heading):
    assert named(section(RECORD, heading)) == {f.encode_name for f in msgspec.structs.fields(type_)}


def test_every_part_of_a_record_and_every_act_is_documented():
    assert [f.name for f in msgspec.structs.fields(Record) if f"`{f.name}`" not in RECORD] == []
    assert [act for act in get_args(Act) if f"`{act}`" not in RECORD] == []


def test_every_set_is_documented():
    assert named((ROOT / "docs" / "evaluation.md").read_text("utf-8")) >= set(SETS)


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", path.read_text("utf-8"), re.M)
    return {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}


@pytest.mark.parametrize("path", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_between_documents_leads_somewhere(path):
    for link in re.findall(r"\[[^\]]*\]\(([^)]+)\)", path.read_text("utf-8")):
        if link.startswith("http"):
            continue
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("path", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_command_that_is_shown_exists_with_its_options(path):
    for line in re.findall(r"^\s*(?:.*\| )?rapporteur (.*)$", "".join(re.findall(r"^```\n(.*?)^```", path.read_text("utf-8"), re.M | re.S)), re.M):
        verb, *words = line.partition("#")[0].split()
        if verb.endswith(":"):  # what the command prints
            continue
        assert verb in VERBS
        flags = {flag for p in import_module(f"rapporteur.cli.{verb}").command.params for flag in p.opts}
        assert {word for word in words if word.startswith("-") and word != "-"} <= flags


def test_the_picture_of_the_report_is_small():
    assert (ROOT / "docs" / "report.png").stat().st_size <= 300_000


def test_the_version_is_the_same_everywhere():
    assert f"\nversion: {__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"\n## {__version__}\n" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def snippets() -> list:
    return [
        pytest.param(code, id=f"{name}:{n}")
        for name in ("README.md", "docs/python.md")
        for n, code in enumerate(re.findall(r"^```python\n(.*?)^```", (ROOT / name).read_text("utf-8"), re.M | re.S), start=1)
    ]


@pytest.mark.parametrize("code", snippets())
def test_each_example_in_python_runs_as_it_stands(code):
    if "import pandas" in code and find_spec("pandas") is None:
        pytest.skip("no pandas here")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
