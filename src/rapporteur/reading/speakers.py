"""Who the sources and audiences of an article are: the referent of each, by name, office, head noun or pronoun.

World knowledge (who held an office on the article's day) comes from elsewhere; here only the article speaks.
"""

from __future__ import annotations

import re

from rapporteur.knowledge.bodies import Body, body_named
from rapporteur.reading.descriptions import core_of, described, group_of, introduced, is_document, pair_of
from rapporteur.reading.phrases import FIRST, SINGULAR_PERSONS, Phrase, read_phrase
from rapporteur.reading.pronouns import antecedent, before_relative, first_person, is_relative, is_second
from rapporteur.reading.referents import Referent, is_short_for, name_key
from rapporteur.reading.scene import Scene
from rapporteur.record import Span

_OWNER = re.compile(
    r"^(?P<owner>(?:its|his|her|their|our|my)\b|.{2,60}?(?=['’]s?\s))(?:['’]s?)?\s"
    r"|.*?(?<!seen)(?<!obtained)(?<!reviewed)(?<!quoted)(?<!carried)(?<!published)\s(?:by|from)\s(?P<author>.{2,80})$",
    re.IGNORECASE | re.DOTALL,
)


_AND = re.compile(r"\s(?:and|&)\s")
_LISTED = re.compile(r",?\s+(?:and|&)\s+|,\s+")
_RELATIVE = re.compile(r",?\s(?:who|which|whose|where)\b")
_BOTH = re.compile(r"both\s+", re.IGNORECASE)
_MOST_NAMES = 6


def resolve(scene: Scene, span: Span, *, enclosing: Referent | None, audience: list[Referent]) -> list[Referent]:
    """Whom a source or audience refers to. `enclosing` spoke the statement in which it stands, if any, and
    `audience` was spoken to. Empty where the article does not tell."""
    found = _resolve(scene, span, enclosing, audience)
    scene.resolved.append((span, found))
    return found


def _resolve(scene: Scene, span: Span, enclosing: Referent | None, audience: list[Referent]) -> list[Referent]:
    reading = read_phrase(span.words)
    if reading.pronoun is not None:
        taken = scene.referent_of(span)
        return [taken] if taken is not None else _pronoun(scene, span, reading, enclosing, audience)
    parts = _together(span)
    if parts:
        members = [r for part in parts for r in _resolve(scene, part, enclosing, audience)]
        return [_mentioned(group_of(scene, span.words, members), span, "name")] if len(members) > 1 else members
    if is_document(span.words):
        return _author(scene, span, enclosing, audience)
    if reading.name:
        return [_named(scene, span, reading)]
    linked = scene.head_in(span)
    if linked is not None:
        return [linked.referent.itself]
    pair = pair_of(scene, span)
    return [_mentioned(pair or described(scene, span, reading), span, "nominal")]


def _mentioned(referent: Referent, span: Span, form: str) -> Referent:
    referent.mention(span.field, span.start, span.end, form)
    return referent


def _together(span: Span) -> list[Span]:
    """The names of a phrase that joins some ("Moscow and London", in a headline "Moscow, London"); empty for anything
    else, and for one body whose name holds an "and"."""
    joined = _AND.search(span.words)
    if body_named(span.words) or not (joined or (span.field == "title" and "," in span.words)):
        return []
    cuts = [m.span() for m in (_LISTED.finditer(span.words) if joined else re.finditer(r",\s+", span.words))]
    edges = [0 if not (both := _BOTH.match(span.words)) else both.end(), *(i for cut in cuts for i in cut), len(span.words)]
    places = list(zip(edges[::2], edges[1::2], strict=True))
    if len(places) > _MOST_NAMES:
        return []
    parts = [Span(span.start + a, span.start + b, span.words[a:b], span.field) for a, b in places]
    readings = [read_phrase(p.words) for p in parts]
    return parts if all(r.name and (r.kind in ("state", "person") or body_named(r.name)) for r in readings) else []


def _named(scene: Scene, span: Span, reading: Phrase) -> Referent:
    """The referent of a phrase that holds a proper name."""
    key = name_key(reading.name or "")
    inside = scene.names_in(span)
    referent = next((r for m, r in inside if name_key(m.reading.name or "") == key), None)
    found_inside = referent is not None
    referent = referent or next((r for r in scene.referents if any(name_key(n) == key for n in r.names)), None)
    referent = referent or next((r for r in scene.referents if any(is_short_for(reading.name or "", n) for n in r.names)), None)
    if referent is None:
        referent = Referent()
        scene.referents.append(referent)
    referent.learn(reading)
    if (unnamed := introduced(scene, referent, span)) is not None:
        referent.take_up(unnamed)
        scene.referents = [r for r in scene.referents if r is not unnamed]
    if referent.is_person and referent.offices and referent.body is None:  # "Ministry spokesman Noh": he speaks for the ministry
        said = _RELATIVE.split(span.words, maxsplit=1)[0]
        bodies = (r for m, r in inside if m.start < span.start + len(said) and r is not referent)
        referent.body = next((r for r in bodies if r.kind in ("organisation", "state", "group")), None) or _body_in(scene, said)
    if not found_inside and reading.name_at:
        a, b = reading.name_at
        referent.mention(span.field, span.start + a, span.start + b, "name")
    return referent


def _author(scene: Scene, span: Span, enclosing: Referent | None, audience: list[Referent]) -> list[Referent]:
    """Who speaks in a document: its owner ("its report", "the agency's survey") or author ("a poll by ..."); nobody
    where none is named."""
    m = _OWNER.match(span.words)
    name = m and ("owner" if m["owner"] else "author")
    if not m or not name:
        body = _body_in(scene, core_of(span.words))
        return [_mentioned(body, span, "nominal")] if body else []
    owner = Span(span.start + m.start(name), span.start + m.end(name), m[name], span.field)
    return _resolve(scene, owner, enclosing, audience)


def _body_in(scene: Scene, words: str) -> Referent | None:
    """The known body that a phrase names among other words ("the Home Office letter"), the longest of several."""
    tokens = words.split()
    for length in range(min(6, len(tokens)), 0, -1):
        for i in range(len(tokens) - length + 1):
            body = body_named(" ".join(tokens[i : i + length])) if tokens[i][:1].isupper() else None
            if body is not None:
                return _referent_of(scene, body)
    return None


def _referent_of(scene: Scene, body: Body) -> Referent:
    """Whom the article means by a known body; new where it has not named it."""
    key = name_key(body.name)
    found = next((r for r in scene.referents if any(name_key(n) == key for n in r.names)), None)
    if found is None:
        found = Referent()
        found.names[body.name] += 1
        found.kinds[body.kind] += 1
        if body.country:
            found.countries[body.country] += 1
        scene.referents.append(found)
    return found


def _pronoun(scene: Scene, span: Span, reading: Phrase, enclosing: Referent | None, audience: list[Referent]) -> list[Referent]:
    word = reading.pronoun or ""
    if word in FIRST:
        found = first_person(scene, reading, enclosing)
    elif is_second(word):
        found = audience
    elif is_relative(word):
        before = before_relative(scene, span)
        found = _resolve(scene, before, None, []) if isinstance(before, Span) else before
    else:
        taken = antecedent(scene, span, word)
        found = [taken] if taken else []
    for referent in found:
        _mentioned(referent, span, "pronoun")
        if word in SINGULAR_PERSONS:
            referent.genders[SINGULAR_PERSONS[word]] += 1
    return found
