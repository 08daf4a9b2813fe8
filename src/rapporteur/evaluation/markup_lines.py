"""The lines below an item's text: statements, events, positions, plans and disputes (training/corpus/README.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapporteur.knowledge.plover import MODES
from rapporteur.record.event import REALITY

_KEYS = r"-|[\w,-]+"
_STATEMENT = re.compile(rf"(?P<n>\d+) by (?P<by>{_KEYS})(?: to (?P<to>[\w,-]+))? act (?P<act>[a-z]+)(?P<negated> negated)?")
_EVENT = re.compile(rf"e(?P<n>\d+) by (?P<by>{_KEYS}) on (?P<on>{_KEYS}) (?P<type>[A-Z]+)(?P<more>(?: [a-z-]+)*)")
_POSITION = re.compile(r"i(?P<n>\d+) by (?P<by>[\w,-]+) (?P<stance>for|against|conditional)")
_PLAN = re.compile(rf"p(?P<n>\d+) by (?P<by>{_KEYS})")
_DISPUTE = re.compile(rf"d(?P<n>\d+) by (?P<by>{_KEYS}) against (?P<on>{_KEYS}): (?P<question>.+\?)")


class LineError(ValueError):
    """A line below the text that cannot be read."""


@dataclass
class Mark:
    """Characters `start` to `end` of title or text that serve `role` of line `number`."""

    role: str
    number: int
    start: int
    end: int
    title: bool


@dataclass
class MarkedLine:
    """What every line has: its number among its kind, the keys of its actors, and the marks that bear its number."""

    number: int
    by: list[str]
    marks: list[Mark] = field(default_factory=list, kw_only=True)

    def spans(self, role: str) -> list[Mark]:
        """The pieces of one role in the order of the text, the title first."""
        return sorted((m for m in self.marks if m.role == role), key=lambda m: (not m.title, m.start))


@dataclass
class MarkedStatement(MarkedLine):
    to: list[str]
    act: str
    negated: bool


@dataclass
class MarkedEvent(MarkedLine):
    """An event: `by` does it to `on`. Each mark of the role `trigger` is one mention."""

    on: list[str]
    type: str
    mode: str | None
    reality: str
    symmetric: bool


@dataclass
class MarkedPosition(MarkedLine):
    stance: str


@dataclass
class MarkedPlan(MarkedLine):
    pass


@dataclass
class MarkedDispute(MarkedLine):
    """Two accounts of one fact: marks of the role `claim` are held by `by`, those of `counterclaim` by `on`."""

    on: list[str]
    question: str


def parse_line(line: str, known: Iterable[str]) -> MarkedLine:
    """The line below the text that `line` is. Raises LineError where it has no form or names an actor that is not `known`."""
    line = line.strip()
    for form, build in _FORMS:
        m = form.fullmatch(line)
        if m is not None:
            strangers = sorted(set(_keys(m["by"]) + (_keys(m["on"]) if "on" in form.groupindex else [])) - set(known))
            if strangers:
                raise LineError(f"the header has no actor {', '.join(strangers)}")
            made = build(m)
            if isinstance(made, MarkedStatement) and not set(made.to) <= set(known):
                raise LineError(f"the header has no actor {', '.join(sorted(set(made.to) - set(known)))}")
            return made
    raise LineError(
        "no such line: 'N by KEYS [to KEYS] act ACT [negated]', 'eN by KEYS on KEYS TYPE [mode] [reality] [symmetric]', "
        "'iN by KEY for|against|conditional', 'pN by KEYS', 'dN by KEYS against KEYS: question?'"
    )


def _keys(words: str | None) -> list[str]:
    return [] if words in (None, "-") else words.split(",")


def _statement(m: re.Match[str]) -> MarkedStatement:
    return MarkedStatement(int(m["n"]), _keys(m["by"]), _keys(m["to"]), m["act"], m["negated"] is not None)


def _event(m: re.Match[str]) -> MarkedEvent:
    kind, more = m["type"], m["more"].split()
    if kind not in MODES:
        raise LineError(f"no event type {kind}")
    modes = [w for w in more if w in MODES[kind]]
    reality = [w for w in more if w in REALITY]
    left = [w for w in more if w not in modes and w not in reality and w != "symmetric"]
    if left or len(modes) > 1 or len(reality) > 1:
        raise LineError(f"{kind} has no {', '.join(left) or ' and '.join(more)}; its modes are {', '.join(MODES[kind]) or 'none'}")
    return MarkedEvent(
        int(m["n"]), _keys(m["by"]), _keys(m["on"]), kind, modes[0] if modes else None, reality[0] if reality else "happened", "symmetric" in more
    )


_FORMS = [
    (_STATEMENT, _statement),
    (_EVENT, _event),
    (_POSITION, lambda m: MarkedPosition(int(m["n"]), _keys(m["by"]), m["stance"])),
    (_PLAN, lambda m: MarkedPlan(int(m["n"]), _keys(m["by"]))),
    (_DISPUTE, lambda m: MarkedDispute(int(m["n"]), _keys(m["by"]), _keys(m["on"]), m["question"])),
]
