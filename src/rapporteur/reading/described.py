"""What a phrase says of somebody whom it does not name: country, sector and kind ("Kurdish militias", "an American
destroyer", "Muslim leaders in France").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapporteur.knowledge.bodies import body_named, interstate_code, sector_on
from rapporteur.knowledge.codes import pseudo_country
from rapporteur.knowledge.gazetteer import places_named
from rapporteur.knowledge.people import office_of
from rapporteur.knowledge.sectors import sector_of
from rapporteur.knowledge.states import recognised_as, state_named, state_of_capital, state_of_demonym
from rapporteur.reading.phrases import WORD, Phrase

_FORMER = re.compile(r"(?:^|\s)(?:former|formerly|ex|one-time|onetime|retired|ousted|deposed|disgraced)[\s-]|\bex-", re.IGNORECASE)
_OF_GONE = frozenset(["GOV", "LEG", "PTY", "JUD", "SPY", "ELI", None])
_BEHIND = re.compile(r"\s(?:of|in|from|at|for|to|on|near|across|inside|around|who|that|which|with|and|by)\s", re.IGNORECASE)
_PARTITIVE = re.compile(r"^.*?\b(?:group|team|number|members?|several|some|many|most|all|dozens|hundreds|thousands|scores|crowd|majority|handful|pair|couple|part|parts|units?|supporters|relatives|families|citizens|residents|leaders?|head)\sof\s(?:the\s|about\s|around\s)?", re.IGNORECASE)
_COUNTED = re.compile(r"^(?:(?:the|an?|some|several|many|two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of|thousands of|most|all|both|other|more than|about|at least|\d[\d,]*)\s)+", re.IGNORECASE)
_BASED = re.compile(r"\b([A-Z][\w’']+(?:\s[A-Z][\w’']+)*)-(?:based|backed|led|born|held|controlled|run|allied|aligned|trained|owned|funded|appointed)\b")
_DIRECTION = re.compile(r"(?:north|south|east|west|centr)\w*$", re.IGNORECASE)
_LARGE = 100_000
_PEOPLE = frozenset(["people", "population", "citizens", "civilians", "public", "nation", "populace", "community", "communities", "refugees", "migrants", "residents", "inhabitants"])
_BODIES = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "SPY", "EDU", "MED", "JRN", "BUS", "LAB", "PTY", "SOC", "REL"])
_BODY_NOUN = re.compile(r"\b(?:ministry|department|government|authorit(?:y|ies)|administration|parliament|legislature|congress|senate|assembly|court|army|navy|military|air force|police|agency|service|company|firm|bank|university|hospital|union|party|council|commission|committee|embassy|junta|regime|cabinet|force|forces|fleet|guard|church|office|bureau|league|station|group|organi[sz]ation|movement|coalition|alliance|front|destroyer|frigate|submarine|warship|carrier)$", re.IGNORECASE)


class Described(NamedTuple):
    """An actor without a registered name; the fields are those of the record's actors."""

    name: str | None
    kind: str | None
    country: str | None
    sector: str | None
    role: str | None


def is_former(words: str) -> bool:
    """Whether a phrase speaks of an office that is over ("former president", "ex-minister")."""
    return _FORMER.search(words) is not None


def around(words: str, reading: Phrase) -> str:
    """What stands around the name of a phrase: a person's surname may be a town too."""
    return words.replace(reading.name, " ") if reading.name else words


@lru_cache(maxsize=8_192)
def countries_in(words: str) -> tuple[str, ...]:
    """The countries (ISO, or PLOVER's UNO, EUR, IGO) that a phrase names, those before its "of" or "in" first."""
    tokens = [m.group() for m in WORD.finditer(_BASED.sub(r"\1 ", words))]
    out: list[str] = []
    at = 0
    while at < len(tokens):
        for length in range(min(6, len(tokens) - at), 0, -1):
            land = _country_of(" ".join(tokens[at : at + length]))
            if land:
                out.append(land)
                at += length - 1
                break
        at += 1
    return tuple(dict.fromkeys(out)) or _countries_of_places(words)


