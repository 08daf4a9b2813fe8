"""Which of the capitalised words of a noun phrase are its name: without nationalities, bodies, offices and titles."""

from __future__ import annotations

import re

from rapporteur.knowledge.bodies import body_named
from rapporteur.knowledge.people import given_name_gender, honorific_gender, office_of
from rapporteur.knowledge.states import state_named, state_of_capital, state_of_demonym
from rapporteur.reading.phrase_words import (
    BODY_NOUNS,
    COMMON_BODIES,
    DETERMINERS,
    JOINERS,
    PARTICLES,
    RANKS,
    STOPS,
    SURNAMES,
)

POSSESSIVE = re.compile(r"['’]s?$")
_HYPHENED = re.compile(r"(?:a[lnrstdz]|ash|el|ul|ben|bin)-[^\W\d_a-z]|[dl]['’][A-Z]")  # "al-Amr", "d'Arcy"

THEN = re.compile(r"[Tt]hen-")
_REACH = 8  # words on either side of a preposition that may belong to one name

Tokens = list[tuple[str, int]]  # words and where they begin


def head_end(tokens: Tokens) -> int:
    """Where the head of the phrase ends: before its first preposition or conjunction that no name holds together."""
    words = [w for w, _ in tokens]
    for i in range(1, len(words)):
        if words[i] in STOPS and not _is_joined(words, i):
            return i
    return len(words)


def _is_joined(words: list[str], at: int) -> bool:
    """Whether "of", "for" or "and" stands inside a name ("Ministry of Defence", "Health and Safety Board")."""
    after = at + 2 if words[at] != "and" and words[at + 1 : at + 2] == ["the"] else at + 1
    if words[at] not in JOINERS or not is_name_word(words[at - 1]) or after >= len(words) or not is_name_word(words[after]):
        return False
    first = at
    while first and at - first < _REACH and (is_name_word(words[first - 1]) or words[first - 1] in JOINERS):
        first -= 1
    last = after
    while last < len(words) and last - after < _REACH and is_name_word(words[last]):
        last += 1
    left, right = words[first:at], words[after:last]
    if any(body_named(" ".join(words[i:j])) or state_named(" ".join(words[i:j])) for i in range(first, at) for j in range(after + 1, last + 1)):
        return True
    if is_known(left) or given_name_gender(left[0]) is not None or POSSESSIVE.search(left[-1]):
        return False
    if words[at] == "and":
        return is_body(right[-1:]) or is_body(left[:1])
    return is_body(left) or (len(left) == 1 and office_of(left) is None and state_of_demonym(left[0]) is None)


def is_known(words: list[str]) -> bool:
    """Whether words are the name of a state, capital or body of the tables."""
    name = " ".join(words)
    return bool(body_named(name) or state_named(name) or state_of_capital(name))


def is_name_word(word: str) -> bool:
    return (word[:1].isupper() and word.casefold() not in DETERMINERS) or _HYPHENED.match(word) is not None


def is_body(words: list[str]) -> bool:
    """Whether a run of capitalised words has the name of a body ("State Department", "Rescue Committee")."""
    return any(POSSESSIVE.sub("", w).casefold() in BODY_NOUNS for w in words)


def is_common_body(words: list[str]) -> bool:
    """Whether a run is a common noun that a document writes with a capital ("the Government", "the Georgian
    Government"), or the name of a body."""
    own = [w for w in words if not state_of_demonym(w)]
    return len(own) == 1 and POSSESSIVE.sub("", own[0]).casefold() in COMMON_BODIES


