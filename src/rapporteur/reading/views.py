"""What each mention of an article shows: its words, what they name, where it stands, and who speaks around it.

These are the facts that coreference weighs (`coreference.py`). Training and reading share this module, so that they
cannot differ.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from rapporteur.knowledge.states import state_of_demonym
from rapporteur.reading.attribution import Attribution
from rapporteur.reading.identity import answer
from rapporteur.reading.mentions import Found
from rapporteur.reading.phrase_words import FIRST, PLURALS, RELATIVES, SECOND, SINGULAR_PERSONS, THINGS
from rapporteur.reading.phrases import Phrase, read_phrase
from rapporteur.reading.scene import Scene
from rapporteur.reading.words import Words

MALE, FEMALE, THING, PLURAL, SELF, WE, YOU, RELATIVE, NO_PRONOUN = range(9)
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "both", "his", "her", "its", "their", "our", "my"])
_INDEFINITE = frozenset(["a", "an", "one", "another", "some", "several", "any", "many"])
_BREAKS = frozenset(["of", "in", "from", "for", "at", "on", "to", "by", "with", "who", "which", "that"])


class View(NamedTuple):
    """One mention. `words` are its words without article in lower case, `head` its head noun; `country`, `state` and
    `entity` are what its words name (None where nothing); `name` is the number of the referent that the article's names
    give it, `offices` what is said to be its office; `quoted` is the number of the innermost statement whose content holds
    it, `speaks` that of the first whose source it heads, `hears` that of one whose addressee it is (-1: none)."""

    first: int
    last: int
    sentence: int
    title: bool
    kind: int
    pronoun: int
    words: frozenset[str]
    head: str
    named: bool
    definite: bool
    indefinite: bool
    plural: bool
    gender: str
    country: str | None
    state: str | None
    entity: str | None
    name: int
    offices: frozenset[str]
    quoted: int
    speaks: int
    hears: int
    joined: bool = False  # several mentions in one ("London and Paris")


class Said(NamedTuple):
    """What the words of a mention say wherever they stand."""

    reading: Phrase
    pronoun: int
    words: frozenset[str]
    head: str
    named: bool
    definite: bool
    indefinite: bool
    state: str | None
    entity: str | None


def pronoun_class(word: str) -> int:
    """The class of a pronoun in lower case, NO_PRONOUN for any other word."""
    if word in SINGULAR_PERSONS:
        return MALE if SINGULAR_PERSONS[word] == "m" else FEMALE
    if word in FIRST:
        return SELF if FIRST[word] == 1 else WE
    sets = ((THINGS, THING), (PLURALS, PLURAL), (SECOND, YOU), (RELATIVES, RELATIVE))
    return next((n for words, n in sets if word in words), NO_PRONOUN)


@lru_cache(maxsize=4096)
def said_by(words: str, day: str) -> Said:
    """The reading of a mention's words on an ISO day."""
    lowered = [w for w in words.casefold().replace("’s", "").replace("'s", "").replace(",", " ").split() if w] or [words]
    pronoun = pronoun_class(lowered[0]) if len(lowered) == 1 else NO_PRONOUN
    core = lowered[1:] if lowered[0] in _ARTICLES and len(lowered) > 1 else lowered
    stop = next((i for i, w in enumerate(core) if i and w in _BREAKS), len(core))
    reading = read_phrase(words)
    named = pronoun == NO_PRONOUN and words.split()[-1][:1].isupper()
    best = answer(words, day).best if pronoun == NO_PRONOUN else None
    state = reading.country if reading.kind == "state" else None
    if state is None and len(core) == 1 and named:
        found = state_of_demonym(words)
        state = found.iso3 if found else None
    if state is None and core[-1] == "government":
        state = reading.country
    return Said(
        reading, pronoun, frozenset(core), core[stop - 1], named, lowered[0] in _DEFINITE, lowered[0] in _INDEFINITE,
        state, (best.entity if best else None) or (f"state:{state.lower()}" if state else None),
    )


