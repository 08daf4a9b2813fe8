"""Which place a name means, from the article's own context.

A name that several places bear is settled by what stands beside it ("Paris, Texas"), by the countries that the article
speaks of, by the places that it names near there, and else by weight: a state before a city, a large city before a
small one. The article's other mentions of a name mean the same place.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from rapporteur.knowledge.bodies import body_named
from rapporteur.knowledge.gazetteer import Place, places_named
from rapporteur.knowledge.keys import key_of
from rapporteur.knowledge.states import is_capital, state_named, state_of_demonym
from rapporteur.knowledge.tables import read_table

_DIVISION = re.compile(r"\s(?:province|state|oblast|region|governorate|prefecture|department|district|county|division|valley)$", re.IGNORECASE)
_DIVISION_AHEAD = re.compile(r"\s(?:province|state|oblast|region|governorate|prefecture|department|county|division)\b", re.IGNORECASE)
_PART = re.compile(r"^(?:(?:north|south|east|west|central)(?:ern)?|(?:north|south)[\s-]?(?:east|west)(?:ern)?|upper|lower|greater|mainland|downtown|inner|outer|city of|province of|state of|region of|republic of|port of)\s+(?=\S)", re.IGNORECASE)
_FACILITY = re.compile(r"\s(?:airport|international airport|university|hospital|city|county|bay|port|harbou?r|district|peninsula|island|islands|suburb|city hall|river|beach|town|village)$", re.IGNORECASE)
_QUALIFIER = re.compile(r"(?:’s|'s)?(?:,|\s\(|\sin(?:\s(?:north|south|east|west|central)\w*)?|\sof)\s(?:the\s)?((?:[A-Z][\w.’'-]*)(?:\s(?:[A-Z][\w.’'-]*|of|and|the))*)")
_NAME = re.compile(r"\b[A-Z][\w’'.-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'.-]*)*")
_TELLING = 100_000  # inhabitants from which a name is a place's rather than a person's
_COUNTRY, _SITE, _CAPITAL, _NAMED_BESIDE, _OWN_NAME, _SPOKEN_OF, _NEAR = 5.0, 5.0, 1.5, 8.0, 1.0, 2.2, 2.6
_BY_KIND = {"country": _COUNTRY, "edited": _SITE, "region": -0.3, "admin1": -0.3, "city": 0.0}
_NO_COUNTRY = frozenset(["tv", "io", "me", "co", "ai", "cc", "fm", "ly", "to", "ws"])  # domains sold to everybody
_NEARBY_KM = 300.0
_SURE = 1.5  # lead over the second from which a place tells about others


class Context(NamedTuple):
    """What an article says of countries and divisions: how often each is named."""

    countries: Counter[str]
    divisions: Counter[tuple[str, str]]


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (latitude, longitude) pairs in degrees."""
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12_742.0 * math.asin(math.sqrt(h))


def context_of(text: str) -> Context:
    """The countries and first-level divisions that a text names, by name, demonym or as only bearers of a name."""
    countries: Counter[str] = Counter()
    divisions: Counter[tuple[str, str]] = Counter()
    for m in _NAME.finditer(text):
        words = m.group().removesuffix("'s").removesuffix("’s").rstrip(".'’")
        found = candidates_of(words)
        state = state_named(words) or state_of_demonym(words)
        if state is not None and not any(p.type == "admin1" and p.country != state.iso3 for p in found):
            countries[state.iso3] += 1
            continue
        lands = {p.country for p in found}
        if found and len(lands) == 1 and found[0].country and found[0].population >= _TELLING:
            countries[found[0].country] += 1
        for p in found:
            if p.type == "admin1":
                divisions[(p.country or "", p.admin1 or "")] += 1
    return Context(countries, divisions)


@lru_cache(maxsize=8_192)
def candidates_of(words: str) -> tuple[Place, ...]:
    """The places that a name may mean: as it stands, as an adjective, without what says which part or kind it is."""
    name = words.strip().removesuffix("'s").removesuffix("’s").rstrip("'’")
    state = None if state_named(name) else state_of_demonym(name)
    if state is not None:
        return tuple(places_named(state.name))
    if name.rstrip(".") in _abbreviations() and (name.isupper() or name.endswith(".")):
        return tuple(p for land, division in _abbreviations()[name.rstrip(".")] for p in places_named(division) if p.country == land and p.type == "admin1")
    found = places_named(name)
    if found:
        return tuple(found)
    for pattern in (_DIVISION, _PART, _FACILITY):
        shorter = pattern.sub("", name)
        inner = tuple(p for p in candidates_of(shorter) if p.type != "city" or key_of(p.name) == key_of(shorter)) if shorter and shorter != name else ()
        if inner:
            return _divisions_first(inner) if pattern is _DIVISION else inner
    return _inside(name)