def _country_of(phrase: str) -> str | None:
    if not phrase[:1].isupper() or phrase[:4] == "The ":
        return None
    bare = re.sub(r"['’]s?$", "", phrase)
    state = state_of_demonym(bare) or state_named(bare) or state_of_capital(bare)
    if state is not None:
        return recognised_as(state.iso3)
    body = body_named(bare)
    if body is None:
        return None
    code = interstate_code(body)
    return body.country or (pseudo_country(code) if code else None)


def _countries_of_places(words: str) -> tuple[str, ...]:
    """The country of a town or province named in a phrase ("Kano State government"), of a town only if it is large."""
    for run in re.findall(r"\b[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*", words):
        parts = run.split()
        for length in range(len(parts), 0, -1):
            name = " ".join(parts[:length])
            found = [p for p in places_named(name) if p.type != "city" or p.population > _LARGE]
            if found and found[0].country and not _DIRECTION.match(name):
                return (found[0].country,)
    return ()


def described_actor(words: str, reading: Phrase, day: str) -> Described | None:
    """The actor that a phrase describes, None where it describes nobody."""
    if reading.pronoun:
        return None
    lands = countries_in(around(words, reading) if reading.kind == "person" else words)
    country = lands[0] if lands else None
    if reading.name and reading.kind == "person":
        sector = "ELI" if is_former(words) and reading.sector in _OF_GONE and reading.office else reading.sector
        alone = " " not in reading.name and not reading.office and not country
        return None if alone else Described(reading.name, "person", country or reading.country, sector, reading.office)
    sector = _sector(words, day)
    if is_former(words) and sector in _OF_GONE and (sector or reading.office):
        sector = "ELI"
    if sector is None and country is None and not (reading.name and reading.kind):
        return None
    name = reading.name if reading.name and reading.kind in ("organisation", "media") else _COUNTED.sub("", words)
    kind = _kind(words, reading, sector, country)
    return Described(name if kind or sector else None, kind, country, sector, reading.office if not reading.plural else None)


def _sector(words: str, day: str) -> str | None:
    """The sector of the head; where that tells nothing, of what it consists of ("a team of police"), then of a body
    that is named in it ("Boko Haram gunmen")."""
    bare = _COUNTED.sub("", words)
    inner = _PARTITIVE.sub("", bare)
    head = _BEHIND.split(bare, maxsplit=1)[0]
    found = None
    for text in (head, _BEHIND.split(inner, maxsplit=1)[0]):
        found = sector_of([m.group() for m in WORD.finditer(text)])
        if found and found != "UNK":
            break
    named = _sector_of_body_in(words, day)
    if named in ("REB", "UAF", "PRM", "CRM") or not found or found == "UNK":
        return named or found
    return found


def _sector_of_body_in(words: str, day: str) -> str | None:
    tokens = [m.group() for m in WORD.finditer(words)]
    for length in range(min(6, len(tokens)), 0, -1):
        for at in range(len(tokens) - length + 1):
            phrase = re.sub(r"['’]s?$", "", " ".join(tokens[at : at + length]))
            body = body_named(phrase) if phrase[:1].isupper() and not state_of_demonym(phrase) else None
            if body is not None and body.kind != "media":
                return sector_on(body, day)
    return None


def _kind(words: str, reading: Phrase, sector: str | None, country: str | None) -> str | None:
    if reading.kind in ("organisation", "media"):
        return reading.kind
    head = _BEHIND.split(words, maxsplit=1)[0].rstrip(".,")
    last = head.split()[-1].casefold() if head.split() else ""
    if last in _PEOPLE or state_of_demonym(head.split()[-1] if head.split() else ""):
        return "population"
    if _BODY_NOUN.search(head) and sector in _BODIES | {"REB", "PRM", "UAF", "CRM"}:
        return "organisation"
    if reading.plural:
        return "group" if sector else None
    return "person" if reading.office or office_of(head.split()) else ("group" if sector else None)
