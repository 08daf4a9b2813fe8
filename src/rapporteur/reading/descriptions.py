"""Whom a phrase without a name describes: "the minister", "the organisation", "the two sides", "its report".

A definite description takes up who holds its office, who was called so beside a name, or the last body of its kind; an
indefinite one brings somebody new.
"""

from __future__ import annotations

import re

from rapporteur.knowledge.bodies import body_named
from rapporteur.knowledge.states import state_of_code
from rapporteur.reading.phrases import Phrase
from rapporteur.reading.referents import Referent, name_key
from rapporteur.reading.scene import FAR, Scene, distance, place_at, place_of
from rapporteur.record import Span

_ARTICLE = re.compile(r"^(?:the|a|an|this|that|these|those|some|its|his|her|their|our)\s+", re.IGNORECASE)
_INDEFINITE = re.compile(r"^(?:an?|one|another|some|any|every|no)\s", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:the|this|that|these|those|both)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")
_CLAUSE = re.compile(r",\s(?:who|which|whose|whom|where|an?|the|his|her|its|their|one of|himself|herself)\b.*|\s(?:who|which|whose|whom)\b.*|\s\(.*", re.DOTALL)
_PAIR = re.compile(r"^(?:the two|both|either|neither|each|the)\s(?:\w+\s)?(sides?|countr(?:y|ies)|governments?|nations?|capitals?|states?|neighbours?|neighbors?|leaders?|presidents?|ministers?|men|women)$", re.IGNORECASE)
_PERSONS = frozenset(["leader", "leaders", "president", "presidents", "minister", "ministers", "men", "women"])
_BODIES = frozenset(["organisation", "organization", "agency", "group", "body", "ministry", "council", "court", "party", "union", "alliance", "bloc", "movement", "institute", "centre", "center", "charity", "commission", "committee", "tribunal", "mission"])
# bodies whose name has the noun
_IN_THEIR_NAMES = frozenset(["ministry", "court", "council", "commission", "committee", "tribunal", "mission", "union"])
_MEDIA = frozenset(["paper", "newspaper", "daily", "weekly", "broadcaster", "channel", "network", "magazine", "station", "website"])
_DOCUMENTS = frozenset(["accounts", "agreement", "bill", "communique", "communiqué", "data", "declaration", "document", "documents", "draft", "estimates", "evidence", "figures", "footage", "images", "law", "laws", "letter", "memo", "note", "photographs", "photos", "poll", "polls", "report", "reports", "resolution", "results", "rules", "statement", "statements", "statistics", "studies", "study", "survey", "surveys", "video", "videos"])
_AFTER_HEAD = re.compile(r",|\s(?:by|from|of|in|on|to|for|about|seen|released|published|issued|obtained|that|which|signed|dated|carried)\b", re.IGNORECASE)
# who heads a government is also its prime minister, and so on
_ALSO = {
    "head of government": ("prime minister", "chancellor", "premier"),
    "head of state": ("president", "king", "queen", "emperor"),
    "leader": ("president", "prime minister", "chancellor", "head of government", "premier"),
    "premier": ("prime minister",),
}
_ONE_OF_SEVERAL = re.compile(r"^(?:one|another|some|any|either|neither|each)\b|.*\bof one of\b", re.IGNORECASE)
_ANONYMOUS = re.compile(r"\banonym|\bnot (?:to )?be (?:named|identified|quoted)|\b(?:unnamed|unidentified)\b|\bnot authori[sz]ed\b", re.IGNORECASE)
_STRIDE = 300  # characters back that weigh as much as one mention
_RECENT = 700  # characters back within which a description may mean who just spoke


def description_name(words: str) -> str:
    """What somebody without a name is called: the phrase without article, relative clause and apposition."""
    bare = _CLAUSE.sub("", words.strip())
    if " and " not in bare:  # a list keeps its commas
        bare = bare.split(",")[0]
    return _POSSESSIVE.sub("", _ARTICLE.sub("", bare).strip(" ,")) or words.strip()


