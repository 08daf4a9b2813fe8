"""The command as a whole: quick to help, and every verb there."""

import subprocess
import sys
import time
from importlib import import_module

import click
import pytest
from click.testing import CliRunner

from rapporteur import __version__
from rapporteur.cli import VERBS, cli


def test_help_loads_nothing_but_click_and_answers_at_once():
    ask = "import sys\nfrom rapporteur.cli import main\nsys.argv = ['rapporteur', '--help']\ntry:\n main()\nfinally:\n print(*sys.modules)"
    elapsed_s = []
    for _ in range(3):
        started = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
        elapsed_s.append(time.perf_counter() - started)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"msgspec", "numpy", "onnxruntime", "rich", "lxml", "rapporteur.record", "rapporteur.intake"}
    assert min(elapsed_s) < 0.2


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_its_module_and_its_help(name):
    command = import_module(f"rapporteur.cli.{name}").command
    assert isinstance(command, click.Command)
    assert command.name == name
    shown = CliRunner().invoke(cli, [name, "--help"])
    assert shown.exit_code == 0
    assert shown.output.startswith(f"Usage: cli {name} ")


def test_the_help_of_the_group_names_every_verb():
    shown = CliRunner().invoke(cli, ["--help"]).output
    assert all(f"\n  {name} " in shown for name in VERBS)


def test_the_version_is_that_of_the_package():
    assert CliRunner().invoke(cli, ["--version"]).output == f"rapporteur {__version__}\n"
