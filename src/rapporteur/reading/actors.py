"""From referents to the actors of the record."""

from __future__ import annotations

import re

from rapporteur.knowledge.bodies import body_named
from rapporteur.knowledge.states import state_named, state_of_demonym
from rapporteur.reading.referents import Referent
from rapporteur.reading.scene import Scene
from rapporteur.record import Actor, Article, Mention


def write_actors(article: Article, scene: Scene, taking_part: list[Referent]) -> tuple[list[Actor], dict[int, str]]:
    """Everybody who takes part and the members of groups, in the order of their first mention, and the id of each referent."""
    with_members = [x for r in taking_part for x in (r, *r.members)]
    unique = list({id(r): r for r in with_members}.values())
    unique.sort(key=_first_place)
    ids = {id(r): f"a{n}" for n, r in enumerate(unique, 1)}
    return [_actor(article, r, ids) for r in unique], ids


def _first_place(referent: Referent) -> tuple[int, int]:
    return min(((0 if f == "title" else 1, s) for f, s, _ in referent.mentions), default=(2, 0))


def _actor(article: Article, r: Referent, ids: dict[int, str]) -> Actor:
    name = r.name
    kind = _kind(r, name)
    state = state_named(name) if kind == "state" else None
    body = body_named(name)
    country = (state.iso3 if state else None) or (body.country if body else None) or _commonest(r)
    sector = "GOV" if state else (body.sector if body else None) or (r.sectors[0] if r.sectors else None)
    return Actor(
        id=ids[id(r)], entity=None, name=name, kind=kind, members=[ids[id(m)] for m in r.members], country=country, sector=sector,
        code=f"{country}{sector}" if country and sector and len(sector) == 3 else None,
        role=r.offices[0] if r.offices and kind == "person" else None, wikidata=None,
        mentions=_mentions(article, r), alt=_other_names(article, r),
    )


def _other_names(article: Article, r: Referent) -> list[str]:
    """What the article calls a named actor beside its name ("Moscow" for Russia), in order of appearance."""
    said = [m.words for m in _mentions(article, r) if m.form == "name"]
    bare = [re.sub(r"['’]s?$", "", words) for words in (*said, *r.names)]
    return [n for n in dict.fromkeys(bare) if n != r.name] if r.named else []


def _kind(r: Referent, name: str) -> str:
    if r.kind == "group" and state_of_demonym(name):
        return "population"
    return r.kind or ("person" if r.is_person else "organisation")


def _commonest(r: Referent) -> str | None:
    return r.countries.most_common(1)[0][0] if r.countries else None


def _mentions(article: Article, r: Referent) -> list[Mention]:
    out = []
    for (field, start, end), form in sorted(r.mentions.items(), key=lambda m: (m[0][0] != "title", m[0][1:])):
        source = article.title if field == "title" else article.text
        out.append(Mention(start=start, end=end, words=(source or "")[start:end], field=field, form=form))
    return out
