"""Who the sources and audiences of an article are: the referent of each, by name, office, head noun or pronoun.

World knowledge (who held an office on the article's day) comes from elsewhere; here only the article speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from rapporteur.reading.names import NameMention, read_names
from rapporteur.reading.phrases import (
    FIRST,
    PLURALS,
    RELATIVES,
    SECOND,
    SINGULAR_PERSONS,
    THINGS,
    Phrase,
    read_phrase,
)
from rapporteur.reading.referents import Referent, gather, is_short_for, name_key
from rapporteur.record import Article, Span

_ARTICLE = re.compile(r"^(?:the|a|an|this|that|these|those|some|its|his|her|their|our)\s+", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:the|this|that|these|those|both)\b", re.IGNORECASE)
_NEAR = 4  # sentences back to which a pronoun reaches


@dataclass
class Scene:
    """The article while its sources are resolved: its names, their referents and who spoke last."""

    article: Article
    quoted: dict[str, list[tuple[int, int]]]
    names: list[NameMention]
    owners: list[Referent]
    referents: list[Referent]
    starts: list[int]
    spoken: list[tuple[int, Referent]] = field(default_factory=list)  # (place, speaker) in reading order

    def sentence(self, span: Span) -> int:
        return -1 if span.field == "title" else bisect_right(self.starts, span.start) - 1


def open_scene(article: Article, quoted: dict[str, list[tuple[int, int]]]) -> Scene:
    """Read the names of an article."""
    names = read_names(article, quoted)
    referents, owners = gather(names)
    return Scene(article, quoted, names, owners, referents, [s.start for s in article.sentences])


def place_of(span: Span) -> int:
    """Where a span stands in reading order: the title comes before the text."""
    return span.start - (1_000_000_000 if span.field == "title" else 0)


def resolve(scene: Scene, span: Span, *, enclosing: Referent | None, audience: list[Referent]) -> list[Referent]:
    """Whom a source or audience refers to. `enclosing` spoke the statement in which it stands, if any, and
    `audience` was spoken to. Empty where the article does not tell."""
    reading = read_phrase(span.words)
    if reading.pronoun is None:
        together = _together(span)
        if together:
            return [r for part in together for r in resolve(scene, part, enclosing=enclosing, audience=audience)]
        if reading.name:
            return [_named(scene, span, reading)]
        found = _nominal(scene, span, reading)
        found.mention(span.field, span.start, span.end, "nominal")
        return [found]
    found_all = _pronoun(scene, span, reading, enclosing, audience)
    for referent in found_all:
        referent.mention(span.field, span.start, span.end, "pronoun")
        if reading.gender:
            referent.genders[reading.gender] += 1
    return found_all


def _together(span: Span) -> list[Span]:
    """The names of a phrase that joins two ("Moscow and London"); empty for anything else."""
    m = re.fullmatch(r"(?:[Bb]oth\s+)?(.{2,60}?)\s+and\s+(.{2,60})", span.words)
    if m is None or "," in span.words:
        return []
    parts = [Span(span.start + m.start(i), span.start + m.end(i), m[i], span.field) for i in (1, 2)]
    readings = [read_phrase(p.words) for p in parts]
    whole = read_phrase(span.words)
    if all(r.name and r.kind in ("state", "person", "organisation", "media") for r in readings) and not _is_one_body(whole):
        return parts
    return []


def _is_one_body(reading: Phrase) -> bool:
    return reading.name is not None and " and " in reading.name and reading.kind in ("organisation", "media")


def _named(scene: Scene, span: Span, reading: Phrase) -> Referent:
    """The referent of a phrase that holds a proper name."""
    key = name_key(reading.name or "")
    inside = [
        (m, r) for m, r in zip(scene.names, scene.owners, strict=True)
        if m.field == span.field and span.start <= m.start and m.end <= span.end and name_key(m.reading.name or "") == key
    ]
    if inside:
        referent = inside[0][1]
    else:
        referent = next((r for r in scene.referents if any(name_key(n) == key for n in r.names)), None)
        referent = referent or next((r for r in scene.referents if any(is_short_for(reading.name or "", n) for n in r.names)), None)
    if referent is None:
        referent = Referent()
        scene.referents.append(referent)
    referent.learn(reading)
    if not inside and reading.name_at:
        a, b = reading.name_at
        referent.mention(span.field, span.start + a, span.start + b, "name")
    return referent


def _nominal(scene: Scene, span: Span, reading: Phrase) -> Referent:
    """The referent of a phrase without a name: whoever holds its office, bears its head noun in a name, or was
    called just so before; else somebody new who is called so."""
    before = place_of(span)
    if reading.office and not reading.plural and not re.match(r"^(?:an?|one|another|some)\s", span.words, re.IGNORECASE):
        holders = [
            r for r in scene.referents
            if reading.office in r.offices and _compatible(r, reading)
        ]
        if holders:
            return min(holders, key=lambda r: _distance(r, before))
    title = _ARTICLE.sub("", span.words)
    same = next((r for r in scene.referents if not r.named and any(name_key(n) == name_key(title) for n in r.names)), None)
    if same is not None:
        return same
    if reading.head and _DEFINITE.match(span.words):
        bearers = [
            r for r in scene.referents
            if r.named and not r.offices and any(n.casefold().split()[-1] == reading.head and len(n.split()) > 1 for n in r.names)
        ] or [r for r in scene.referents if not r.named and any(n.casefold().split(",")[0].split()[-1:] == [reading.head] for n in r.names)]
        if bearers:
            return min(bearers, key=lambda r: _distance(r, before))
    referent = Referent(named=False, plural=reading.plural)
    referent.learn(reading)
    referent.names[title] += 1
    referent.kinds["person" if reading.office and not reading.plural else "group" if reading.plural else "organisation"] += 1
    scene.referents.append(referent)
    return referent


def _compatible(referent: Referent, reading: Phrase) -> bool:
    if reading.country and referent.countries and reading.country not in referent.countries:
        return False
    return not (reading.gender and referent.gender and reading.gender != referent.gender)


def _distance(referent: Referent, place: int) -> int:
    """How far back its nearest mention is; what comes later counts as far."""
    offsets = [s - (1_000_000_000 if f == "title" else 0) for f, s, _ in referent.mentions]
    earlier = [place - o for o in offsets if o <= place]
    return min(earlier) if earlier else 2_000_000_000


def _pronoun(scene: Scene, span: Span, reading: Phrase, enclosing: Referent | None, audience: list[Referent]) -> list[Referent]:
    word = reading.pronoun or ""
    if word in FIRST:
        return _first_person(scene, span, FIRST[word] == 2, enclosing)
    if word in SECOND:
        return audience
    if word in RELATIVES:
        return _relative(scene, span)
    found = _antecedent(scene, span, word)
    return [found] if found else []


def _first_person(scene: Scene, span: Span, plural: bool, enclosing: Referent | None) -> list[Referent]:
    """"I" is who speaks; "we" is the speaker's own body or government where one is known, else the speaker. Outside
    of any quotation it is the body whose statement the article is."""
    if enclosing is None:
        bodies = [r for _, r in scene.spoken if r.kind in ("state", "organisation")]
        return bodies[-1:] if plural else []
    if plural and enclosing.is_person and "GOV" in enclosing.sectors and enclosing.countries:
        iso3 = enclosing.countries.most_common(1)[0][0]
        own = [r for r in scene.referents if r.kind == "state" and iso3 in r.countries]
        if own:
            return own[:1]
    return [enclosing]


def _relative(scene: Scene, span: Span) -> list[Referent]:
    """What stands right before "who" or "which"."""
    source = scene.article.text if span.field == "text" else scene.article.title or ""
    for m, r in zip(scene.names, scene.owners, strict=True):
        gap = source[m.end : span.start]
        if m.field == span.field and m.end <= span.start and re.fullmatch(r"(?:['’]s)?,?\s*(?:\([^)]*\),?\s*)?", gap):
            return [r]
    floor = max(0, span.start - 100)
    phrase = re.search(r"(?:\b(?:the|a|an|some|many|several|those|one|two|three|\d+)\s)?(?:[\w'’-]+\s){0,4}[\w'’-]+(?=,?\s*$)", source[floor : span.start], re.IGNORECASE)
    if phrase is None:
        return []
    words = phrase.group()
    cut = [m.start() for m in re.finditer(r"\b(?:the|a|an|some|many|several|those|one|two|three)\b", words, re.IGNORECASE)]
    start = floor + phrase.start() + (cut[-1] if cut else words.rfind(" ") + 1)
    end = floor + phrase.end()
    antecedent = Span(start, end, source[start:end], span.field)
    reading = read_phrase(antecedent.words)
    if reading.pronoun:
        return _pronoun(scene, antecedent, reading, None, [])
    return [_named(scene, antecedent, reading) if reading.name else _nominal(scene, antecedent, reading)]


def _antecedent(scene: Scene, span: Span, word: str) -> Referent | None:
    """Whom "he", "she", "they" or "it" takes up: near, of fitting gender and number, rather the one who spoke last
    or leads a sentence than one who is merely spoken of."""
    here, place = scene.sentence(span), place_of(span)
    inside_quote = any(a <= span.start < b for a, b in scene.quoted[span.field])
    best: tuple[float, Referent] | None = None
    for referent in scene.referents:
        if not _fits(referent, word):
            continue
        score = max((_weight(scene, key, here, place, inside_quote) for key in referent.mentions), default=-99.0)
        if scene.spoken and scene.spoken[-1][1] is referent and scene.spoken[-1][0] < place:
            score += 1.5
        if score > -_NEAR and (best is None or score > best[0]):
            best = (score, referent)
    return best[1] if best else None


def _weight(scene: Scene, key: tuple[str, int, int], here: int, place: int, inside_quote: bool) -> float:
    field_, start, _ = key
    at = start - (1_000_000_000 if field_ == "title" else 0)
    if at >= place:
        return -99.0
    sentence = -1 if field_ == "title" else bisect_right(scene.starts, start) - 1
    floor = scene.starts[sentence] if sentence >= 0 else 0
    quoted = any(a <= start < b for a, b in scene.quoted[field_])
    # a mention that leads its sentence is likely its subject
    lead = max(0.0, 1.0 - (start - floor) / 60)
    back = here - sentence if sentence >= 0 else here + 2
    return -float(back) + lead - (1.5 if quoted and not inside_quote else 0.0)


def _fits(referent: Referent, word: str) -> bool:
    if word in SINGULAR_PERSONS:
        wanted = SINGULAR_PERSONS[word]
        return referent.is_person and not referent.plural and referent.gender in ("", wanted)
    if word in PLURALS:
        return referent.plural or referent.kind in ("group", "population", "organisation", "state")
    return word in THINGS and not referent.is_person and not referent.plural
