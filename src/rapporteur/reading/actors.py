"""From referents to the actors of the record: who they are on the article's day, by the tables first, else by what the
article says of them."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from rapporteur.knowledge.codes import actor_code
from rapporteur.knowledge.keys import key_of
from rapporteur.knowledge.states import state_named, state_of_capital, state_of_code, state_of_demonym
from rapporteur.reading.descriptions import description_name
from rapporteur.reading.identity import Candidate, answer
from rapporteur.reading.referents import Referent
from rapporteur.record import Actor, Article, Mention

_NOBODY = Candidate(None, None)
HOME_SHARE, HOME_LEAST = 0.5, 3
# what an article calls somebody and is no office
_NO_ROLES = frozenset(["man", "woman", "people", "person", "mother", "father", "sister", "brother", "son", "daughter", "wife", "husband", "girl", "boy", "child", "friend", "cousin", "uncle", "aunt", "parent", "victim", "suspect", "resident", "citizen", "civilian"])
_OUT_OF_OFFICE, _NO_SECTOR = "ELI", "UNK"
_PARTISAN = frozenset(["PTY", "OPP"])
_DOMESTIC = frozenset(["CVL", "GOV", "LEG", "JUD", "PTY", "OPP", "COP", "EDU", "MED"])
_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*)*")


class Setting(NamedTuple):
    """The article's day (ISO), the states that it names, and the one that it is about, if one stands out."""

    day: str
    states: frozenset[str]
    home: str | None


def setting_of(article: Article, day: str) -> Setting:
    """The setting of an article. One state stands out where at least HOME_SHARE of all that names a state, and HOME_LEAST
    times, names it."""
    counts: Counter[str] = Counter()
    for m in _CAPITALISED.finditer(f"{article.title or ''}\n{article.text}"):
        words = [w if w.count(".") > 1 else re.sub(r"(?:['’]s?|\.)$", "", w) for w in m.group().split()]
        at = 0
        while at < len(words):
            length, state = next(((n, s) for n in (3, 2, 1) if (s := _state(" ".join(words[at : at + n]))) is not None), (1, None))
            counts[state] += 1 if state else 0
            at += length
    del counts[None]
    (home, most), total = (counts.most_common(1) or [(None, 0)])[0], counts.total()
    return Setting(day, frozenset(counts), home if most >= max(HOME_LEAST, HOME_SHARE * total) else None)


def _state(words: str) -> str | None:
    found = state_named(words) or state_of_capital(words) or state_of_demonym(words)
    return found.iso3 if found else None


def write_actors(article: Article, taking_part: list[Referent], day: str) -> tuple[list[Actor], dict[int, str]]:
    """Everybody who takes part and the members of groups, in the order of their first mention, and the id of each referent."""
    setting = setting_of(article, day)
    with_members = [x for r in taking_part for x in (r, *(m.itself for m in r.members))]
    unique = list({id(r): r for r in with_members}.values())
    unique.sort(key=_first_place)
    ids = {id(r): f"a{n}" for n, r in enumerate(unique, 1)}
    return [_actor(article, r, ids, setting) for r in unique], ids


def _first_place(referent: Referent) -> tuple[int, int]:
    return min(((0 if f == "title" else 1, s) for f, s, _ in referent.mentions), default=(2, 0))


