"""Reads the inline markup of the project's corpus (training/corpus/README.md) into plain text and lines of the record.

A marked item is a header, a title, paragraphs with nested brackets, and one line a statement, event, position, plan or
dispute; what comes out has offsets into the text without brackets, so that markup and text cannot drift apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from rapporteur.evaluation.markup_lines import (
    LineError,
    Mark,
    MarkedDispute,
    MarkedEvent,
    MarkedLine,
    MarkedPlan,
    MarkedPosition,
    MarkedStatement,
    parse_line,
)
from rapporteur.reading.mentions import KINDS

# Letter of a mark → the kind of line that it serves and its role there.
ROLES = {
    "S": (MarkedStatement, "source"), "C": (MarkedStatement, "cue"), "X": (MarkedStatement, "content"), "A": (MarkedStatement, "audience"),
    "E": (MarkedEvent, "trigger"), "T": (MarkedEvent, "date"), "L": (MarkedEvent, "place"),
    "I": (MarkedPosition, "issue"), "P": (MarkedPlan, "what"), "W": (MarkedPlan, "when"),
    "Y": (MarkedDispute, "claim"), "Z": (MarkedDispute, "counterclaim"),
}  # fmt: skip
LABEL = re.compile(rf"\[(?:([{''.join(ROLES)}])(\d+(?:,\d+)*)|@([a-z0-9_-]+)) ")
REQUIRED = ("date", "outlet", "region", "style")
FACTS = ("country", "sector", "role", "members")  # what an actor line may add
PRONOUNS = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their", "theirs", "themselves", "who", "whom", "whose", "which", "that", "this", "these", "those", "both", "neither", "each", "one", "some", "others", "all", "none", "either"])


Line = TypeVar("Line", bound=MarkedLine)


class MarkupError(ValueError):
    """A fault in an item, with its file and line."""

    def __init__(self, path: Path | str, line: int, message: str):
        super().__init__(f"{path}:{line}: {message}")


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
    """One item: header fields, actors by key, title, text and the lines of the record, offsets into either. `mentions` are
    actor key, start, end and whether in the title. They are complete where the header says `mentions: all`, as events are
    with `events: all`, and positions, plans and disputes with `positions: all`; statements are, unless it says
    `statements: part`."""

    id: str
    header: dict[str, str]
    actors: dict[str, MarkedActor]
    title: str
    text: str
    lines: list[MarkedLine]
    mentions: list[tuple[str, int, int, bool]]

    def of(self, kind: type[Line]) -> list[Line]:
        """The lines of one kind, in the order in which they stand."""
        return [line for line in self.lines if isinstance(line, kind)]

    @property
    def statements(self) -> list[MarkedStatement]:
        return self.of(MarkedStatement)

    def complete(self, layer: str) -> bool:
        """Whether the item marks all of `layer`: "statements", "mentions", "events" or "positions" (with plans and disputes)."""
        return self.header.get(layer, "all" if layer == "statements" else "") == "all"


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
    below = _parse_lines(lines, at + 1, actors, path)
    mentions = []
    for letter, n, start, end, in_title in placed:
        if letter == "@":
            if n not in actors:
                raise MarkupError(path, 0, f"mention of an actor that the header does not have: {n}")
            mentions.append((n, start, end, in_title))
            continue
        kind, role = ROLES[letter]
        if (kind, int(n)) not in below:
            raise MarkupError(path, 0, f"label {letter}{n} has no line")
        below[kind, int(n)].marks.append(Mark(role, int(n), start, end, in_title))
    for line in below.values():
        _check_line(line, path)
    return Item(Path(path).stem, header, actors, title, "\n\n".join(paragraphs), list(below.values()), mentions)


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


def _parse_lines(lines, first, actors, path):
    below: dict[tuple[type[MarkedLine], int], MarkedLine] = {}
    for at in range(first, len(lines)):
        if not lines[at].strip():
            continue
        try:
            line = parse_line(lines[at], actors)
        except LineError as fault:
            raise MarkupError(path, at + 1, str(fault)) from None
        if (type(line), line.number) in below:
            raise MarkupError(path, at + 1, f"{lines[at].split()[0]} stands twice")
        below[type(line), line.number] = line
    return below


_NEEDED = {MarkedStatement: ("content", "cue"), MarkedEvent: ("trigger",), MarkedPosition: ("issue",), MarkedPlan: ("what",), MarkedDispute: ("claim", "counterclaim")}
_NAMES = {MarkedStatement: "statement", MarkedEvent: "event", MarkedPosition: "position", MarkedPlan: "plan", MarkedDispute: "dispute"}


def _check_line(line: MarkedLine, path) -> None:
    for role in _NEEDED[type(line)]:
        if not line.spans(role):
            raise MarkupError(path, 0, f"{_NAMES[type(line)]} {line.number} has no {role}")
    if isinstance(line, MarkedStatement) and len(line.spans("cue")) > 1:
        raise MarkupError(path, 0, f"statement {line.number} has two cues; a cue is one stretch")