def last_run(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """The name that the head of a phrase ends with, as word positions."""
    first = end
    while first and (
        is_name_word(tokens[first - 1][0])
        or (first < end and (tokens[first - 1][0].casefold() in PARTICLES or tokens[first - 1][0] in JOINERS or tokens[first - 1][0] == "the"))
    ):
        first -= 1
    while first < end and not is_name_word(tokens[first][0]) and not _begins_name(tokens[first][0]):
        first += 1
    return strip(tokens, first, end) if first < end else None


def _begins_name(word: str) -> bool:
    return word.casefold() in PARTICLES and word.casefold() not in ("the", "y", "e")


def trailing_name(tokens: Tokens, end: int) -> tuple[int, int] | None:
    """The person that ends a phrase whose head is an office: "chair of the Reading Fund Ana Lopes"."""
    words = [w for w, _ in tokens]
    if end >= len(words) or office_of(words[:end]) is None or not is_name_word(words[-1]):
        return None
    first = len(words) - 1
    while first > end + 1 and (is_name_word(words[first - 1]) or words[first - 1].casefold() in PARTICLES | JOINERS):
        first -= 1
    across = _office_across(words[: first + 1], end)  # "secretary of State John Kerry"
    run = strip(tokens, first + across, len(words))
    if run is not None and run[0] > first and words[run[0] - 1] not in JOINERS:
        return run
    # nothing told the person from the place or body but the given name
    cut = next((i for i in range(first + 1, len(words) - 1) if given_name_gender(words[i]) is not None), None)
    return (cut, len(words)) if cut else None


def _office_across(words: list[str], at: int) -> bool:
    """Whether words end in an office that reaches across the preposition at `at` ("secretary of state")."""
    found = office_of(words)
    return found is not None and found[1] > len(words) - at


def strip(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
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
    if words[first] in JOINERS or words[first] == "the":
        return 1
    if is_known([*run[:-1], POSSESSIVE.sub("", run[-1])]):
        return 0
    if _is_role(run):
        return len(run)
    if (run[0].casefold() in RANKS or state_of_capital(run[0])) and any(
        (held := office_of(run[1:k])) and held[1] == k - 1 for k in range(2, min(6, len(run)))
    ):
        return 1  # "Acting Mayor", "Riga Mayor"
    if (once := THEN.match(run[0])) is not None:
        held = [k for k in range(1, len(run)) if (o := office_of([run[0][once.end() :], *run[1:k]])) and o[1] == k]
        return max(held, default=0)  # "Then-President", "Then-Foreign Minister"
    for length in range(min(6, len(run) - 1), 0, -1):
        chunk, rest = run[:length], run[length:]
        found = office_of(chunk)
        name = " ".join(chunk)
        rest_known = is_known([*rest[:-1], POSSESSIVE.sub("", rest[-1])])
        if found and found[1] == length and not is_body(run):
            return length
        if found and (honorific_gender(chunk[0]) is not None or given_name_gender(rest[0]) is not None) and found[1] == length:
            return length
        if length == 1 and honorific_gender(name) is not None and given_name_gender(name) is None:
            return 1
        if rest_known and (state_of_demonym(name) or POSSESSIVE.search(name)):
            return length
        if POSSESSIVE.search(name) and not is_body(rest):
            return length
        if (state_of_demonym(name) or state_named(name) or body_named(name)) and not is_body(rest):
            return length
        if is_body(chunk[-1:]) and (given_name_gender(rest[0]) is not None or office_of(rest[:1])) and not is_body(rest):
            return length
    if state_of_demonym(" ".join(run)):
        return len(run)
    if given_name_gender(run[0]) is None and not is_body(run):  # "Harbour Minister Ada Quist", "Riverton Mayor Ada Quist"
        inner = (i + 1 for i in range(1, len(run) - 1) if office_of(run[: i + 1]) and given_name_gender(run[i + 1]) is not None)
        return next(inner, 0)
    return 0


def _is_role(run: list[str]) -> bool:
    """Whether a run of capitalised words is a role and no name: "Prime Minister", "Christian Democrats" (but "Peter
    Cook")."""
    found = office_of(run)
    if found is None or (run[-1].casefold() in SURNAMES and given_name_gender(run[-2:][0]) is not None):
        return False
    many = run[-1].endswith("s") and office_of([run[-1].casefold().removesuffix("s")]) is not None
    if found[1] == len(run) or many:
        return True
    if given_name_gender(run[0]) is not None or honorific_gender(run[0]) is not None:
        return False
    return bool(is_body(run[:-1]) or state_of_demonym(run[0]) or "-" in run[0] or body_named(" ".join(run[:-1])))
