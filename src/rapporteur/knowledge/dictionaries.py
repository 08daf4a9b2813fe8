"""Dictionaries of the field: the `.actors` and `.agents` files of TABARI and PETRARCH.

Every line of a file is one of three things: blank or a comment, part of what was read, or a fault with its reason. What is
loaded is loaded whole: a name stands for all its codes, since the first that fits the day wins and a lost one would
shift the meaning of the others. So a code that cannot be read makes faults of all lines of its entry; a synonym that
cannot be read only of its own, since the other names of the entry lose nothing by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from rapporteur.knowledge.dictionary_lines import (
    Code,
    Line,
    Unread,
    check_code,
    lines_of,
    read_codes,
    read_name,
)


class Entry(NamedTuple):
    """An actor: `name` and `aliases` in upper case, since the dictionaries keep none, its codes in the order of the file,
    of which the first that fits a day holds, and the `line` where it begins."""

    name: str
    aliases: tuple[str, ...]
    codes: tuple[Code, ...]
    line: int


class Role(NamedTuple):
    """A noun for people of a role: `phrase` and `plural` ("" where it has none) in upper case. `code` has its "~" where the
    code of the country comes: "~GOV" follows it, "IGO~" goes before it."""

    phrase: str
    plural: str
    code: str
    line: int


class Fault(NamedTuple):
    """A line that was not read: its `file`, its number, its `text` without comment, and the `reason`."""

    file: str
    line: int
    text: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class Dictionary(NamedTuple):
    """What a file holds. `lines` is `blank` (comments too) + `read` + the number of `faults`, one a line; `remarks` name
    lines that were read and look wrong."""

    file: str
    kind: str
    entries: list[Entry]
    roles: list[Role]
    faults: list[Fault]
    remarks: list[Fault]
    lines: int
    blank: int
    read: int


def read_dictionary(data: bytes, file: str) -> Dictionary:
    """What the bytes of a file hold, as agents where most codes in it have a "~", else as actors."""
    lines = list(lines_of(data))
    codes = [line.text for line in lines if "[" in line.text]
    agents = sum("~" in text.partition("[")[2] for text in codes) * 2 > len(codes)
    entries: list[Entry] = []
    roles: list[Role] = []
    faults: list[Fault] = []
    remarks: list[Fault] = []
    if agents:
        roles = _read_agents(lines, file, faults)
    else:
        entries = _read_actors(lines, file, faults, remarks)
    blank = sum(not line.text and not line.problem for line in lines)
    faults.sort(key=lambda fault: fault.line)
    read = len(lines) - blank - len(faults)
    return Dictionary(file, "agents" if agents else "actors", entries, roles, faults, remarks, len(lines), blank, read)


# --- actors


@dataclass
class _Draft:
    """An entry while its lines are read. `spoilt` is the first line whose fault concerns the whole of it."""

    names: list[str] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    reasons: dict[int, str] = field(default_factory=dict)
    remarks: list[tuple[Line, str]] = field(default_factory=list)
    spoilt: int | None = None

    def fault(self, line: Line, reason: str, *, whole: bool) -> None:
        self.reasons[line.number] = reason
        if whole and self.spoilt is None:
            self.spoilt = line.number

    def add_name(self, line: Line, text: str) -> None:
        name = read_name(text)
        self.names.append(name)
        if not any(c.isalpha() for c in name):
            self.remarks.append((line, f"the name {name} has no letter"))

    def add_codes(self, line: Line, text: str) -> None:
        codes, remarks = read_codes(text)
        for code in codes:
            if self.codes and _always(self.codes[-1]):
                raise Unread(f"the code {code.code} comes behind one without dates and never holds")
            self.codes.append(code)
        self.remarks += [(line, remark) for remark in remarks]


def _always(code: Code) -> bool:
    return code.start is None and code.end is None


def _read_actors(lines: list[Line], file: str, faults: list[Fault], remarks: list[Fault]) -> list[Entry]:
    entries: list[Entry] = []
    draft: _Draft | None = None
    for line in lines:
        if not line.text and not line.problem:
            continue
        if draft is None or line.text[:1] not in ("[", "+"):
            if draft is not None:
                _close(draft, file, entries, faults, remarks)
            draft = _Draft()
            orphan = line.text[:1] in ("[", "+")
            if orphan:
                faults.append(Fault(file, line.number, line.text, "no name above it"))
                draft = None
                continue
        draft.lines.append(line)
        _read_line(draft, line)
    if draft is not None:
        _close(draft, file, entries, faults, remarks)
    return entries


def _read_line(draft: _Draft, line: Line) -> None:
    name, bracket, _ = line.text.partition("[")
    codes = line.text[len(name) :]
    synonym = line.text.startswith("+")
    if line.problem:
        draft.fault(line, line.problem, whole=not synonym or bool(bracket))
        return
    try:
        if synonym and bracket:
            raise Unread("a code in the line of a synonym")
        if name:
            draft.add_name(line, name[synonym:])
        draft.add_codes(line, codes)
    except Unread as reason:
        draft.fault(line, str(reason), whole=not synonym or bool(bracket))


def _close(draft: _Draft, file: str, entries: list[Entry], faults: list[Fault], remarks: list[Fault]) -> None:
    first = draft.lines[0]
    if draft.spoilt is None and not draft.codes:
        draft.fault(first, f"no code for {draft.names[0]}", whole=True)
    if draft.spoilt is not None:
        for line in draft.lines:
            draft.reasons.setdefault(line.number, f"left out: line {draft.spoilt} of its entry is not read")
    faults += [Fault(file, line.number, line.text, draft.reasons[line.number]) for line in draft.lines if line.number in draft.reasons]
    if draft.spoilt is None:
        aliases = tuple(n for n in dict.fromkeys(draft.names) if n != draft.names[0])
        entries.append(Entry(draft.names[0], aliases, tuple(draft.codes), first.number))
        remarks += [Fault(file, line.number, line.text, remark) for line, remark in draft.remarks]


# --- agents

_SET = re.compile(r"!([^!\s=]+)!\s*=(.*)")
_MARKER = re.compile(r"!([^!\s]+)!")
_AGENT = re.compile(r"([^\[\]{}]*)(?:\{([^\[\]{}]*)\})?\s*\[([^\[\]{}]*)\]")


def _read_agents(lines: list[Line], file: str, faults: list[Fault]) -> list[Role]:
    roles: list[Role] = []
    sets: dict[str, list[str]] = {}
    for line in lines:
        if not line.text and not line.problem:
            continue
        try:
            if line.problem:
                raise Unread(line.problem)
            if found := _SET.fullmatch(line.text):
                _define(sets, found[1], found[2])
            else:
                roles += _read_agent(line, sets)
        except Unread as reason:
            faults.append(Fault(file, line.number, line.text, str(reason)))
    return roles


def _define(sets: dict[str, list[str]], name: str, members: str) -> None:
    """A set of endings that stand in for its name. Raises Unread."""
    if name in sets:
        raise Unread(f"the set !{name}! is defined twice")
    sets[name] = [read_name(member) for member in members.split(",")]


def _read_agent(line: Line, sets: dict[str, list[str]]) -> list[Role]:
    found = _AGENT.fullmatch(line.text)
    if found is None:
        raise Unread(_what_is_wrong(line.text))
    phrase, plural, code = found[1], found[2], found[3].strip()
    bare = check_code(code.removesuffix("~") if code.endswith("~") else code.removeprefix("~"))
    if code == bare:
        raise Unread(f"no ~ with the code {code}, so its place is not known")
    if "!" in phrase:
        if plural and plural.strip():
            raise Unread("a plural beside a set, which has its own")
        return [Role(read_name(form), "", code, line.number) for form in _forms(phrase, sets)]
    name = read_name(phrase)
    if plural is None:
        return [Role(name, _plural(name), code, line.number)]
    return [Role(name, read_name(plural) if plural.strip() else "", code, line.number)]


def _what_is_wrong(text: str) -> str:
    if "[" not in text:
        return "no code"
    if text.count("{") != text.count("}") or text.count("[") != text.count("]"):
        return "a bracket is not closed"
    return "not of the form PHRASE {PLURAL} [~CODE]"


def _forms(phrase: str, sets: dict[str, list[str]]) -> list[str]:
    """The phrase with each member of its set. Raises Unread."""
    markers = list(_MARKER.finditer(phrase))
    if len(markers) != 1 or phrase.count("!") != 2:
        raise Unread("more than one set, or a ! without its pair")
    before, name, after = phrase[: markers[0].start()], markers[0][1], phrase[markers[0].end() :]
    if name not in sets:
        raise Unread(f"no set !{name}! above it")
    if before[-1:].isalnum() and after[:1].isalnum():
        raise Unread(f"the set !{name}! stands inside a word")
    return [before + member + after for member in sets[name]]


def _plural(name: str) -> str:
    """The regular plural: S, IES behind a consonant, ES behind a hiss."""
    if re.search(r"[^AEIOU\W]Y$", name):
        return name[:-1] + "IES"
    return name + ("ES" if name.endswith(("S", "X", "Z", "CH", "SH")) else "S")
