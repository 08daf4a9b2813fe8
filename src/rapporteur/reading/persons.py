"""Which known persons a phrase means on a day, by name, by surname, or by the office that it names.

What speaks for somebody: the full name, the office and country that the phrase gives, an office held on the day, and how
high it is; an office that begins only later, or another country, speaks against.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapporteur.knowledge.bodies import body_named, interstate_code
from rapporteur.knowledge.keys import key_of
from rapporteur.knowledge.offices import in_office, names_of_office
from rapporteur.knowledge.people import honorific_gender, office_of
from rapporteur.knowledge.registry import Person, Tenure, people_named, people_surnamed
from rapporteur.knowledge.states import state_named, state_of_capital
from rapporteur.reading.described import around, countries_in, is_former
from rapporteur.reading.phrases import Phrase

FULL, SURNAME, SPELLING = 4.0, 2.0, 2.5
_HELD_NOW, _HELD_ONCE, _NEVER, _SAME_COUNTRY, _OTHER_COUNTRY, _NOT_YET, _LONG_AGO = 2.5, 0.8, -1.5, 1.5, -3.0, -1.5, -0.7
_LONG_AGO_YEARS = 12
_HEIGHT = {
    "president": 2.0, "prime minister": 2.0, "chancellor": 2.0, "king": 1.8, "supreme leader": 2.0, "general secretary": 1.6, "emir": 1.6,
    "secretary general": 1.6, "foreign minister": 1.4, "secretary of state": 1.6, "foreign secretary": 1.4, "pope": 1.8, "head of state": 1.8,
    "defence minister": 1.1, "vice president": 1.2, "opposition leader": 1.0, "leader": 1.2, "rebel leader": 1.0, "interior minister": 1.0,
}
_USUAL_HEIGHT = 0.7
_FORMER_SECTORS = frozenset(["GOV", "LEG", "PTY", "JUD", "SPY"])
_INDEFINITE = re.compile(r"^(?:an?|one|another|some|any|several|two|three|both|many|most)\s", re.IGNORECASE)


_RULE = re.compile(r"\b(?:government|state|republic|kingdom|nation|country)$", re.IGNORECASE)
_ALONE = {"pope": "Catholic Church", "pontiff": "Catholic Church"}  # offices that need no owner
_OWNER = re.compile(r"\sof\s(?:the\s)?(.+)$")
# an "of" that belongs to the office ("minister of defence", "head of government")
_OWN_OFFICE = re.compile(r"(?:the\s)?(?:state|government|foreign|defen[cs]e|interior|justice|finance|staff|parliament|armed|general|home|internal|external|national|public|health|education|trade|energy|oil|information|intelligence)\b", re.IGNORECASE)


class Meant(NamedTuple):
    """A person whom a phrase may mean, with sector and role on the day, and what speaks for it. `country` is ISO alpha-3,
    or the CAMEO code of the body of several states that the person serves."""

    person: Person
    country: str
    sector: str | None
    role: str | None
    score: float


def persons_meant(words: str, reading: Phrase, day: str) -> list[Meant]:
    """The persons whom a phrase may mean on an ISO day, in no order; empty where it names none that is known."""
    name = reading.name if reading.kind in ("person", None) and (reading.name or "").casefold() not in _ALONE else None
    found = [(p, FULL) for p in people_named(words) or (people_named(name) if name else [])]
    found = found or (_by_parts(name) if name else [])
    if found:
        return [_meant(person, base, words, reading, day) for person, base in found]
    return _holders(words, reading, day) if name is None else []


def _by_parts(name: str) -> list[tuple[Person, float]]:
    """Those of the surname, whose given names do not deny what stands before it."""
    words = key_of(name).split()
    for at in range(len(words)):
        named = people_surnamed(" ".join(words[at:]))
        given = [w for w in words[:at] if honorific_gender(w) is None]
        fitting = [p for p in named if all(_fits(w, p) for w in given[:1])]
        if fitting:
            return [(p, SPELLING if given else SURNAME) for p in fitting]
    for at in range(1, len(words)):  # a title that is no honorific here, a second surname left out
        named = people_named(" ".join(words[at:])) or people_named(" ".join(words[:-at])) if len(words) - at > 1 else []
        if named:
            return [(p, SPELLING) for p in named]
    return []


def _fits(given: str, person: Person) -> bool:
    """Whether a given name, or its initial, may be the person's."""
    own = {key_of(n).split()[0] for n in (person.name, *person.aliases)}
    return any(g == given or (min(len(g), len(given)) <= 2 and g[0] == given[0]) or (len(given) > 3 and given[:4] == g[:4]) for g in own)


