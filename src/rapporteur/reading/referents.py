"""Whom the names of an article refer to: one referent for each, however it is called.

Two full names of different given names are two people even where they share a surname; a bare surname is the one
that was named last. What any mention says (office, country, gender) is known of the referent.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from rapporteur.reading.names import NameMention
from rapporteur.reading.phrases import Phrase
from rapporteur.record.actor import Form


@dataclass
class Referent:
    """Whoever or whatever is referred to, with all that the article says of it."""

    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    offices: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    plural: bool = False
    mentions: dict[tuple[str, int, int], Form] = field(default_factory=dict)
    named: bool = True
    members: list[Referent] = field(default_factory=list)  # of a group
    body: Referent | None = None  # whom a person speaks for
    same: Referent | None = None  # who took this one up, once it is known to be the same

    @property
    def itself(self) -> Referent:
        """This referent, or the one that has taken it up."""
        return self if self.same is None else self.same.itself

    def take_up(self, described: Referent) -> None:
        """Become one with somebody who had no name so far."""
        self.kinds += described.kinds
        self.offices += [o for o in described.offices if o not in self.offices]
        self.sectors += described.sectors
        self.countries += described.countries
        self.genders += described.genders
        self.mentions |= described.mentions
        described.same = self

    @property
    def name(self) -> str:
        """The fullest name, the commonest of those."""
        return max(self.names, key=lambda n: (len(n.split()), self.names[n], n)) if self.names else ""

    @property
    def kind(self) -> str | None:
        return self.kinds.most_common(1)[0][0] if self.kinds else None

    @property
    def gender(self) -> str:
        known = [(n, g) for g, n in self.genders.items() if g]
        return max(known)[1] if known else ""

    @property
    def is_person(self) -> bool:
        return self.kind == "person" or (self.kind is None and self.named and not self.plural)

    def learn(self, reading: Phrase) -> None:
        """Take over what a phrase says."""
        if reading.name:
            self.names[reading.name] += 1
        if reading.kind:
            self.kinds[reading.kind] += 1
        if reading.office and reading.office not in self.offices:
            self.offices.append(reading.office)
        if reading.sector:
            self.sectors.append(reading.sector)
        if reading.country:
            self.countries[reading.country] += 1
        if reading.gender:
            self.genders[reading.gender] += 1

    def mention(self, place: str, start: int, end: int, form: Form) -> None:
        self.mentions.setdefault((place, start, end), form)


def name_key(name: str) -> str:
    """A name without articles, possessives and marks, in lower case."""
    name = re.sub(r"^(?:the|The)\s+", "", name)
    return re.sub(r"['’]s$|['’]$", "", name).replace("’", "'").casefold()


@lru_cache(maxsize=4_096)
def _tokens(name: str) -> list[str]:
    return [t for t in re.split(r"[\s]+", name_key(name)) if t.strip(".")]


def is_short_for(short: str, full: str) -> bool:
    """Whether one name can be the other's short form: its surname, its given name, its last words or its initials."""
    s, f = _tokens(short), _tokens(full)
    if not s or not f or len(s) >= len(f):
        return False
    if s == f[-len(s) :] or (s == f[: len(s)] and len(s) == 1 and len(s[0]) > 1):
        return True
    capitals = "".join(w[0] for w in name_key(full).split() if w not in ("of", "the", "and", "for"))
    return len(s) == 1 and len(short) > 1 and short.isupper() and s[0] == capitals


def gather(mentions: list[NameMention]) -> tuple[list[Referent], list[Referent]]:
    """All referents of the names and, for each mention, whom it names (in the order of the mentions)."""
    referents: list[Referent] = []
    by_key: dict[str, Referent] = {}
    full = {name_key(m.reading.name) for m in mentions}
    longer: dict[str, list[str]] = {}
    for m in mentions:
        key = name_key(m.reading.name)
        if key not in longer:
            longer[key] = sorted(f for f in full if f != key and is_short_for(m.reading.name, f) and m.reading.kind not in ("state", "media"))
    assigned: list[Referent] = []
    recent: dict[str, Referent] = {}
    for m in mentions:
        key = name_key(m.reading.name)
        referent = by_key.get(key)
        if longer[key]:
            # the bearer of a fuller name that was named last, else the one that will be named first
            referent = recent.get(key) or next((by_key[f] for f in reversed(list(by_key)) if f in longer[key]), None)
            if referent is None:
                target = min(longer[key], key=lambda f: next(i for i, x in enumerate(mentions) if name_key(x.reading.name) == f))
                referent = by_key.setdefault(target, Referent())
        elif referent is None:
            referent = by_key.setdefault(key, Referent())
        if not any(referent is r for r in referents):
            referents.append(referent)
        referent.learn(m.reading)
        referent.mention(m.field, m.start, m.end, "name")
        for f in _shorts(m.reading.name):
            recent[f] = referent
        assigned.append(referent)
    return referents, assigned


def _shorts(name: str) -> list[str]:
    tokens = _tokens(name)
    return [tokens[-1], tokens[0]] if len(tokens) > 1 else []
