"""Reading a noun phrase: which name, office, nationality or pronoun does it consist of?

"Russia's foreign minister, Sergey Lavrov" names Sergey Lavrov, foreign minister of RUS; "the ministry" names
nobody and has the head noun "ministry".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapporteur.knowledge.bodies import Body, body_named
from rapporteur.knowledge.people import Office, given_name_gender, honorific_gender, office_of
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
_JOINERS = frozenset(["of", "for", "and", "&"])
# where the head of a noun phrase is behind us
_STOPS = frozenset(
    ["of", "in", "at", "from", "for", "on", "with", "to", "near", "by", "including", "about", "against", "under", "over", "after", "before", "and", "or", "nor", "but", "as", "who", "that", "which", "whose", "close", "familiar", "based"]
)
_PARTITIVES = frozenset(["cent", "percent", "%", "some", "many", "most", "several", "all", "both", "few", "dozens", "scores", "hundreds", "thousands", "majority", "number", "handful", "half", "third", "thirds", "quarter", "group", "couple", "members"])
# nouns that say what a name already names ("the Interfax news agency", "the Hamas movement")
_SORTS = frozenset(["agency", "newspaper", "paper", "daily", "weekly", "magazine", "channel", "television", "tv", "radio", "broadcaster", "network", "website", "group", "movement", "organisation", "organization", "militia", "party", "alliance", "bloc"])
_OUTLETS = frozenset(["agency", "newspaper", "daily", "weekly", "magazine", "channel", "television", "tv", "radio", "broadcaster"])
_SORT_MODIFIERS = frozenset(["news", "television", "tv", "radio", "press", "state", "militant", "armed", "rebel", "terrorist", "terror", "jihadist", "extremist"])
_PEOPLES = frozenset(["alawites", "albanians", "arabs", "armenians", "buddhists", "catholics", "christians", "druze", "hindus", "hutus", "jews", "kurds", "muslims", "palestinians", "pashtuns", "protestants", "roma", "rohingya", "rohingyas", "serbs", "shias", "shiites", "sikhs", "sunnis", "tamils", "tatars", "turkmen", "tuaregs", "tuareg", "tutsis", "uighurs", "uyghurs", "yazidis", "yezidis"])
# offices that are as often surnames: alone and without an article they name
_SURNAMES = frozenset(["abbot", "baker", "bishop", "butcher", "carpenter", "cook", "dean", "driver", "fisher", "gardener", "hunter", "judge", "king", "knight", "major", "marshal", "mason", "miner", "page", "painter", "pope", "porter", "prince", "shepherd", "singer", "steward", "ward"])
_SECTORS = {"police": "COP", "army": "MIL", "military": "MIL", "navy": "MIL", "troops": "MIL", "forces": "MIL", "government": "GOV", "authorities": "GOV", "ministry": "GOV", "embassy": "GOV", "cabinet": "GOV", "court": "JUD", "parliament": "LEG", "opposition": "OPP", "media": "JRN", "press": "JRN", "newspaper": "JRN", "university": "EDU", "hospital": "MED", "union": "LAB", "church": "REL"}
_MANY = frozenset(["people", "men", "women", "children", "police", "troops", "media"])
_TAIL = re.compile(r"\s+(?:himself|herself|themselves|itself|alone|too|also)$", re.IGNORECASE)
_HYPHENED = re.compile(r"(?:a[lnrstdz]|ash|el|ul|ben|bin)-[^\W\d_a-z]|[dl]['’][A-Z]")  # "al-Amr", "d'Arcy"
_SEATED = frozenset(["government", "authorities", "administration", "regime", "ministry", "leadership"])
_POSSESSIVE = re.compile(r"['’]s?$")

Tokens = list[tuple[str, int]]


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
    readings = [_read_part(text, at) for text, at in _apposition(_TAIL.sub("", words))]
    named = next((r for r in readings if r.name and r.kind == "person"), None) or next((r for r in readings if r.name), readings[0])

    def pick(field: str):
        return getattr(named, field) or next((getattr(r, field) for r in readings if getattr(r, field)), None)

    if named.kind not in (None, "person"):  # "the Interfax agency, a state body": no office of a person's
        return named._replace(words=words)
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
    run = _strip(tokens, 0, len(tokens))
    if run is None or whole is not None:
        return whole or Phrase(name)
    return _named(name, 0, lead + tokens, (run[0] + len(lead), run[1] + len(lead)))


def _tokens(text: str) -> Tokens:
    return [(m.group(), m.start()) for m in WORD.finditer(text)]


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
    end = _head_end(tokens)
    if end < len(tokens) and end and tokens[end][0] == "of" and tokens[end - 1][0].casefold() in _PARTITIVES:
        # "85 per cent of the islanders" are islanders
        start = tokens[end + 1][1] if end + 1 < len(tokens) else len(text)
        rest = _read_part(text[start:], at + start)
        return rest._replace(words=text, name=None, name_at=None, kind=None, plural=True)
    outlet = _sorted_name(text, at, tokens, end)
    if outlet is not None:
        return outlet
    run = _last_run(tokens, end) or _trailing_name(tokens, end)
    return _nominal(text, tokens, end) if run is None else _named(text, at, tokens, run)


def _whole_name(text: str, at: int) -> Phrase | None:
    """A phrase that is the name of a known state, capital, body or people and nothing else."""
    bare = _POSSESSIVE.sub("", re.sub(r"^(?:the|The)\s+", "", text))
    start = at + text.find(bare)
    place = (start, start + len(bare))
    if not bare[:1].isupper() and body_named(bare) is None:
        return None
    body = body_named(_POSSESSIVE.sub("", text)) or body_named(text)
    if body is not None:
        return _of_body(text, place, body)
    state = state_named(bare) or state_of_capital(bare)
    if state is not None:
        return Phrase(text, state.name, place, "state", sector="GOV", country=state.iso3)
    if bare.casefold() in _PEOPLES:
        return Phrase(text, bare, place, "population", plural=True)
    if text == bare and bare.casefold() in _SURNAMES:
        return Phrase(text, bare, place)
    return None


def _of_body(text: str, place: tuple[int, int], body: Body) -> Phrase:
    return Phrase(text, body.name, place, body.kind, sector=body.sector, country=body.country)


def _head_end(tokens: Tokens) -> int:
    """Where the head of the phrase ends: before its first preposition or conjunction that no name holds together."""
    words = [w for w, _ in tokens]
    for i in range(1, len(words)):
        if words[i] in _STOPS and not _is_joined(words, i):
            return i
    return len(words)


def _is_joined(words: list[str], at: int) -> bool:
    """Whether "of", "for" or "and" stands inside a name ("Ministry of Defence", "Health and Safety Board")."""
    after = at + 2 if words[at] != "and" and words[at + 1 : at + 2] == ["the"] else at + 1
    if words[at] not in _JOINERS or not _is_name_word(words[at - 1]) or after >= len(words) or not _is_name_word(words[after]):
        return False
    first = at
    while first and (_is_name_word(words[first - 1]) or words[first - 1] in _JOINERS):
        first -= 1
    last = after
    while last < len(words) and _is_name_word(words[last]):
        last += 1
    left, right = words[first:at], words[after:last]
    if any(body_named(" ".join(words[i:j])) or state_named(" ".join(words[i:j])) for i in range(first, at) for j in range(after + 1, last + 1)):
        return True
    if _is_known(left) or given_name_gender(left[0]) is not None or _POSSESSIVE.search(left[-1]):
        return False
    if words[at] == "and":
        return _is_body(right[-1:]) or _is_body(left[:1])
    return _is_body(left) or (len(left) == 1 and office_of(left) is None and state_of_demonym(left[0]) is None)


def _is_known(words: list[str]) -> bool:
    name = " ".join(words)
    return bool(body_named(name) or state_named(name) or state_of_capital(name))


def _is_name_word(word: str) -> bool:
    return (word[:1].isupper() and word.casefold() not in _DETERMINERS) or _HYPHENED.match(word) is not None


def _is_body(words: list[str]) -> bool:
    """Whether a run of capitalised words has the name of a body ("State Department", "Rescue Committee")."""
    return any(_POSSESSIVE.sub("", w).casefold() in _BODY_NOUNS for w in words)


def _last_run(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """The name that the head of a phrase ends with, as word positions."""
    first = end
    while first and (
        _is_name_word(tokens[first - 1][0])
        or (first < end and (tokens[first - 1][0].casefold() in _PARTICLES or tokens[first - 1][0] in _JOINERS or tokens[first - 1][0] == "the"))
    ):
        first -= 1
    while first < end and not _is_name_word(tokens[first][0]) and not _begins_name(tokens[first][0]):
        first += 1
    return _strip(tokens, first, end) if first < end else None


def _begins_name(word: str) -> bool:
    return word.casefold() in _PARTICLES and word.casefold() not in ("the", "y", "e")


def _trailing_name(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """The person that ends a phrase whose head is an office: "chair of the Reading Fund Ana Lopes"."""
    words = [w for w, _ in tokens]
    if end >= len(words) or office_of(words[:end]) is None or not _is_name_word(words[-1]):
        return None
    first = len(words) - 1
    while first > end + 1 and (_is_name_word(words[first - 1]) or words[first - 1].casefold() in _PARTICLES | _JOINERS):
        first -= 1
    if _office_across(words[: first + 1], end):  # "secretary of State John Kerry"
        first += 1
    run = _strip(tokens, first, len(words))
    if run is not None and run[0] > first and words[run[0] - 1] not in _JOINERS:
        return run
    # nothing told the person from the place or body but the given name
    cut = next((i for i in range(first + 1, len(words) - 1) if given_name_gender(words[i]) is not None), None)
    return (cut, len(words)) if cut else None


def _office_across(words: list[str], at: int) -> bool:
    """Whether words end in an office that reaches across the preposition at `at` ("secretary of state")."""
    found = office_of(words)
    return found is not None and found[1] > len(words) - at


def _sorted_name(text: str, at: int, tokens: Tokens, end: int) -> Phrase | None:
    """A known body with the noun of its sort, or an outlet that only its sort tells ("the Vestnik news agency")."""
    last = end
    while last and (tokens[last - 1][0] in _SORTS or (last < end and tokens[last - 1][0] in _SORT_MODIFIERS)):
        last -= 1
    first = last
    while first and _is_name_word(tokens[first - 1][0]):
        first -= 1
    if last == end or first == last or _POSSESSIVE.search(tokens[last - 1][0]):
        return None
    start, stop = tokens[first][1], tokens[last - 1][1] + len(tokens[last - 1][0])
    body = body_named(text[start:stop])
    if body is not None:
        return _of_body(text, (at + start, at + stop), body)
    if tokens[end - 1][0] in _OUTLETS and not state_of_demonym(text[start:stop]) and not state_named(text[start:stop]):
        stop = tokens[end - 1][1] + len(tokens[end - 1][0])
        return Phrase(text, text[start:stop], (at + start, at + stop), "media", sector="JRN", country=_country(tokens, end))
    return None


def _strip(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """A run without the nationalities, bodies, offices and titles before its name ("US Secretary of State John
    Kerry": John Kerry); None where nothing else is left."""
    words = [w for w, _ in tokens]
    while first < last:
        step = _title_at(words, first, last)
        if not step:
            break
        first += step
    return (first, last) if first < last else None


def _title_at(words: list[str], first: int, last: int) -> int:
    """How many words at the head of a run are no part of its name."""
    run = words[first:last]
    if words[first] in _JOINERS or words[first] == "the":
        return 1
    if _is_known([*run[:-1], _POSSESSIVE.sub("", run[-1])]):
        return 0
    if _is_role(run):
        return len(run)
    for length in range(min(6, len(run) - 1), 0, -1):
        chunk, rest = run[:length], run[length:]
        found = office_of(chunk)
        name = " ".join(chunk)
        rest_known = _is_known([*rest[:-1], _POSSESSIVE.sub("", rest[-1])])
        if found and found[1] == length and not _is_body(run):
            return length
        if found and (honorific_gender(chunk[0]) is not None or given_name_gender(rest[0]) is not None) and found[1] == length:
            return length
        if length == 1 and honorific_gender(name) is not None and given_name_gender(name) is None:
            return 1
        if rest_known and (state_of_demonym(name) or _POSSESSIVE.search(name)):
            return length
        if _POSSESSIVE.search(name) and not _is_body(rest):
            return length
        if (state_of_demonym(name) or state_named(name) or body_named(name)) and not _is_body(rest):
            return length
        if _is_body(chunk[-1:]) and (given_name_gender(rest[0]) is not None or office_of(rest[:1])) and not _is_body(rest):
            return length
    if len(run) == 1 and state_of_demonym(run[0]):
        return 1
    return 0


def _is_role(run: list[str]) -> bool:
    """Whether a run of capitalised words is a role and no name: "Prime Minister", "Christian Democrats" (but "Peter
    Cook")."""
    found = office_of(run)
    if found is None:
        return False
    many = run[-1].endswith("s") and office_of([run[-1].casefold().removesuffix("s")]) is not None
    if found[1] == len(run) or many:
        return True
    if given_name_gender(run[0]) is not None or honorific_gender(run[0]) is not None:
        return False
    return bool(_is_body(run[:-1]) or state_of_demonym(run[0]) or "-" in run[0] or body_named(" ".join(run[:-1])))


def _named(text: str, at: int, tokens: Tokens, run: tuple[int, int]) -> Phrase:
    """The reading of a phrase whose name is a run of its words; `tokens` may reach back before `text`."""
    first, last = run
    before, words = [w for w, _ in tokens[:first]], [w for w, _ in tokens[first:last]]
    start, end = tokens[first][1], tokens[last - 1][1] + len(tokens[last - 1][0])
    name = _POSSESSIVE.sub("", text[start:end])
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
        sector = "GOV" if kind == "state" else _SECTORS.get(words[-1].casefold())
        return Phrase(text, name, (at + start, at + start + len(name)), kind, sector=sector, country=country)
    if kind == "person":
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
    if given_name_gender(words[0]) is None and (_is_body(words) or any(w in _JOINERS for w in words)):
        return "organisation"
    if in_office or given_name_gender(words[0]) is not None:
        return "organisation" if _is_body(words[-1:]) else "person"
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
        if words[i] in _STOPS - _JOINERS:
            return None
        for length in range(min(4, len(words) - i), 0, -1):
            phrase = " ".join(words[i : i + length])
            if not phrase[:1].isupper() or phrase[:4] == "The ":
                continue
            state: State | None = state_of_demonym(phrase) or state_named(phrase)
            if state is None and _POSSESSIVE.search(phrase):
                state = state_of_capital(phrase)
            if state is not None:
                return state.iso3
    return None


def _office(words: list[str]) -> Office | None:
    """The office that words lead up to or that heads them: "the head of the British government" (head of
    government), "ambassador to Mali" (ambassador)."""
    plain = [w for w in words if w not in ("the", "The") and not state_of_demonym(w)]
    for length in range(len(plain), 2, -1):
        longer = office_of(plain[:length])
        if longer and longer[1] > 2 and longer[1] >= length - 1:
            return longer[0]
    stop = next((i for i, w in enumerate(words) if i and w in _STOPS), len(words))
    found = office_of(words[:stop]) or office_of(words)
    return found[0] if found else None


def _nominal(text: str, tokens: Tokens, end: int) -> Phrase:
    """A phrase without a name: its office or its head noun."""
    words = [w for w, _ in tokens]
    found = _office(words)
    head = _POSSESSIVE.sub("", words[end - 1]).casefold() if words else None
    plural = bool(head) and ((head.endswith("s") and not head.endswith(("ss", "us"))) or head in _MANY)
    return Phrase(
        text, office=found.name if found else None, sector=(found.sector if found else None) or _SECTORS.get(head or ""),
        country=_country(tokens, end) or _seat(words, end, head or ""), gender=found.gender if found else "", head=head, plural=plural,
    )


def _seat(words: list[str], end: int, head: str) -> str | None:
    """The country of whom a capital tells: "Kyiv prosecutors", "the government in Addis Ababa"."""
    places = [" ".join(words[i:j]) for i in range(end - 1) for j in range(end - 1, i, -1)]
    if head in _SEATED and words[end : end + 1] == ["in"]:
        places += [" ".join(words[end + 1 : j]) for j in range(len(words), end + 1, -1)]
    state = next((state for place in places if place[:1].isupper() and (state := state_of_capital(place))), None)
    return state.iso3 if state else None