def _actor(article: Article, r: Referent, ids: dict[int, str], setting: Setting) -> Actor:
    mentions = _mentions(article, r)
    known = identify(r, mentions, setting.day)
    stranger = _is_stranger(known, r, setting)
    known = _NOBODY if stranger else known
    name = known.name if known.name and known.entity else r.name
    kind = "group" if r.members else known.kind if known.kind and (known.entity or not r.named) else _kind(r, name)
    said = next((x for x in r.sectors if x != _NO_SECTOR), None)
    sector = said if said and known.sector in (None, _OUT_OF_OFFICE, _NO_SECTOR) else known.sector if known.sector != _NO_SECTOR else None
    country = known.country or (None if stranger else _commonest(r)) or (setting.home if _is_local(kind, sector, known) else None)
    role = known.role if known.entity else None
    return Actor(
        id=ids[id(r)], entity=known.entity, name=name, kind=kind, members=list(dict.fromkeys(ids[id(m.itself)] for m in r.members)),
        country=country if country and state_of_code(country) else None, sector=sector,
        code=known.code if known.code and sector == known.sector and country == known.country else actor_code(country, sector),
        role=role or (next((o for o in r.offices if o not in _NO_ROLES), None) if kind == "person" and r.named else None), wikidata=known.wikidata,
        mentions=mentions, alt=_other_names(mentions, r, name),
    )


def _is_stranger(known: Candidate, r: Referent, setting: Setting) -> bool:
    """Whether a known actor is of a state of which the article does not speak, and its name does not tell enough: names of
    parties are common to many, and so are surnames and short forms of given names."""
    if known.country is None or known.country in setting.states:
        return False
    if known.kind == "person":
        return known.entity is not None and r.named and not any(key_of(known.name or "") == key_of(n) for n in r.names)
    return known.sector in _PARTISAN and known.kind == "organisation"


def _is_local(kind: str, sector: str | None, known: Candidate) -> bool:
    """Whether somebody of whom no country is told is of the state that the article is about: reports leave it out at home."""
    if known.code and known.country is None and known.entity:
        return False  # a body of several states
    return kind in ("person", "organisation") or (kind != "media" and sector in _DOMESTIC)


def identify(r: Referent, mentions: list[Mention], day: str) -> Candidate:
    """Who a referent is on an ISO day as far as the tables know: by its name with its office and country, else by the
    descriptions of it, the first that tells somebody registered before the first that tells anything."""
    if r.members:
        return _NOBODY
    if r.named and r.name:
        return _by_name(r, day)
    told = [answer(m.words, day).best for m in mentions if m.form != "pronoun"]
    told = [c for c in told if c.name or c.country or c.sector]
    return next((c for c in told if c.entity), None) or max(told, key=lambda c: (c.country is not None) + (c.sector is not None), default=_NOBODY)


def _by_name(r: Referent, day: str) -> Candidate:
    country = _commonest(r)
    state = state_of_code(country) if country and r.is_person else None
    for office in (*r.offices[:2], None):
        phrase = " ".join(x for x in (state.name if state and state.name != r.name else None, office, r.name) if x)
        found = answer(phrase if r.is_person else r.name, day).best
        if found.entity:
            return found
    found = answer(r.name, day).best
    return found if found.entity or not r.is_person else _NOBODY


def _other_names(mentions: list[Mention], r: Referent, name: str) -> list[str]:
    """What the article calls an actor beside its name, in order of appearance: a named one by its other names ("Moscow" for
    Russia), one without a name by its other descriptions."""
    form = "name" if r.named else "nominal"
    said = [m.words if r.named else description_name(m.words) for m in mentions if m.form == form]
    bare = [re.sub(r"['’]s?$", "", words) for words in (*said, *r.names)]
    return [n for n in dict.fromkeys(bare) if n != name]


def _kind(r: Referent, name: str) -> str:
    if r.kind == "group" and state_of_demonym(name):
        return "population"
    if r.kind == "person" and r.plural and not r.named:
        return "group"
    return r.kind or ("person" if r.is_person else "organisation")


def _commonest(r: Referent) -> str | None:
    return r.countries.most_common(1)[0][0] if r.countries else None


def _mentions(article: Article, r: Referent) -> list[Mention]:
    out = []
    for (field, start, end), form in sorted(r.mentions.items(), key=lambda m: (m[0][0] != "title", m[0][1:])):
        source = article.title if field == "title" else article.text
        out.append(Mention(start=start, end=end, words=(source or "")[start:end], field=field, form=form))
    return out
