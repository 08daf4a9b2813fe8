"""Who a phrase means on a day: a name, an office, a description, a capital that acts, or nobody.

Every way to read the phrase gives candidates with what speaks for them; the best is the answer only where it is clearly
ahead of the next, else the answer holds what they share and lists them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapporteur.knowledge.bodies import Body, body_named, interstate_code, sector_on
from rapporteur.knowledge.codes import actor_code, pseudo_country
from rapporteur.knowledge.gazetteer import places_named
from rapporteur.knowledge.keys import key_of
from rapporteur.knowledge.own import OwnActor, own_actor
from rapporteur.knowledge.registry import last_day_known, people_named
from rapporteur.knowledge.states import recognised_as, state_named, state_of_capital, state_of_code
from rapporteur.reading.described import described_actor
from rapporteur.reading.persons import persons_meant
from rapporteur.reading.phrases import Phrase, read_phrase

CLEAR = 1.0  # lead over the second candidate from which the first is the answer
_ARTICLE = re.compile(r"^(?:the|an?|this|that|these|those|some|its|his|her|their)\s+", re.IGNORECASE)


class Candidate(NamedTuple):
    """Somebody whom a phrase may mean; the fields are those of the record's actors, `entity` the key in the registry,
    `score` what speaks for it beside the other candidates."""

    name: str | None
    kind: str | None
    country: str | None = None
    sector: str | None = None
    code: str | None = None
    role: str | None = None
    entity: str | None = None
    wikidata: str | None = None
    score: float = 0.0


def who(phrase: str, day: str) -> list[Candidate]:
    """The candidates of a phrase on an ISO day, best first; empty where it means nobody."""
    words = " ".join(phrase.split()).strip(" ,;.")
    if not words:
        return []
    own = own_actor(words, day) or own_actor(_ARTICLE.sub("", words), day)
    if own is not None:
        return [_of_own(own)]
    named = _named(words, day)
    if named is not None:
        return [named]
    reading = read_phrase(words)
    found = _persons(words, reading, day) or _description(words, reading, day) or _places(words)
    return sorted(found, key=lambda c: -c.score)


def _of_own(own: OwnActor) -> Candidate:
    """A row of the user's own; where a dictionary kept no case, the name and key of the one person called so."""
    known = people_named(own.name) if own.name.isupper() else []
    name, kind, key = (known[0].name, "person", known[0].key) if len(known) == 1 else (own.name, own.kind, f"own:{key_of(own.name).replace(' ', '-')}")
    return Candidate(name, own.kind or kind, own.country, own.sector, own.code or actor_code(own.country, own.sector), own.role, key)


def _named(words: str, day: str) -> Candidate | None:
    """The state, capital or body whose name the whole phrase is."""
    bare = _ARTICLE.sub("", words)
    body = body_named(words) or body_named(bare)
    if body is not None:
        return of_body(body, day)
    if not bare[:1].isupper():
        return None
    state = state_named(words) or state_of_capital(words)
    return of_state(state.iso3) if state is not None else None


def of_state(iso3: str) -> Candidate:
    """A state as an actor; a territory that breaks away is coded under the state it belongs to."""
    state = state_of_code(iso3)
    country = recognised_as(iso3)
    sector = "GOV" if country == iso3 else "PRE"
    return Candidate(state.name if state else iso3, "state", country, sector, actor_code(country, sector), entity=f"state:{iso3.lower()}")


def of_body(body: Body, day: str) -> Candidate:
    """A body on a day."""
    sector, interstate = sector_on(body, day), interstate_code(body)
    return Candidate(
        body.name, body.kind, body.country or (pseudo_country(interstate) if interstate else None), sector,
        interstate or actor_code(body.country, sector), entity=f"body:{key_of(body.name).replace(' ', '-')}",
    )


def _persons(words: str, reading: Phrase, day: str) -> list[Candidate]:
    return [
        Candidate(
            m.person.name, "person", m.country if len(m.country) == 3 and m.country != "IGO" else pseudo_country(m.country), m.sector,
            m.country if m.country.startswith("IGO") else actor_code(m.country, m.sector), m.role, m.person.key, m.person.wikidata, m.score,
        )
        for m in persons_meant(words, reading, day)
    ]


def _description(words: str, reading: Phrase, day: str) -> list[Candidate]:
    found = described_actor(words, reading, day)
    if found is None:
        return []
    return [Candidate(found.name, found.kind, found.country, found.sector, actor_code(found.country, found.sector), found.role)]


def _places(words: str) -> list[Candidate]:
    """A phrase that is nothing but the name of a place is no actor; the country is told all the same."""
    found = places_named(words) if words[:1].isupper() else []
    return [Candidate(None, None, found[0].country)] if found else []


class Answer(NamedTuple):
    """What is known of a phrase: the best candidate where it is clear, else what the best ones share; `candidates` has
    all of them, ranked."""

    best: Candidate
    clear: bool
    candidates: list[Candidate]


@lru_cache(maxsize=16_384)
def answer(phrase: str, day: str) -> Answer:
    """The answer to a phrase on an ISO day; all fields of `best` are None where it means nobody."""
    found = who(phrase, day)
    if not found:
        return Answer(Candidate(None, None), True, [])
    if len(found) == 1 or found[0].score - found[1].score >= CLEAR:
        return Answer(found[0], True, found)
    rivals = [c for c in found if found[0].score - c.score < CLEAR]

    def shared(field: str) -> str | None:
        values = {getattr(c, field) for c in rivals}
        return values.pop() if len(values) == 1 else None

    fields = ("kind", "country", "sector", "code", "role")
    return Answer(Candidate(None, *[shared(f) for f in fields]), False, found)


def tell(phrase: str, on: str | None = None) -> dict:
    """The answer as an object: the phrase, the day, the fields of the best candidate, whether it is clear, and all
    candidates. Without a day, the last one that the tables know."""
    day = on or last_day_known()
    found = answer(phrase, day)
    best = {name: value for name, value in found.best._asdict().items() if name != "score"}
    return {"phrase": phrase, "on": day, **best, "clear": found.clear, "candidates": [c._asdict() for c in found.candidates]}
