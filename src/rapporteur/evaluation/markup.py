"""Reads the inline markup of the project's corpus (training/corpus/README.md) into plain text and statements.

A marked item is a header, a title, paragraphs with nested brackets, and one line a statement; what comes out
has offsets into the text without brackets, so that markup and text cannot drift apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from rapporteur.reading.mentions import KINDS

LABEL = re.compile(r"\[(?:([SCXA])(\d+(?:,\d+)*)|@([a-z0-9_-]+)) ")
STATEMENT = re.compile(
    r"^(?P<n>\d+) by (?P<by>-|[\w,-]+)(?: to (?P<to>[\w,-]+))? act (?P<act>[a-z]+)(?P<negated> negated)?$"
)
ROLES = {"S": "source", "C": "cue", "X": "content", "A": "audience"}
REQUIRED = ("date", "outlet", "region", "style")
FACTS = ("country", "sector", "role", "members")  # what an actor line may add
PRONOUNS = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves", "who", "whom", "whose", "which", "that", "this", "these", "those", "both", "neither", "each", "one", "some", "others", "all", "none", "either"])


class MarkupError(ValueError):
    """A fault in an item, with its file and line."""

    def __init__(self, path: Path | str, line: int, message: str):
        super().__init__(f"{path}:{line}: {message}")


@dataclass
class Mark:
    """Characters `start` to `end` of title or text that serve `role` of statement `number`."""

    role: str
    number: int
    start: int
    end: int
    title: bool


@dataclass
class MarkedStatement:
    number: int
    by: list[str]
    to: list[str]
    act: str
    negated: bool
    marks: list[Mark] = field(default_factory=list)

    def spans(self, role: str) -> list[Mark]:
        """The pieces of one role in the order of the text, the title first."""
        return sorted((m for m in self.marks if m.role == role), key=lambda m: (not m.title, m.start))


@dataclass(frozen=True)
class MarkedActor:
    """An actor of the header: name, kind, and what the item says of it on its day; None where it says nothing."""

    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    members: tuple[str, ...] = ()


@dataclass
class Item:
    """One item: header fields, actors by key, title, text and statements, offsets into either. `mentions` are actor
    key, start, end and whether in the title; they are complete where the header says `mentions: all`."""

    id: str
    header: dict[str, str]
    actors: dict[str, MarkedActor]
    title: str
    text: str
    statements: list[MarkedStatement]
    mentions: list[tuple[str, int, int, bool]]


def strip_brackets(marked: str, *, where: str = "?", line: int = 0) -> tuple[str, list[tuple[str, str, int, int]]]:
    """The plain words of a marked line and its labels as (letter or "@", number or key, start, end)."""
    out: list[str] = []
    open_labels: list[tuple[str, str, int]] = []
    labels: list[tuple[str, str, int, int]] = []
    i = length = 0
    while i < len(marked):
        char = marked[i]
        if char == "\\" and marked[i + 1 : i + 2] in ("[", "]"):
            out.append(marked[i + 1])
            i, length = i + 2, length + 1
        elif char == "[":
            m = LABEL.match(marked, i)
            if m is None:
                raise MarkupError(where, line, f"no label at {marked[i:i + 30]!r}")
            open_labels.append((m[1] or "@", m[2] or m[3], length))
            i = m.end()
        elif char == "]":
            if not open_labels:
                raise MarkupError(where, line, f"nothing to close before {marked[i:i + 30]!r}")
            letter, numbers, start = open_labels.pop()
            words = "".join(out)[start:]
            if words != words.strip() or not words:
                raise MarkupError(where, line, f"span begins or ends with white space or is empty: {words!r}")
            labels.extend((letter, n, start, length) for n in numbers.split(","))
            i += 1
        else:
            out.append(char)
            i, length = i + 1, length + 1
    if open_labels:
        raise MarkupError(where, line, f"label {open_labels[-1][:2]} is never closed")
    return "".join(out), labels


def parse_item(source: str, *, path: Path | str = "item") -> Item:
    """The item that a file's content describes. Raises MarkupError with file and line."""
    lines = source.rstrip("\n").split("\n")
    header, actors, at = _parse_header(lines, path)
    if not lines[at].startswith("# "):
        raise MarkupError(path, at + 1, "the title line begins with '# '")
    title, labels = strip_brackets(lines[at][2:], where=str(path), line=at + 1)
    placed = [(*label, True) for label in labels]
    paragraphs: list[str] = []
    offset, first = 0, at + 1
    for at in range(first, len(lines)):
        if lines[at] == "---":
            break
        if not lines[at].strip():
            continue
        plain, labels = strip_brackets(lines[at], where=str(path), line=at + 1)
        placed += [(letter, n, s + offset, e + offset, False) for letter, n, s, e in labels]
        paragraphs.append(plain)
        offset += len(plain) + 2
    else:
        raise MarkupError(path, len(lines), "no '---' before the statements")
    statements = _parse_statements(lines, at + 1, actors, path)
    mentions = []
    for letter, n, start, end, in_title in placed:
        if letter == "@":
            if n not in actors:
                raise MarkupError(path, 0, f"mention of an actor that the header does not have: {n}")
            mentions.append((n, start, end, in_title))
        elif int(n) not in statements:
            raise MarkupError(path, 0, f"label {letter}{n} has no statement line")
        else:
            statements[int(n)].marks.append(Mark(ROLES[letter], int(n), start, end, in_title))
    for s in statements.values():
        _check_statement(s, path)
    return Item(Path(path).stem, header, actors, title, "\n\n".join(paragraphs), list(statements.values()), mentions)