def views_of(words: Words, found: list[Found], scene: Scene, attributions: list[Attribution], day: str) -> list[View]:
    """The views of an article's mentions, in their order; `attributions` are its statements in words."""
    sentences = sentences_of(words, scene)
    names = _names(words, scene)
    quoted = innermost(words, attributions)
    speaks, hears = {}, {}
    for n, a in enumerate(attributions):
        for role, heads in ((a.source, speaks), (a.audience, hears)):
            for span in role:
                at = head_of(found, span.first, span.last)
                if at is not None:
                    heads.setdefault(at, n)
    out = []
    for i, m in enumerate(found):
        said = said_by(words.text(m.first, m.last), day)
        owner = names.get((m.first, m.last)) or next((names[k] for k in ((m.first, b) for b in range(m.last - 1, m.first, -1)) if k in names), None)
        offices = {o for o in (said.reading.office, *(owner[1].offices if owner else ())) if o}
        gender = said.reading.gender or (owner[1].gender if owner else "")
        country = said.reading.country or (owner[1].countries.most_common(1)[0][0] if owner and owner[1].countries else None)
        joined = _joins(words, found, m)
        plural = joined or said.reading.plural or said.pronoun in (PLURAL, WE) or " and " in words.text(m.first, m.last)
        out.append(View(
            m.first, m.last, sentences[m.first], words.is_title(m.first), m.kind, said.pronoun, said.words, said.head, said.named, said.definite, said.indefinite,
            plural, gender, country, None if joined else said.state, None if joined else said.entity, owner[0] if owner and said.named and not joined else -1,
            frozenset(offices), quoted[m.first], speaks.get(i, -1), hears.get(i, -1), joined,
        ))
    return out


def _joins(words: Words, found: list[Found], m: Found) -> bool:
    """Whether a mention begins and ends with others that an "and" or a comma joins."""
    firsts = [o.last for o in found if o.first == m.first and o.last < m.last]
    lasts = [o.first for o in found if o.last == m.last and o.first > m.first]
    if not firsts or not lasts or min(firsts) >= max(lasts):
        return False
    between = words.text(min(firsts), max(lasts))
    return " and " in f" {between} " or between.strip() == ","


def head_of(found: list[Found], first: int, last: int) -> int | None:
    """The mention that a source or addressee consists of: of those inside and in no other, a person's, else the first
    ("UN spokeswoman Anna Ruiz" is Anna Ruiz, "a spokesman for the army" the spokesman); None where there is none."""
    inside = [i for i, m in enumerate(found) if first <= m.first and m.last <= last]
    outer = [i for i in inside if not any(j != i and found[j].first <= found[i].first and found[i].last <= found[j].last for j in inside)]
    return next((i for i in outer if found[i].kind == 0), outer[0]) if outer else None


def sentences_of(words: Words, scene: Scene) -> list[int]:
    """The number of each word's sentence; the title is -1."""
    return [-1 if words.is_title(i) else bisect_right(scene.starts, int(words.start[i])) - 1 for i in range(len(words))]


def _names(words: Words, scene: Scene) -> dict[tuple[int, int], tuple[int, object]]:
    """The names of the article by first and last word, with the number of the referent and the referent."""
    begins = {(words.is_title(i), int(words.start[i])): i for i in range(len(words))}
    ends = {(words.is_title(i), int(words.end[i])): i + 1 for i in range(len(words))}
    number = {id(r): n for n, r in enumerate(scene.referents)}
    out = {}
    for m, r in zip(scene.names, scene.owners, strict=True):
        a, b = begins.get((m.field == "title", m.start)), ends.get((m.field == "title", m.end))
        if a is not None and b is not None:
            out[a, b] = (number[id(r)], r)
    return out


def innermost(words: Words, attributions: list[Attribution]) -> list[int]:
    """For each word the statement in whose content it stands, the shortest of several; -1 for none."""
    out = [-1] * len(words)
    spans = [(c.last - c.first, n, c) for n, a in enumerate(attributions) for c in a.content]
    for _, n, c in sorted(spans, key=lambda s: (-s[0], s[1])):
        out[c.first : c.last] = [n] * (c.last - c.first)
    return out