def _meant(person: Person, base: float, words: str, reading: Phrase, day: str) -> Meant:
    """A candidate with its score."""
    now = [t for t in person.tenures if t.holds(day)]
    score = base + _by_office(person, reading, now, is_former(words))
    lands = countries_in(around(words, reading))
    if lands:
        known = {person.country, *(t.of for t in person.tenures)}
        score += _SAME_COUNTRY if known & set(lands) else _OTHER_COUNTRY
    if reading.gender and person.gender and " " in (reading.name or "") and reading.gender != person.gender:
        score += _OTHER_COUNTRY
    main = _main(now)
    if main is not None:
        score += _height(main)
    elif person.tenures and all(t.start > day[: len(t.start)] for t in person.tenures):
        score += _NOT_YET
    elif person.tenures and all(t.is_over(day) and int(day[:4]) - int(t.end[:4]) > _LONG_AGO_YEARS for t in person.tenures):
        score += _LONG_AGO
    sector, role = _standing(person, main, day)
    return Meant(person, _serves(main) or person.country, sector, role, round(score, 2))


def _by_office(person: Person, reading: Phrase, now: list[Tenure], former: bool) -> float:
    if not reading.office or not person.tenures:
        return 0.0
    office = reading.office.removeprefix("former ")
    held = [t for t in person.tenures if t.office == office or t.office in names_of_office(office, t.of) or office in t.office]
    if not held:
        return _NEVER
    return _HELD_NOW if any(t in now for t in held) != former else _HELD_ONCE


def _height(tenure: Tenure) -> float:
    return _HEIGHT.get(tenure.office, _USUAL_HEIGHT) * (1.0 if len(tenure.of) == 3 or tenure.of in ("United Nations", "European Union", "NATO") else 0.8)


def _main(now: list[Tenure]) -> Tenure | None:
    """The highest of the offices held, the latest of equals."""
    return max(now, key=lambda t: (_height(t), t.start), default=None)


def _standing(person: Person, main: Tenure | None, day: str) -> tuple[str | None, str | None]:
    """Sector and role on the day: of the office held, else that of somebody who held one before."""
    if main is not None:
        return sector_of_office(main.office), role_of(main)
    before = [t for t in person.tenures if t.is_over(day)]
    last = max(before, key=lambda t: t.end, default=None) or next(iter(person.tenures), None)
    sector = sector_of_office(last.office) if last else None
    return ("ELI" if sector in _FORMER_SECTORS and before else sector), None


def sector_of_office(office: str) -> str | None:
    """The PLOVER sector of an office as the tables of people name it."""
    found = office_of(office.split()) or office_of(office.split(" to ")[0].split())
    return found[0].sector if found else None


def _serves(tenure: Tenure | None) -> str | None:
    """The CAMEO code of the body of several states that an office serves, None for any other office."""
    body = body_named(tenure.of) if tenure and len(tenure.of) != 3 else None
    return interstate_code(body) if body else None


def role_of(tenure: Tenure) -> str:
    """An office with its body where that is no state ("secretary general, NATO")."""
    return tenure.office if len(tenure.of) == 3 else f"{tenure.office}, {tenure.of}"


def _holders(words: str, reading: Phrase, day: str) -> list[Meant]:
    """Who holds the office that a phrase without a name gives, on the day; nobody where it is former or one of many."""
    if not reading.office or reading.plural or _INDEFINITE.match(words) or is_former(words):
        return []
    of = _ALONE.get(reading.office) or _whose(words)
    if of is None:
        return []
    out = []
    for rank, person in enumerate(in_office(reading.office, of, day)):
        held = _main([t for t in person.tenures if t.of == of and t.holds(day)])
        out.append(Meant(person, _serves(held) or person.country, sector_of_office(held.office), role_of(held), FULL - rank / 4))
    return out


def _whose(words: str) -> str | None:
    """The state (ISO) or body whose office a phrase gives: "the president of Chad", not "the president of the Chadian
    Human Rights League"."""
    owner = _OWNER.search(words)
    if owner is not None and not _OWN_OFFICE.match(owner[1]):
        body = body_named(owner[1])
        if body is not None and state_named(owner[1]) is None:
            return body.name
        lands = countries_in(owner[1])
        return lands[0] if lands and (_RULE.search(owner[1]) or state_named(owner[1]) or state_of_capital(owner[1])) else None
    before = words[: owner.start()] if owner else words
    body = next((b for n in range(len(before.split()), 0, -1) if (b := body_named(" ".join(before.split()[:n]).removeprefix("the ").removeprefix("The "))) is not None), None)
    if body is not None and body.country is None:
        return body.name
    lands = countries_in(before)
    return lands[0] if lands else None
