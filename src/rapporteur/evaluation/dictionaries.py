"""Dictionaries of the field: is every line read, or named with its reason.

The count does not trust the reader's own: a line counts as read where the name and the codes that stand in it, taken out
with a plain pattern, are all among what was loaded from that file.
"""

from __future__ import annotations

import re
from pathlib import Path

from rapporteur.evaluation.figures import Figure, require, sha256_of_files
from rapporteur.knowledge.dictionaries import Dictionary, read_dictionary

FILES = ("Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt", "Phoenix.MilNonState.actors.txt", "Phoenix.agents.txt")
_COMMENT = re.compile(r"[#;].*")
_CODE = re.compile(r"\[\s*(~?[A-Z0-9-]+~?)")


def _words(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).upper()


def _is_loaded(text: str, names: set[str], codes: set[str]) -> bool:
    name = _words(re.split(r"[\[{]", text)[0].removeprefix("+"))
    return ("!" in name or not name or name in names) and codes.issuperset(_CODE.findall(text))


def evaluate(path: Path) -> tuple[list[Figure], str]:
    """The figures on the Phoenix files in a folder, and the hash of the data."""
    files = [require(path / name) for name in FILES]
    lines = read = named = 0
    for file in files:
        data = file.read_bytes()
        d = read_dictionary(data, file.name)
        names, codes, faulty = _loaded(d)
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            text = _COMMENT.sub("", line).strip()
            if not text or text.startswith("<"):
                continue
            lines += 1
            named += number in faulty
            read += number not in faulty and _is_loaded(text, names, codes)
    return [Figure("lines read or named", read + named, lines), Figure("lines read", read, lines)], sha256_of_files(files)


def _loaded(d: Dictionary) -> tuple[set[str], set[str], set[int]]:
    names = {_words(n) for e in d.entries for n in (e.name, *e.aliases)} | {_words(r.phrase) for r in d.roles}
    codes = {c.code for e in d.entries for c in e.codes} | {r.code for r in d.roles}
    return names, codes, {f.line for f in d.faults}
