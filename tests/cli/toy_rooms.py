"""The command line over toy rooms: a source is a text file, each line an article, and some words make trouble.

Run as a program, so that the processes that `--workers` spawns find the same toys.
"""

import hashlib
import os
import sys
import time
import types
from pathlib import Path

import msgspec

from rapporteur.evaluation.figures import AbsentData, Figure
from rapporteur.record import Article, Extent, Manifest, Record, Rejected, Statement, span_of


def article(id: str, text: str, date: str | None) -> Article:
    sha = hashlib.sha256(text.encode()).hexdigest()
    whole = [Extent(0, len(text))]
    return Article(id, None, "Toy Gazette", text[:20], [], date, "en", text, whole, whole, sha, sha)


def read_sources(sources, *, stdin=None, date=None):
    for source in sources:
        if source != "-" and not Path(source).is_file():
            yield Rejected(source, "not-found", "no such file")
            continue
        lines = (line.decode() for line in stdin) if source == "-" else Path(source).read_text().splitlines()
        for number, line in enumerate(lines, start=1):
            text = line.rstrip("\n")
            yield Rejected(f"{source}:{number}", "no-article", "told\nto") if "REJECT" in text else article(f"{source}:{number}", text, date)


def files_below(folder):
    return sorted(str(path) for path in Path(folder).rglob("*") if path.is_file())


class Limits(msgspec.Struct, frozen=True):
    max_bytes: int = 5_242_880


class ModelError(RuntimeError):
    pass


class Reader:
    def __init__(self):
        if os.environ.get("TOY_WEIGHTS") == "absent":
            raise ModelError("the weights are absent")

    def read_many(self, articles):
        for given in articles:
            if "DIE" in given.text:
                os._exit(9)
            if "FAULT" in given.text:
                raise LookupError("the toy broke")
            time.sleep(0.03 if "SLOW" in given.text else 0)
            words = span_of(given.text, 0, len(given.text))
            statement = Statement("s1", [], [], [], [], [words], [], "indirect", "say", "affirmed", None, None, 0.5)
            yield Record(article=given, actors=[], statements=[statement], manifest=self.manifest())

    def manifest(self):
        return Manifest("0", "f" * 64, None, ["statements"], {"windows": 254})


def evaluate(path):
    right = float(Path(path).read_text()) if Path(path).exists() else None
    if right is None:
        raise AbsentData(f"{path} is absent")
    return [Figure("toys found", right, 10)], hashlib.sha256(b"the same toys").hexdigest()


TOYS = {
    "evaluation.polnear": {"evaluate": evaluate},
    "intake": {"read_sources": read_sources, "files_below": files_below, "LIMITS": Limits()},
    "reading": {"Reader": Reader, "__path__": []},
    "reading.encoder": {"ModelError": ModelError},
}
for name, holds in TOYS.items():
    toy = types.ModuleType(f"rapporteur.{name}")
    toy.__dict__.update(holds)
    sys.modules[toy.__name__] = toy

if __name__ == "__main__":
    from rapporteur.cli import main

    main()
