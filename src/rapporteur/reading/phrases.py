"""Reading a noun phrase: which name, office, nationality or pronoun does it consist of?

"Russia's foreign minister, Sergey Lavrov" names Sergey Lavrov, foreign minister of RUS; "the ministry" names
nobody and has the head noun "ministry".
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from rapporteur.knowledge.bodies import Body, body_named
from rapporteur.knowledge.people import Office, given_name_gender, honorific_gender, office_of
from rapporteur.knowledge.states import State, state_named, state_of_capital, state_of_demonym
from rapporteur.reading.name_runs import (
    POSSESSIVE,
    THEN,
    Tokens,
    head_end,
    is_body,
    is_common_body,
    is_name_word,
    last_run,
    strip,
    trailing_name,
)
from rapporteur.reading.phrase_words import (
    FIRST,
    JOINERS,
    MANY,
    OUTLETS,
    PARTITIVES,
    PEOPLES,
    PLURALS,
    RELATIVES,
    SECOND,
    SECTORS,
    SINGULAR_PERSONS,
    SORT_MODIFIERS,
    SORTS,
    STOPS,
    SURNAMES,
    THINGS,
)

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’.&][^\W_]+)*\.?")
_LONGEST = 200  # words of a phrase that are read; what comes later describes
_TAIL = re.compile(r"\s+(?:himself|herself|themselves|itself|alone|too|also|today|yesterday|tonight)$", re.IGNORECASE)
_SEATED = frozenset(["government", "authorities", "administration", "regime", "ministry", "leadership"])



class Phrase(NamedTuple):
    """What a noun phrase says. `name` is a proper name without titles, `kind` what it seems to name (person,
    state, organisation, media or None); `office`, `country` (ISO) and `gender` come from the words around it;
    `pronoun` is the lower-cased pronoun where it is one, `head` the last noun of a phrase without a name."""

    words: str
    name: str | None = None
    name_at: tuple[int, int] | None = None
    kind: str | None = None
    office: str | None = None
    sector: str | None = None
    country: str | None = None
    gender: str = ""
    pronoun: str | None = None
    head: str | None = None
    plural: bool = False


@lru_cache(maxsize=16_384)
def read_phrase(words: str) -> Phrase:
    """The reading of a noun phrase as it stands in an article."""
    bare = words.strip().casefold()
    if bare in SINGULAR_PERSONS or bare in PLURALS or bare in THINGS or bare in FIRST or bare in SECOND or bare in RELATIVES:
        return Phrase(words, pronoun=bare, gender=SINGULAR_PERSONS.get(bare, ""), plural=bare in PLURALS)
    readings = [_read_part(text, at) for text, at in _apposition(_TAIL.sub("", words))]
    named = next((r for r in readings if r.name and r.kind == "person"), None) or next((r for r in readings if r.name), readings[0])

    def pick(field: str):
        return getattr(named, field) or next((getattr(r, field) for r in readings if getattr(r, field)), None)

    if named.kind not in (None, "person"):  # "the Interfax agency, a state body": no office of a person's
        return named._replace(words=words)
    if named.name and named.kind is None and any(r.office and not r.plural and not r.name for r in readings):
        named = named._replace(kind="person")  # "Oduya, a minister"
    return named._replace(
        words=words, office=pick("office"), sector=pick("sector"), country=pick("country"), gender=pick("gender") or ""
    )


def read_name(before: str, name: str) -> Phrase:
    """The reading of a run of capitalised words as it stands in an article, after the words `before` it ("foreign
    minister "); its `name_at` counts from the run's beginning."""
    whole = _whole_name(name, 0)
    if whole is not None and not before.strip():
        return whole
    lead, tokens = _tokens(before), _tokens(name)
    lead = lead[max((i + 1 for i, (w, _) in enumerate(lead) if w in STOPS), default=0) :]  # what is behind leads to no name
    run = strip(tokens, 0, head_end(tokens))
    if run is None or whole is not None or is_common_body([w for w, _ in tokens[run[0] : run[1]]]):
        return whole or Phrase(name)
    return _named(name, 0, lead + tokens, (run[0] + len(lead), run[1] + len(lead)))


def _tokens(text: str) -> Tokens:
    return [(m.group(), m.start()) for m in islice(WORD.finditer(text), _LONGEST)]


def _apposition(words: str) -> list[tuple[str, int]]:
    """A phrase cut at its commas and relative clauses: "Kerem Ates, a doctor who fled," has two parts."""
    cut = re.split(r"(,\s+(?:who|which|whose)\b.*|\s+who\b.*|,|\(|\)|\s[–—-]\s)", words)
    out, at = [], 0
    for piece in cut:
        if piece and not re.match(r",|\s+who\b|\(|\)|\s[–—-]\s", piece) and piece.strip():
            out.append((piece.strip(), at + len(piece) - len(piece.lstrip())))
        at += len(piece or "")
    return out or [(words, 0)]


def _read_part(text: str, at: int) -> Phrase:
    """The reading of a phrase without apposition; `at` is where it stands in the whole."""
    whole = _whole_name(text, at)
    if whole is not None:
        return whole
    tokens = _tokens(text)
    end = head_end(tokens)
    if end < len(tokens) and end and tokens[end][0] == "of" and tokens[end - 1][0].casefold() in PARTITIVES:
        # "85 per cent of the islanders" are islanders
        start = tokens[end + 1][1] if end + 1 < len(tokens) else len(text)
        rest = _read_part(text[start:], at + start)
        return rest._replace(words=text, name=None, name_at=None, kind=None, plural=True)
    outlet = _sorted_name(text, at, tokens, end)
    if outlet is not None:
        return outlet
    run = last_run(tokens, end) or trailing_name(tokens, end)
    if run is not None and is_common_body([w for w, _ in tokens[run[0] : run[1]]]):
        run = None
    return _nominal(text, tokens, end) if run is None else _named(text, at, tokens, run)


def _whole_name(text: str, at: int) -> Phrase | None:
    """A phrase that is the name of a known state, capital, body or people and nothing else."""
    bare = POSSESSIVE.sub("", re.sub(r"^(?:the|The)\s+", "", text))
    start = at + text.find(bare)
    place = (start, start + len(bare))
    if not bare[:1].isupper() and body_named(bare) is None:
        return None
    body = body_named(POSSESSIVE.sub("", text)) or body_named(text)
    if body is not None:
        return _of_body(text, place, body)
    state = state_named(bare) or state_of_capital(bare)
    if state is not None:
        return Phrase(text, state.name, place, "state", sector="GOV", country=state.iso3)
    if bare.casefold() in PEOPLES:
        return Phrase(text, bare, place, "population", plural=True)
    if text == bare and bare.casefold() in SURNAMES:
        return Phrase(text, bare, place)
    return None


def _of_body(text: str, place: tuple[int, int], body: Body) -> Phrase:
    return Phrase(text, body.name, place, body.kind, sector=body.sector, country=body.country)


def _sorted_name(text: str, at: int, tokens: Tokens, end: int) -> Phrase | None:
    """A known body with the noun of its sort, or an outlet that only its sort tells ("the Vestnik news agency")."""
    last = end
    while last and (tokens[last - 1][0] in SORTS or (last < end and tokens[last - 1][0] in SORT_MODIFIERS)):
        last -= 1
    first = last
    while first and is_name_word(tokens[first - 1][0]):
        first -= 1
    if last == end or first == last or POSSESSIVE.search(tokens[last - 1][0]):
        return None
    start, stop = tokens[first][1], tokens[last - 1][1] + len(tokens[last - 1][0])
    body = body_named(text[start:stop])
    if body is not None:
        return _of_body(text, (at + start, at + stop), body)
    if tokens[end - 1][0] in OUTLETS and not state_of_demonym(text[start:stop]) and not state_named(text[start:stop]):
        stop = tokens[end - 1][1] + len(tokens[end - 1][0])
        return Phrase(text, text[start:stop], (at + start, at + stop), "media", sector="JRN", country=_country(tokens, end))
    return None


def _named(text: str, at: int, tokens: Tokens, run: tuple[int, int]) -> Phrase:
    """The reading of a phrase whose name is a run of its words; `tokens` may reach back before `text`."""
    first, last = run
    before, words = [w for w, _ in tokens[:first]], [w for w, _ in tokens[first:last]]
    start, end = tokens[first][1], tokens[last - 1][1] + len(tokens[last - 1][0])
    name = POSSESSIVE.sub("", text[start:end])
    titled = len(before) > 1 and before[-2].islower() and before[-1][0].isupper() and honorific_gender(before[-1]) is not None
    found = _office(before[:-1] if titled else before)  # "director General Adler" is no director-general
    gender = next((g for w in reversed(before) if (g := honorific_gender(w)) is not None), None)
    kind = _kind_of(name, words, gender is not None, found is not None, before)
    country = _country(tokens[:first], len(before)) or _country(tokens[first:last], last - first)
    if kind in ("organisation", "media", "state"):
        body, state = body_named(name), state_named(name) or state_of_capital(name)
        if body is not None:
            return _of_body(text, (at + start, at + start + len(name)), body)
        country = state.iso3 if kind == "state" and state else country
        sector = "GOV" if kind == "state" else SECTORS.get(words[-1].casefold())
        common = state.name if kind == "state" and state else name
        return Phrase(text, common, (at + start, at + start + len(name)), kind, sector=sector, country=country)
    if kind == "person":
        country = country or (_seat(before, len(before), "") if found else None)
        gender = gender or (given_name_gender(words[0]) or "").replace("u", "") or (found.gender if found else "")
    return Phrase(
        text, name, (at + start, at + start + len(name)), kind, found.name if found else None, found.sector if found else None, country, gender or "",
    )


def _kind_of(name: str, words: list[str], titled: bool, in_office: bool, before: list[str]) -> str | None:
    if titled:
        return "person"
    body = body_named(name)
    if body is not None:
        return body.kind
    if state_named(name) or (len(words) == 1 and not in_office and state_of_capital(name)):
        return "state"
    if given_name_gender(words[0]) is None and (is_body(words) or any(w in JOINERS for w in words)):
        return "organisation"
    if in_office or given_name_gender(words[0]) is not None:
        return "organisation" if is_body(words[-1:]) else "person"
    if before and before[-1].casefold() == "the":
        return "organisation"
    if len(words) == 1 and name.isupper() and len(name) > 1:
        return "organisation"
    return None


def _country(tokens: Tokens, end: int) -> str | None:
    """The country that a phrase names by adjective, name or possessive ("the British PM", "Russia's foreign
    minister"), the first one of its head, else the one that its office is "of"."""
    words = [w for w, _ in tokens]
    behind = next((i + 1 for i in range(1, len(words)) if words[i] in ("of", "for")), len(words))
    found = _first_country(words[: min(end, behind)])
    return found or (_first_country(words[behind:]) if behind <= max(end + 1, behind) else None)


def _first_country(words: list[str]) -> str | None:
    for i in range(len(words)):
        if words[i] in STOPS - JOINERS:
            return None
        for length in range(min(4, len(words) - i), 0, -1):
            phrase = " ".join(words[i : i + length])
            if not phrase[:1].isupper() or phrase[:4] == "The ":
                continue
            state: State | None = state_of_demonym(phrase) or state_named(phrase)
            if state is None and POSSESSIVE.search(phrase):
                state = state_of_capital(phrase)
            if state is not None:
                return state.iso3
            if (body := body_named(phrase)) is not None and body.sector in ("GOV", "MIL"):
                return body.country
    return None


def _office(words: list[str]) -> Office | None:
    """The office that words lead up to or that heads them: "the head of the British government" (head of
    government), "ambassador to Mali" (ambassador)."""
    words = [THEN.sub("", w) for w in words]
    plain = [w for w in words if w not in ("the", "The") and not state_of_demonym(w)]
    for length in range(len(plain), 2, -1):
        longer = office_of(plain[:length])
        if longer and longer[1] > 2 and longer[1] >= length - 1:
            return longer[0]
    stop = next((i for i, w in enumerate(words) if i and w in STOPS), len(words))
    found = office_of(words[:stop]) or office_of(words)
    return found[0] if found else None


def _nominal(text: str, tokens: Tokens, end: int) -> Phrase:
    """A phrase without a name: its office or its head noun."""
    words = [w for w, _ in tokens]
    found = _office(words)
    head = POSSESSIVE.sub("", words[end - 1]).casefold() if words else None
    plural = bool(head) and ((head.endswith("s") and not head.endswith(("ss", "us"))) or head in MANY)
    return Phrase(
        text, office=found.name if found else None, sector=(found.sector if found else None) or SECTORS.get(head or ""),
        country=_country(tokens, end) or _seat(words, end, head or ""), gender=found.gender if found else "", head=head, plural=plural,
    )


def _seat(words: list[str], end: int, head: str) -> str | None:
    """The country of whom a capital tells: "Kyiv prosecutors", "the government in Addis Ababa"."""
    places = [" ".join(words[i:j]) for i in range(end - 1) for j in range(end - 1, i, -1)]
    if head in _SEATED and words[end : end + 1] == ["in"]:
        places += [" ".join(words[end + 1 : j]) for j in range(len(words), end + 1, -1)]
    state = next((state for place in places if place[:1].isupper() and (state := state_of_capital(place))), None)
    return state.iso3 if state else None
