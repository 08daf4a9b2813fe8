"""The people of the news and the offices that they held, with dates.

An office without an end is "in office as of" the day that its row gives; for later days it is still taken for the
holder's, which the tenure's `as_of` lets a reader see.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rapporteur.knowledge.keys import key_of
from rapporteur.knowledge.tables import DATA, own_rows, parse_rows

FAMILY_FIRST = frozenset(["CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "SGP", "KHM", "MYS", "HUN"])
_PARTICLES = frozenset(["al", "el", "as", "ad", "an", "ar", "at", "ez", "bin", "ibn", "ben", "abu", "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "do", "du", "la", "le", "san", "ter", "ten", "ould", "o", "mc", "st", "saint", "aung", "haj", "hadj", "ag", "e", "y", "el-"])
_TWO_SURNAMES = frozenset(["ESP", "MEX", "ARG", "BOL", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "SLV", "GTM", "HND", "NIC", "PAN", "PRY", "PER", "URY", "VEN", "PRT", "BRA", "AGO", "MOZ", "PHL"])
_LAST_DAY = "9999-12-31"


class Tenure(NamedTuple):
    """Who held which `office`, `of` what (an ISO alpha-3 code or the name of a body), from when to when, both ends
    inclusive and as exact as known ("2010", "2010-05", "2010-05-11"); `end` is "" while in office as of `as_of`."""

    office: str
    of: str
    start: str
    end: str
    as_of: str
    source: str

    def holds(self, day: str) -> bool:
        """Whether the office was held on an ISO day; a month or year that a date leaves open counts as a whole."""
        return (not self.start or self.start <= day[: len(self.start)]) and (not self.end or day[: len(self.end)] <= self.end)

    def is_over(self, day: str) -> bool:
        """Whether it ended before that day."""
        return bool(self.end) and self.end < day[: len(self.end)]


class Person(NamedTuple):
    """A person: `key` in the registry, `name` as agencies write it, other spellings, gender ("m", "f" or ""), ISO
    `country` and tenures by their beginning; `wikidata` only where a source file gives it."""

    key: str
    name: str
    aliases: tuple[str, ...]
    gender: str
    country: str
    tenures: tuple[Tenure, ...]
    wikidata: str | None = None


class _Row(NamedTuple):
    """A line of the tables."""

    name: str
    aliases: str
    gender: str
    country: str
    office: str
    of: str
    start: str
    end: str
    as_of: str
    source: str
    wikidata: str = ""

    @property
    def names(self) -> list[str]:
        return [self.name, *(a for a in self.aliases.split(";") if a)] if self.aliases else [self.name]


@lru_cache(maxsize=1)
def _groups() -> list[list[_Row]]:
    """The rows of each person, in the order of the tables; rows of one country that share a name or alias are one
    person's."""
    groups: list[list[_Row]] = []
    called: dict[tuple[str, str], int] = {}
    for rows in _tables():
        for row in rows:
            keys = [(row.country, key_of(n)) for n in row.names]
            at = next((called[k] for k in keys if k in called), len(groups))
            if at == len(groups):
                groups.append([])
            groups[at].append(row)
            for key in keys:
                called.setdefault(key, at)
    return groups


def _tables() -> Iterator[list[_Row]]:
    """The rows of every table of people, the user's own first."""
    yield [_Row(**row) for row in own_rows("people.tsv")]
    for path in sorted((DATA / "people").glob("*.tsv")):
        yield [_Row(*cells) for cells in parse_rows(path)[1]]


@cache
def _person(at: int) -> Person:
    """The person of a group of rows, called as the first of them."""
    held = _groups()[at]
    name, country = held[0].name, held[0].country
    tenures = {Tenure(r.office, r.of or country, r.start, r.end, r.as_of, r.source) for r in held if r.office}
    aliases = dict.fromkeys(n.strip() for r in held for n in r.names)
    return Person(
        f"person:{country.lower()}:{key_of(name).replace(' ', '-')}", name, tuple(a for a in aliases if a != name),
        next((r.gender for r in held if r.gender), ""), country, tuple(sorted(tenures, key=lambda t: (t.start, t.end or _LAST_DAY))),
        next((r.wikidata for r in held if r.wikidata), None),
    )


def people() -> list[Person]:
    """Everybody in the tables."""
    return [_person(at) for at in range(len(_groups()))]


def surnames_of(names: list[str], country: str) -> set[str]:
    """The keys by which somebody is called without the given name ("assad" and "al assad" of Bashar al-Assad)."""
    out: set[str] = set()
    for name in names:
        words = key_of(name).split()
        if len(words) < 2:
            continue
        at = len(words) - 1
        out.add(words[at])
        while at > 1 and words[at - 1] in _PARTICLES:
            at -= 1
            out.add(" ".join(words[at:]))
        if country in _TWO_SURNAMES and len(words) > 2:
            out |= {words[-2], " ".join(words[-2:])} - _PARTICLES
        if country in FAMILY_FIRST:
            out.add(words[0])
        if "-" in name:
            out.add(key_of(name.split()[-1]))
    return out


@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[int]]:
    full: dict[str, list[int]] = defaultdict(list)
    for at, rows in enumerate(_groups()):
        for key in {key_of(n) for row in rows for n in row.names}:
            full[key].append(at)
    return dict(full)


@lru_cache(maxsize=1)
def _by_surname() -> dict[str, list[int]]:
    last: dict[str, list[int]] = defaultdict(list)
    for at, rows in enumerate(_groups()):
        for key in surnames_of([n for row in rows if row.aliases or row is rows[0] for n in row.names], rows[0].country):
            last[key].append(at)
    return dict(last)


def people_named(name: str) -> list[Person]:
    """Everybody of that full name or alias."""
    return [_person(at) for at in _by_name().get(key_of(name), ())]


def people_surnamed(name: str) -> list[Person]:
    """Everybody who is called so without the given name."""
    return [_person(at) for at in _by_surname().get(key_of(name), ())]


@lru_cache(maxsize=1)
def _by_office() -> dict[tuple[str, str], list[int]]:
    out: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, rows in enumerate(_groups()):
        for row in rows:
            if at not in out[key := (row.office, row.of or row.country)]:
                out[key].append(at)
    return dict(out)


def holders(office: str, of: str, day: str) -> list[Person]:
    """Who held an office of a state or body on a day: the latest comer first."""
    candidates = [_person(at) for at in _by_office().get((office, of), ())]
    found = [(t.start, p) for p in candidates for t in p.tenures if t.office == office and t.of == of and t.holds(day)]
    return [p for _, p in sorted(found, key=lambda f: f[0], reverse=True)]


@lru_cache(maxsize=1)
def last_day_known() -> str:
    """The end of the last month as of which an office is known to be held, as an ISO day."""
    month = max((row.as_of for rows in _groups() for row in rows), default="") or "2025-12"
    year, number = int(month[:4]), int(month[5:7] or 12)
    return f"{year:04d}-{number:02d}-{monthrange(year, number)[1]:02d}"