def _parse_header(lines, path):
    header: dict[str, str] = {}
    actors: dict[str, MarkedActor] = {}
    for at, line in enumerate(lines):
        if not line.strip():
            break
        key, colon, value = line.partition(": ")
        if not colon:
            raise MarkupError(path, at + 1, "a header line is 'key: value'")
        if key.startswith("actor "):
            actors[key[6:]] = _parse_actor(value, path, at + 1)
        else:
            header[key] = value
    strangers = sorted({m for a in actors.values() for m in a.members if m not in actors})
    if strangers:
        raise MarkupError(path, 1, f"a member that the header does not have: {', '.join(strangers)}")
    missing = [k for k in REQUIRED if k not in header]
    if missing:
        raise MarkupError(path, 1, f"the header lacks {', '.join(missing)}")
    return header, actors, at + 1


def _parse_actor(value: str, path: Path | str, line: int) -> MarkedActor:
    """"Full name | kind | country=KEN | sector=GOV | role=foreign minister | members=a,b"; all but name and kind may be
    left out."""
    name, *rest = value.split(" | ")
    facts = dict(part.partition("=")[::2] for part in rest[1:])
    if not rest or rest[0] not in KINDS or not set(facts) <= set(FACTS) or not all(facts.values()):
        raise MarkupError(path, line, "an actor line is 'actor KEY: Full name | kind', then ' | country=…', sector, role, members")
    members = tuple(facts.pop("members", "").split(",")) if "members" in facts else ()
    return MarkedActor(name, rest[0], **facts, members=members)


def _parse_statements(lines, first, actors, path):
    statements: dict[int, MarkedStatement] = {}
    for at in range(first, len(lines)):
        if not lines[at].strip():
            continue
        m = STATEMENT.match(lines[at].strip())
        if m is None:
            raise MarkupError(path, at + 1, "a statement line is 'N by KEYS [to KEYS] act ACT [negated]'")
        by = [] if m["by"] == "-" else m["by"].split(",")
        to = m["to"].split(",") if m["to"] else []
        unknown = [k for k in by + to if k not in actors]
        if unknown:
            raise MarkupError(path, at + 1, f"the header has no actor {', '.join(unknown)}")
        if int(m["n"]) in statements:
            raise MarkupError(path, at + 1, f"statement {m['n']} stands twice")
        statements[int(m["n"])] = MarkedStatement(int(m["n"]), by, to, m["act"], m["negated"] is not None)
    return statements


def _check_statement(s: MarkedStatement, path) -> None:
    if not s.spans("content"):
        raise MarkupError(path, 0, f"statement {s.number} has no content")
    if not s.spans("cue"):
        raise MarkupError(path, 0, f"statement {s.number} has no cue")
    if len(s.spans("cue")) > 1:
        raise MarkupError(path, 0, f"statement {s.number} has two cues; a cue is one stretch")
