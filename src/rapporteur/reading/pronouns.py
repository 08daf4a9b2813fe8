"""Whom a pronoun takes up: near, of fitting gender and number, rather who spoke last or leads a sentence.

Evidence is weighed, never law: what fits best within reach is taken, and nothing where nothing fits.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from rapporteur.reading.phrases import FIRST, PLURALS, RELATIVES, SECOND, SINGULAR_PERSONS, THINGS, Phrase
from rapporteur.reading.referents import Referent
from rapporteur.reading.scene import Scene, place_at, place_of
from rapporteur.record import Span

_NATIONAL = frozenset(["minister", "president", "premier", "chancellor", "spokesperson"])  # they speak for their state
_NEAR = 4  # sentences back to which a pronoun reaches
_SPOKE_LAST = 1.5
_FAR_OFF = -99.0
_DETERMINERS = r"the|a|an|some|many|several|those|one|two|three"


def first_person(scene: Scene, reading: Phrase, enclosing: Referent | None) -> list[Referent]:
    """"I" is who speaks; "we" is the body that the speaker speaks for, where the article names one, else the
    speaker. Outside of any quotation it is the body whose statement the article is."""
    plural = FIRST[reading.pronoun or ""] == 2
    if enclosing is None:
        bodies = [r for _, r in scene.spoken if r.named and r.kind in ("state", "organisation", "group")]
        return bodies[:1] if plural else []
    if plural and enclosing.is_person:
        return [enclosing.body or _own_state(scene, enclosing) or enclosing]
    return [enclosing]


def _own_state(scene: Scene, speaker: Referent) -> Referent | None:
    """The state in whose government a speaker sits, if the article names it: the one that it speaks of most where
    nothing tells the speaker's country, as reports leave that out at home."""
    if "GOV" not in speaker.sectors:
        return None
    states = [r for r in scene.referents if r.kind == "state"]
    if speaker.countries:
        iso3 = speaker.countries.most_common(1)[0][0]
        return next((r for r in states if iso3 in r.countries), None)
    at_home = speaker.named and any(o.split()[-1] in _NATIONAL for o in speaker.offices)
    return max(states, key=lambda r: len(r.mentions), default=None) if at_home else None


def is_relative(word: str) -> bool:
    """Whether a pronoun opens a relative clause."""
    return word in RELATIVES


def is_second(word: str) -> bool:
    """Whether a pronoun means who is spoken to."""
    return word in SECOND


def before_relative(scene: Scene, span: Span) -> list[Referent] | Span:
    """Whom "who" or "which" refers to: the source around it, the name right before it, else the phrase before it."""
    around = [
        (s.end - s.start, i) for i, (s, found) in enumerate(scene.resolved)
        if s.field == span.field and s.start < span.start and span.end <= s.end and found
    ]
    if around:
        return scene.resolved[min(around)[1]][1]
    source = scene.source(span.field)
    for m, r in zip(scene.names, scene.owners, strict=True):
        gap = source[m.end : span.start]
        if m.field == span.field and m.end <= span.start and re.fullmatch(r"(?:['’]s)?,?\s*(?:\([^)]*\),?\s*)?", gap):
            return [r]
    floor = max(0, span.start - 100)
    phrase = re.search(rf"(?:\b(?:{_DETERMINERS}|\d+)\s)?(?:[\w'’-]+\s){{0,4}}[\w'’-]+(?=,?\s*$)", source[floor : span.start], re.IGNORECASE)
    if phrase is None:
        return []
    words = phrase.group()
    cut = [m.start() for m in re.finditer(rf"\b(?:{_DETERMINERS})\b", words, re.IGNORECASE)]
    start = floor + phrase.start() + (cut[-1] if cut else words.rfind(" ") + 1)
    end = floor + phrase.end()
    return Span(start, end, source[start:end], span.field)


def antecedent(scene: Scene, span: Span, word: str) -> Referent | None:
    """Whom "he", "she", "they" or "it" takes up; None where nobody within reach fits."""
    here, place = scene.sentence(span), place_of(span)
    inside_quote = any(a <= span.start < b for a, b in scene.quoted[span.field])
    last = scene.last_speaker(place)
    best: tuple[float, Referent] | None = None
    for referent in scene.referents:
        fit = _fit(referent, word)
        if fit is None:
            continue
        weight = max((_weight(scene, key, here, place, inside_quote) for key in referent.mentions), default=_FAR_OFF)
        score = weight + fit + (_SPOKE_LAST if last is referent else 0.0)
        if score > -_NEAR and (best is None or score > best[0]):
            best = (score, referent)
    return best[1] if best else None


def _weight(scene: Scene, key: tuple[str, int, int], here: int, place: int, inside_quote: bool) -> float:
    field, start, _ = key
    if place_at(field, start) >= place:
        return _FAR_OFF
    sentence = -1 if field == "title" else bisect_right(scene.starts, start) - 1
    floor = scene.starts[sentence] if sentence >= 0 else 0
    quoted = any(a <= start < b for a, b in scene.quoted[field])
    lead = max(0.0, 1.0 - (start - floor) / 60)  # what leads a sentence is likely its subject
    back = here - sentence if sentence >= 0 else here + 2
    return -float(back) + lead - (1.5 if quoted and not inside_quote else 0.0)


def _fit(referent: Referent, word: str) -> float | None:
    """How well a referent fits a pronoun, None where it cannot be."""
    if word in SINGULAR_PERSONS:
        wanted = SINGULAR_PERSONS[word]
        if not referent.is_person or referent.plural or referent.gender not in ("", wanted):
            return None
        return 0.5 if referent.gender == wanted or referent.kind == "person" else 0.0
    if word in PLURALS:
        if referent.plural:
            return 1.0
        return 0.0 if referent.kind in ("group", "population", "organisation") else -0.5 if referent.kind == "state" else None
    return 0.0 if word in THINGS and not referent.is_person and not referent.plural else None