def _inside(name: str) -> tuple[Place, ...]:
    """The places that the first words of a name name ("Manila Cathedral"), else those behind its "of" ("Bank of Ghana")."""
    words = name.split()
    parts = [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)] + re.split(r"\b(?:of|in|at)\s(?:the\s)?", name)[1:]
    return next((tuple(found) for part in parts if part[:1].isupper() and (found := places_named(part))), ())


def _divisions_first(found: tuple[Place, ...]) -> tuple[Place, ...]:
    divisions = tuple(p for p in found if p.type in ("admin1", "region"))
    return divisions or found


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, list[tuple[str, str]]]:
    out: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("division_abbreviations.tsv"):
        out.setdefault(row["abbreviation"].rstrip("."), []).append((row["country"], row["admin1"]))
    return out


@lru_cache(maxsize=1)
def _top_level_domains() -> dict[str, str]:
    return {row["iso2"].casefold(): row["iso3"] for row in read_table("state_codes.tsv") if row["iso2"]} | {"uk": "GBR"}


def home_of(url: str | None, outlet: str | None = None) -> str | None:
    """The country that an outlet is of, by its entry among the organisations or by its domain (ISO alpha-3)."""
    body = body_named(outlet) if outlet else None
    if body and body.kind == "media" and body.country:
        return body.country
    domain = (urlsplit(url).hostname or "").rpartition(".")[2] if url else ""
    return None if domain in _NO_COUNTRY else _top_level_domains().get(domain)


def resolve_places(text: str, spans: list[tuple[int, int]], title: str = "", home: str | None = None) -> list[Place | None]:
    """The place that each stretch of `text` names, None where no place has the name; `home` is the outlet's country."""
    context = context_of(f"{title}\n{text}")
    if home:
        context.countries[home] += 1
    by_key: dict[str, Place | None] = {}
    first: dict[str, tuple[float, Place]] = {}
    sure: dict[str, Place] = {}
    keys = [key_of(text[a:b]) for a, b in spans]
    for key, (a, b) in zip(keys, spans, strict=True):
        scored = _scored(text, a, b, context, [])
        if scored and (key not in first or scored[0][0] > first[key][0]):
            first[key] = scored[0]
            if len(scored) == 1 or scored[0][0] - scored[1][0] > _SURE:
                sure[key] = scored[0][1]
    anchors = [p for p in sure.values() if p.type in ("city", "admin1", "site")]
    for key, (a, b) in zip(keys, spans, strict=True):
        scored = _scored(text, a, b, context, anchors)
        best = max([*scored[:1], *([first[key]] if key in first and first[key][0] > _NAMED_BESIDE + 4 else [])], default=None, key=lambda s: s[0])
        by_key.setdefault(key, best[1] if best else None)
    return [by_key[key] for key in keys]


def _scored(text: str, start: int, end: int, context: Context, anchors: list[Place]) -> list[tuple[float, Place]]:
    """Candidates with their scores, best first."""
    found = candidates_of(text[start:end])
    if not found:
        return []
    beside = _beside(text, end)
    as_division = bool(_DIVISION_AHEAD.match(text[end : end + 15]))
    scored = [(_score(p, key_of(text[start:end]), context, anchors, beside, as_division), p) for p in found]
    return sorted(scored, key=lambda s: -s[0])


def _score(p: Place, key: str, context: Context, anchors: list[Place], beside: list[tuple[str, str]], as_division: bool) -> float:
    score = math.log10(p.population + 10) * 0.6
    score += _BY_KIND["edited" if p.population == 0 and p.type in ("region", "site") else p.type] + (1.5 if as_division and p.type in ("admin1", "region") else 0.0)
    score += _CAPITAL if p.type == "city" and p.country and is_capital(p.country, p.name) else 0.0
    score += _OWN_NAME if key_of(p.name) == key or p.type != "city" else 0.0
    if any(p.country == land and (not division or key_of(division) == key_of(p.admin1 or "")) for land, division in beside):
        score += _NAMED_BESIDE if any(d for _, d in beside) else _NAMED_BESIDE - 2
    spoken = context.countries.get(p.country or "", 0)
    total = sum(context.countries.values()) or 1
    score += _SPOKEN_OF * (spoken / total + (0.4 if spoken else 0.0))
    if p.type == "city" and (p.country or "", p.admin1 or "") in context.divisions:
        score += 0.6
    near = sum(1 for a in anchors if a.name != p.name and distance_km((p.lat, p.lon), (a.lat, a.lon)) < _NEARBY_KM)
    return score + _NEAR * min(near, 3) / 3


def _beside(text: str, end: int) -> list[tuple[str, str]]:
    """Country and division that the words right behind a name give it ("Paris, Texas"), as (ISO code, division)."""
    m = _QUALIFIER.match(text[end : end + 60])
    if m is None:
        return []
    words = m[1].rstrip(".,")
    if words in _abbreviations():
        return _abbreviations()[words]
    out = []
    for p in candidates_of(words)[:6]:
        if p.type == "country":
            out.append((p.country or "", ""))
        elif p.type == "admin1":
            out.append((p.country or "", p.admin1 or ""))
    return out
