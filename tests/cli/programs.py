"""The command line over toy rooms, started as a program."""

import os
import subprocess
import sys
from pathlib import Path

TOYS = Path(__file__).with_name("toy_rooms.py")


def start(*arguments, **how) -> subprocess.Popen:
    """The program at work, its three streams open unless `how` says otherwise."""
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, str(TOYS), *map(str, arguments)], **{**streams, **how})


def run(*arguments, stdin: str = "", **environment: str) -> subprocess.CompletedProcess:
    """The program after its end, with what it wrote as text."""
    process = start(*arguments, env={**os.environ, **environment})
    out, err = process.communicate(stdin.encode(), timeout=60)
    return subprocess.CompletedProcess(arguments, process.returncode, out.decode(), err.decode())
