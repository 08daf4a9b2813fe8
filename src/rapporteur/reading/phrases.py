"""Reading a noun phrase: which name, office, nationality or pronoun does it consist of?

"Russia's foreign minister, Sergey Lavrov" names Sergey Lavrov, foreign minister of RUS; "the ministry" names
nobody and has the head noun "ministry".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapporteur.knowledge.bodies import body_named
from rapporteur.knowledge.people import given_name_gender, honorific_gender, office_of
from rapporteur.knowledge.states import State, state_named, state_of_capital, state_of_demonym

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’.&][^\W_]+)*\.?")
_PARTICLES = frozenset(
    ["al", "el", "ul", "bin", "ibn", "bint", "abu", "ben", "van", "von", "der", "den", "de", "del", "della", "di", "da", "das", "dos", "du", "la", "le", "san", "ten", "ter", "y", "e"]
)
_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some", "many", "several", "most", "all", "both", "one", "another", "other", "any", "no", "each", "every", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands"]
)
SINGULAR_PERSONS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
PLURALS = frozenset(["they", "them", "their", "theirs", "themselves", "both"])
THINGS = frozenset(["it", "its", "itself"])
FIRST = {"i": 1, "me": 1, "my": 1, "mine": 1, "myself": 1, "we": 2, "us": 2, "our": 2, "ours": 2, "ourselves": 2}
SECOND = frozenset(["you", "your", "yours", "yourself", "yourselves"])
RELATIVES = frozenset(["who", "whom", "whose", "which", "that"])
_BODY_NOUNS = frozenset(
    ["agency", "alliance", "army", "assembly", "association", "authority", "bank", "board", "body", "brigade", "bureau", "cabinet", "campaign", "centre", "center", "coalition", "command", "commission", "committee", "company", "congress", "corporation", "council", "court", "department", "directorate", "embassy", "federation", "force", "forces", "foundation", "front", "fund", "government", "group", "guard", "hospital", "house", "institute", "institution", "junta", "league", "mission", "movement", "navy", "network", "news", "office", "organisation", "organization", "parliament", "party", "police", "post", "press", "presidency", "regime", "service", "society", "senate", "secretariat", "summit", "syndicate", "times", "tribunal", "union", "university", "watch", "ministry", "militia", "observatory", "opposition", "brotherhood", "delegation", "herald", "tribune", "gazette", "journal", "radio", "television", "tv"]
)
_PLACES_OF_NAME = frozenset(["of", "for", "and"])


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


def read_phrase(words: str) -> Phrase:
    """The reading of a noun phrase as it stands in an article."""
    bare = words.strip().casefold()
    if bare in SINGULAR_PERSONS or bare in PLURALS or bare in THINGS or bare in FIRST or bare in SECOND or bare in RELATIVES:
        return Phrase(words, pronoun=bare, gender=SINGULAR_PERSONS.get(bare, ""), plural=bare in PLURALS)
    parts = _apposition(words)
    readings = [_read_part(text, at) for text, at in parts]
    named = next((r for r in readings if r.name and r.kind == "person"), None) or next((r for r in readings if r.name), readings[0])
    def pick(field):
        return getattr(named, field) or next((getattr(r, field) for r in readings if getattr(r, field)), None)

    return named._replace(
        words=words, office=pick("office"), sector=pick("sector"), country=pick("country"), gender=pick("gender") or ""
    )


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
    tokens = [(m.group(), m.start()) for m in WORD.finditer(text)]
    country = _country(tokens)
    run = _name_run(tokens)
    if run is not None:
        first, last = run
        before = [w for w, _ in tokens[:first]]
        found = office_of(before)
        gender = next((g for w in reversed(before) if (g := honorific_gender(w)) is not None), "")
        start, end = tokens[first][1], tokens[last - 1][1] + len(tokens[last - 1][0])
        name = text[start:end]
        name = re.sub(r"['’]s$|['’]$", "", name)
        kind = _kind_of(name, [w for w, _ in tokens[first:last]], bool(found) or bool(gender), before)
        if kind == "person" and not gender:
            gender = (given_name_gender(tokens[first][0]) or "").replace("u", "") or (found[0].gender if found else "")
        return Phrase(
            text, name, (at + start, at + start + len(name)), kind, found[0].name if found else None,
            found[0].sector if found else None, country, gender,
        )
    return _nominal(text, tokens, country)


def _whole_name(text: str, at: int) -> Phrase | None:
    """A phrase that is the name of a known state, capital or body and nothing else."""
    bare = re.sub(r"^(?:the|The)\s+", "", text)
    bare = re.sub(r"['’]s?$", "", bare)
    start = at + text.find(bare)
    place = (start, start + len(bare))
    if not bare[:1].isupper():
        return None
    body = body_named(bare)
    if body is not None:
        return Phrase(text, body.name, place, body.kind, sector=body.sector, country=body.country)
    state = state_named(bare) or state_of_capital(bare)
    if state is not None:
        return Phrase(text, state.name, place, "state", sector="GOV", country=state.iso3)
    return None


def _country(tokens: list[tuple[str, int]]) -> str | None:
    """The country that a phrase names by adjective or possessive ("the British PM", "Russia's foreign minister")."""
    words = [w for w, _ in tokens]
    for length in (3, 2, 1):
        for i in range(len(words) - length + 1):
            phrase = " ".join(words[i : i + length])
            if phrase[:1].isupper():
                state: State | None = state_of_demonym(phrase) or state_named(phrase)
                if state is None and re.search(r"['’]s?$", phrase):
                    state = state_of_capital(phrase)
                if state is not None:
                    return state.iso3
    return None


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() and word.casefold() not in _DETERMINERS


def _name_run(tokens: list[tuple[str, int]]) -> tuple[int, int] | None:
    """The last run of capitalised words that is not only office, title or nationality, as word positions."""
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        if _is_name_word(tokens[i][0]):
            j = i + 1
            while j < len(tokens) and (
                _is_name_word(tokens[j][0])
                or (tokens[j][0].casefold() in _PARTICLES | _PLACES_OF_NAME and j + 1 < len(tokens) and _is_name_word(tokens[j + 1][0]))
            ):
                j += 1
            runs.append((i, j))
            i = j
        else:
            i += 1
    for first, last in runs:
        first = _skip_titles(tokens, first, last)
        if first < last and not (last - first == 1 and state_of_demonym(tokens[first][0])):
            return first, last
    return None


def _skip_titles(tokens: list[tuple[str, int]], first: int, last: int) -> int:
    """Where the name begins after nationalities, offices and titles ("US Secretary of State John Kerry": John)."""
    words = [w for w, _ in tokens]
    moved = True
    while moved and first < last:
        moved = False
        for length in range(min(5, last - first), 0, -1):
            chunk = words[first : first + length]
            found = office_of(chunk)
            possessive = bool(re.search(r"['’]s?$", chunk[-1]))
            rest = first + length < last
            if (found and found[1] == length and not _is_body(words[first:last])) or (
                rest and length == 1 and honorific_gender(chunk[0]) is not None
            ) or (rest and (state_of_demonym(" ".join(chunk)) or (possessive and not _is_body(words[first + length : last])))) or (
                rest and (state_named(" ".join(chunk)) or body_named(" ".join(chunk))) and not _is_body(words[first:last])
            ):
                first += length
                moved = True
                break
    return first


def _is_body(words: list[str]) -> bool:
    """Whether a run of capitalised words has the name of a body ("State Department", "Rescue Committee")."""
    return bool(words) and any(re.sub(r"['’]s?$", "", w).casefold() in _BODY_NOUNS for w in words)


def _kind_of(name: str, words: list[str], titled: bool, before: list[str]) -> str | None:
    body = body_named(name)
    if body is not None:
        return body.kind
    if state_named(name) or (len(words) == 1 and state_of_capital(name)):
        return "state"
    if _is_body(words) or any(w.casefold() in _PLACES_OF_NAME for w in words):
        return "organisation"
    if titled or given_name_gender(words[0]) is not None:
        return "person"
    if before and before[-1].casefold() == "the":
        return "organisation"
    if len(words) == 1 and name.isupper() and len(name) > 1:
        return "organisation"
    return None


def _nominal(text: str, tokens: list[tuple[str, int]], country: str | None) -> Phrase:
    """A phrase without a name: its office or its head noun."""
    words = [w for w, _ in tokens]
    stop = next((i for i, w in enumerate(words) if i and w.casefold() in ("of", "in", "at", "from", "for", "on", "with", "to", "near", "who", "by", "including")), len(words))
    core = words[:stop]
    found = office_of(words[: stop]) or (office_of(words) if stop < len(words) else None)
    for length in range(len(words), stop, -1):  # "secretary of state", "head of the government"
        inside = [w for w in words[:length] if w.casefold() not in ("the",) and not state_of_demonym(w)]
        longer = office_of(inside)
        if longer and longer[1] > 1 and longer[1] >= len(inside) - 1:
            found = longer
            break
    head = core[-1].casefold() if core else None
    plural = (bool(head) and head.endswith("s") and not head.endswith("ss")) or head in ("people", "men", "women", "children", "police", "troops")
    return Phrase(
        text, office=found[0].name if found else None, sector=found[0].sector if found else None, country=country,
        gender=found[0].gender if found else "", head=head, plural=bool(plural),
    )