def pair_of(scene: Scene, span: Span) -> Referent | None:
    """The group of the last two states, or persons, that "the two sides" or "both leaders" joins."""
    m = _PAIR.match(span.words.strip())
    if m is None or (m[1].casefold() != "sides" and not re.match(r"the two|both|either|neither|each", span.words.strip(), re.IGNORECASE)):
        return None
    kinds = ("person",) if m[1].casefold() in _PERSONS else ("state",)
    place = place_of(span)
    near = sorted((distance(r, place), i) for i, r in enumerate(scene.referents) if r.kind in kinds and r.named)
    members = [scene.referents[i] for d, i in near if d < FAR][:2]
    if len(members) < 2:
        return None
    return group_of(scene, span.words.strip(), members)


def group_of(scene: Scene, name: str, members: list[Referent]) -> Referent:
    """The group with just these members, new where the article has not had it."""
    for r in scene.referents:
        if len(r.members) == len(members) and all(any(m is x for x in r.members) for m in members):
            return r
    group = Referent(named=False, plural=True, members=list(members))
    group.names[name] += 1
    group.kinds["group"] += 1
    scene.referents.append(group)
    return group


def is_document(words: str) -> bool:
    """Whether a phrase speaks of a text ("a report by the agency"), which speaks for its author if one is named."""
    core = core_of(words).split()
    return bool(core) and core[-1].casefold() in _DOCUMENTS


def core_of(words: str) -> str:
    """A noun phrase up to its head noun ("a leaked letter seen by the paper": "a leaked letter")."""
    return _AFTER_HEAD.split(words, maxsplit=1)[0]


def described(scene: Scene, span: Span, reading: Phrase) -> Referent:
    """The referent of a phrase without a name."""
    before = place_of(span)
    title = description_name(span.words)
    if (reading.head == "government" or (reading.head == "side" and reading.country)) and (state := _state_of(scene, reading.country, before)):
        return state
    if not _INDEFINITE.match(span.words):
        found = called_before(scene, span, reading) or _just_spoke(scene, span, reading, before)
        if found:
            return found
    referent = Referent(named=False, plural=reading.plural)
    referent.learn(reading)
    referent.names[title] += 1
    person = reading.office is not None and not reading.plural
    referent.kinds["person" if person else "group" if reading.plural else "organisation"] += 1
    scene.referents.append(referent)
    return referent


def called_before(scene: Scene, span: Span, reading: Phrase) -> Referent | None:
    """Whom a phrase without a name takes up: who holds the office, was called the same, or has its noun beside the name."""
    before = place_of(span)
    return (
        _holder(scene, reading, before)
        or same_description(scene, description_name(span.words))
        or (_DEFINITE.match(span.words) and reading.head and (_called_beside(scene, reading, before) or _last_of_kind(scene, reading.head, before)))
        or None
    )


def _state_of(scene: Scene, country: str | None, before: int) -> Referent | None:
    """The state that a government is: of the country that the phrase names, else the one that the article speaks of
    here and most often; None where neither is known."""
    states = [r for r in scene.referents if r.kind == "state" and (country is None or country in r.countries)]
    if states or country is None:
        near = [r for r in states if country or distance(r, before) < FAR]
        return max(near, key=lambda r: _presence(r, before), default=None)
    state = state_of_code(country)
    if state is None:
        return None
    referent = Referent()
    referent.names[state.name] += 1
    referent.kinds["state"] += 1
    referent.countries[country] += 1
    scene.referents.append(referent)
    return referent


def _presence(referent: Referent, place: int) -> float:
    """How much an article is about somebody at a place: often and near."""
    return len(referent.mentions) - distance(referent, place) / _STRIDE


def _holder(scene: Scene, reading: Phrase, before: int) -> Referent | None:
    """Who is said to hold the phrase's office, the nearest of several."""
    if not reading.office or reading.plural:
        return None
    offices = (reading.office, *_ALSO.get(reading.office, ()))
    holders = [r for r in scene.referents if any(held == o or held.split()[-1] == o for held in r.offices for o in offices) and is_compatible(r, reading)]
    holder = min(holders, key=lambda r: distance(r, before), default=None)
    if holder is not None and distance(holder, before) == FAR and not (reading.country and holder.countries):
        return None  # who is named only later is meant only where the country says so
    return holder


def same_description(scene: Scene, title: str) -> Referent | None:
    """Who was described by the same words before."""
    key = name_key(title)
    return next((r for r in scene.referents if not r.named and any(name_key(n) == key for n in r.names)), None)


