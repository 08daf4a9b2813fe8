"""The people of the news and the offices that they held, with dates.

An office without an end is "in office as of" the day that its row gives; for later days it is still taken for the
holder's, which the tenure's `as_of` lets a reader see.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from rapporteur.knowledge.gazetteer import key_of
from rapporteur.knowledge.tables import DATA, read_table

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


@lru_cache(maxsize=1)
def people() -> tuple[Person, ...]:
    """Everybody in the tables, in their order; one person's rows of several files are one person."""
    rows: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for path in sorted((DATA / "people").glob("*.tsv")):
        for row in read_table(f"people/{path.name}"):
            rows[row["name"], row["country"]].append(row)
    return tuple(_person(name, country, held) for (name, country), held in rows.items())


def _person(name: str, country: str, held: list[dict[str, str]]) -> Person:
    tenures = [Tenure(r["office"], r["of"] or country, r["start"], r["end"], r["as_of"], r["source"]) for r in held if r["office"]]
    aliases = dict.fromkeys(a.strip() for r in held for a in r["aliases"].split(";") if a.strip())
    return Person(
        f"person:{country.lower()}:{key_of(name).replace(' ', '-')}", name, tuple(aliases), next((r["gender"] for r in held if r["gender"]), ""),
        country, tuple(sorted(set(tenures), key=lambda t: (t.start, t.end or _LAST_DAY))), next((r["wikidata"] for r in held if r.get("wikidata")), None),
    )


def surnames_of(person: Person) -> set[str]:
    """The keys by which a person is called without the given name ("assad" and "al assad" of Bashar al-Assad)."""
    out: set[str] = set()
    for name in (person.name, *person.aliases):
        words = key_of(name).split()
        if len(words) < 2:
            continue
        at = len(words) - 1
        out.add(words[at])
        while at > 1 and words[at - 1] in _PARTICLES:
            at -= 1
            out.add(" ".join(words[at:]))
        if person.country in _TWO_SURNAMES and len(words) > 2:
            out |= {words[-2], " ".join(words[-2:])} - _PARTICLES
        if person.country in FAMILY_FIRST:
            out.add(words[0])
        if "-" in name:
            tail = key_of(name.split()[-1])
            out.add(tail)
    return out


@lru_cache(maxsize=1)
def _by_name() -> tuple[dict[str, list[Person]], dict[str, list[Person]]]:
    full: dict[str, list[Person]] = defaultdict(list)
    last: dict[str, list[Person]] = defaultdict(list)
    for person in people():
        for key in {key_of(n) for n in (person.name, *person.aliases)}:
            full[key].append(person)
        for key in surnames_of(person):
            last[key].append(person)
    return dict(full), dict(last)


def people_named(name: str) -> list[Person]:
    """Everybody of that full name or alias."""
    return _by_name()[0].get(key_of(name), [])


def people_surnamed(name: str) -> list[Person]:
    """Everybody who is called so without the given name."""
    return _by_name()[1].get(key_of(name), [])


@lru_cache(maxsize=1)
def _by_office() -> dict[tuple[str, str], list[tuple[Person, Tenure]]]:
    out: dict[tuple[str, str], list[tuple[Person, Tenure]]] = defaultdict(list)
    for person in people():
        for tenure in person.tenures:
            out[tenure.office, tenure.of].append((person, tenure))
    return dict(out)


def holders(office: str, of: str, day: str) -> list[Person]:
    """Who held an office of a state or body on a day: the latest comer first."""
    found = [(t.start, p) for p, t in _by_office().get((office, of), ()) if t.holds(day)]
    return [p for _, p in sorted(found, key=lambda f: f[0], reverse=True)]


@lru_cache(maxsize=1)
def last_day_known() -> str:
    """The end of the last month as of which an office is known to be held, as an ISO day."""
    month = max((t.as_of for p in people() for t in p.tenures), default="2025-12")[:7]
    year, number = int(month[:4]), int(month[5:7] or 12)
    return f"{month[:4]}-{number:02d}-{monthrange(year, number)[1]:02d}"