def _called_beside(scene: Scene, reading: Phrase, before: int) -> Referent | None:
    """Whose name the head noun stands beside ("Colonel Hathaway": the colonel), ends ("Home Office": the office), or
    whose description it ends."""
    head = reading.head or ""
    fitting = [
        r for r in scene.referents
        if is_compatible(r, reading) and (reading.office is not None if r.is_person else not reading.office or reading.plural)
    ]
    bearers = [
        r for r in fitting
        if (distance(r, before) < FAR and (r.named and any(_beside(scene, key, head) for key, form in r.mentions.items() if form == "name")))
        or any(len(n.split()) > 1 and n.casefold().split()[-1] == head for n in r.names if r.named and not r.is_person)
    ] or [r for r in fitting if not r.named and any(n.casefold().split()[-1:] == [head] for n in r.names)]
    return min(bearers, key=lambda r: distance(r, before), default=None)


def _beside(scene: Scene, key: tuple[str, int, int], head: str) -> bool:
    field, start, end = key
    text = scene.source(field)
    lead = text[max(0, start - 40) : start].casefold()
    if re.search(rf"\b{re.escape(head)},?\s$", lead):
        return True
    return re.match(rf",\s(?:[^,.;:“”\"]{{0,60}}\s)?{re.escape(head)}\b", text[end : end + 80].casefold()) is not None


def _last_of_kind(scene: Scene, head: str, before: int) -> Referent | None:
    """The last named body where the head noun is a word for bodies, the last outlet where it is one for media."""
    kinds = ("media",) if head in _MEDIA else ("organisation", "group", "media") if head in _BODIES else ()
    bodies = [r for r in scene.referents if r.named and r.kind in kinds and _is_full(r.name) and distance(r, before) < FAR]
    if head in _IN_THEIR_NAMES:
        bodies = [r for r in bodies if any(head in n.casefold().split() for n in r.names)]
    return max(bodies, key=lambda r: _presence(r, before), default=None)


def _is_full(name: str) -> bool:
    """Whether a body's name is more than a stray capitalised word."""
    return " " in name or name.isupper() or body_named(name) is not None


def _just_spoke(scene: Scene, span: Span, reading: Phrase, before: int) -> Referent | None:
    """The person who spoke just before, where the phrase is a single office and nothing known of the person denies it."""
    if not reading.office or reading.plural or not _DEFINITE.match(span.words):
        return None
    last = scene.last_speaker(before)
    if last is None or not last.is_person or not last.named or last.offices or last.plural:
        return None
    return last if is_compatible(last, reading) and distance(last, before) < _RECENT else None


def introduced(scene: Scene, named: Referent, span: Span) -> Referent | None:
    """Who spoke just before without a name, where a person who is named here for the first time is nobody else: the
    lead of a report describes its speaker ("a senior minister said"), the next sentence names him."""
    place = place_of(span)
    last = scene.last_speaker(place)
    if last is None or last.named or last.plural or last.kind != "person" or named.kind not in (None, "person") or distance(last, place) > _RECENT:
        return None
    if _is_kept_unnamed(scene, last):
        return None
    first = min((place_at(f, s) for f, s, _ in named.mentions if f == "text"), default=place)
    if first < place and not span.start <= first < span.end:
        return None
    offices = {o.split()[-1] for o in named.offices}
    same_office = not offices or any(o.split()[-1] in offices for o in last.offices)
    same_country = not (named.countries and last.countries) or bool(named.countries & last.countries)
    same_gender = not (named.gender and last.gender) or named.gender == last.gender
    return last if same_office and same_country and same_gender else None


def _is_kept_unnamed(scene: Scene, described: Referent) -> bool:
    """Whether somebody is one of several, or told the reporter to give no name."""
    if any(_ONE_OF_SEVERAL.match(name) for name in described.names):
        return True
    return any(
        field == "text" and any(s.start <= start < s.end and _ANONYMOUS.search(scene.article.text, s.start, s.end) for s in scene.article.sentences)
        for field, start, _ in described.mentions
    )


def is_compatible(referent: Referent, reading: Phrase) -> bool:
    """Whether nothing known of somebody denies the country and gender that a phrase gives."""
    if reading.country and referent.countries and reading.country not in referent.countries:
        return False
    return not (reading.gender and referent.gender and reading.gender != referent.gender)
