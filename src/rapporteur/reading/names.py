"""Every proper name of an article, with what the words around it say of its bearer.

"Russia's foreign minister, Sergey Lavrov", "Lavrov, the foreign minister," and "foreign minister Lavrov" all say
the same of the same name; later mentions ("Lavrov", "the minister") lean on it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from rapporteur.knowledge.people import given_name_gender, office_of
from rapporteur.reading.name_runs import is_known
from rapporteur.reading.phrases import Phrase, read_name, read_phrase
from rapporteur.record import Article

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w]*(?:(?:['’&-]|\.(?=[a-z]))[^\W_]+)*")
_PARTICLES = frozenset(["al", "el", "ul", "bin", "ibn", "bint", "abu", "ben", "van", "von", "der", "den", "de", "del", "di", "da", "dos", "du", "la"])
_LONGEST = 25  # words of a name; a longer run of capitals is a heading
_JOINERS = frozenset(["of", "for"])
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])
# plain words that belong to a name where no sentence begins ("in New Haven", "the Second Army")
_IN_NAMES = frozenset(["new", "old", "first", "second", "third", "last", "next", "under"])
# adjectives with a capital that name nobody by themselves
_ADJECTIVES = frozenset(
    ["african", "antarctic", "arab", "arabic", "arctic", "asian", "atlantic", "balkan", "baltic", "buddhist", "caribbean", "catholic", "christian", "communist", "conservative", "democratic", "eastern", "european", "hindu", "islamic", "islamist", "jewish", "latin", "liberal", "maoist", "mediterranean", "muslim", "nordic", "north", "northern", "orthodox", "pacific", "republican", "shia", "shiite", "south", "southern", "soviet", "sunni", "western", "east", "west"]
)
_COMPOUND = re.compile(r".*-(?:led|backed|run|held|controlled|funded|based|born|era|style|made|trained|supported|sponsored|allied|occupied|language|speaking)$")
_LOCATIVE = re.compile(r"\b(?:in|near|at|outside|across|around|into|towards?|through|inside)\s(?:the\s)?$")
_DATELINE = re.compile(r"(?:,\s[\w .]{2,24})?\s(?:\([\w ./]+\)\s)?[–—-]+\s")
# words that begin a sentence with a capital and are no names; also days, months and the like, which are times
_PLAIN = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "our", "my", "your", "who", "what", "when", "where", "why", "how", "which", "and", "but", "or", "nor", "so", "yet", "for", "if", "then", "as", "at", "by", "in", "on", "of", "to", "from", "with", "without", "within", "into", "onto", "over", "under", "after", "before", "since", "until", "while", "although", "though", "because", "unless", "despite", "during", "between", "among", "against", "about", "above", "across", "along", "around", "behind", "below", "beside", "beyond", "like", "near", "off", "out", "past", "per", "through", "throughout", "toward", "towards", "up", "upon", "via", "not", "no", "yes", "none", "nobody", "nothing", "all", "any", "both", "each", "either", "every", "few", "many", "more", "most", "much", "neither", "one", "other", "others", "several", "some", "such", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "there", "here", "now", "also", "only", "just", "even", "still", "again", "once", "never", "always", "often", "later", "earlier", "today", "yesterday", "tomorrow", "meanwhile", "however", "moreover", "according", "asked", "speaking", "following", "given", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "its", "it's", "let", "read", "more", "see", "first", "second", "third", "last", "next", "new", "old", "another", "nearly", "almost", "about", "around", "under", "mr", "mrs", "ms", "mine", "yours", "hers", "ours", "theirs", "us", "me", "him", "them", "myself", "himself", "herself", "themselves"]
)


class NameMention(NamedTuple):
    """A name as it stands: `start` and `end` in `field`, its `reading`, the number of its sentence (the title is -1),
    whether it leads that sentence, and whether it stands in quotation marks."""

    field: str
    start: int
    end: int
    words: str
    reading: Phrase
    sentence: int
    leads: bool
    quoted: bool


def _runs(text: str, start: int, end: int) -> list[list[re.Match]]:
    """Runs of capitalised words, with the particles between them, that only single spaces part."""
    runs: list[list[re.Match]] = []
    current: list[re.Match] = []
    pending: list[re.Match] = []
    for token in _TOKEN.finditer(text, start, end):
        word = token.group()
        last = (pending or current)[-1] if current else None
        joined = last is not None and text[last.end() : token.start()] in (" ", "\xa0", ". ") and (
            text[last.end() : token.start()] != ". " or len(last.group()) <= 3
        )
        if current and not joined:
            runs.append(current)
            current, pending = [], []
        if word[0].isupper():
            current += [*pending, token]
            pending = []
        elif current and (word.casefold() in _PARTICLES or word in _JOINERS or (word == "the" and pending and pending[-1].group() in _JOINERS)):
            pending.append(token)
        elif current:
            runs.append(current)
            current, pending = [], []
    return [*runs, current] if current else runs


def _trim(run: list[re.Match], lowered: frozenset[str], leads: bool) -> list[re.Match]:
    """A run without the plain words that only stand at its head by the sentence's capital (`leads`)."""
    while run and not _begins_known(run):
        word = run[0].group()
        plain = word.casefold() in _PLAIN and (leads or word.casefold() not in _IN_NAMES)
        if not plain and not (len(run) == 1 and (word in lowered or word.casefold() in _MONTHS)):
            break
        run = run[1:]
    while run and run[-1].group().casefold() in _PLAIN:
        run = run[:-1]
    return run


def _begins_known(run: list[re.Match]) -> bool:
    """Whether a run begins with the name of a known state or body ("New Zealand")."""
    words = [t.group() for t in run[:5]]
    return any(is_known(words[:k]) for k in range(2, len(words) + 1))


def _names_nobody(text: str, start: int, end: int, reading: Phrase, opens: bool, known: frozenset[str]) -> bool:
    """Whether a run only looks like a name: an adjective, a place that something lies in, a dateline, a word with
    the capital of its sentence. `known` are the words of names that stand elsewhere."""
    words = text[start:end]
    single = len(words.split()) == 1
    if single and (words.casefold() in _ADJECTIVES or _COMPOUND.match(words)):
        return True
    if words.isupper() and opens and _DATELINE.match(text, end):
        return True
    if reading.kind in ("state", "media", "population") or is_known([words]):
        return False
    if _LOCATIVE.search(text[max(0, start - 16) : start]) and given_name_gender(words.split()[0]) is None:
        return reading.office is None and text[end : end + 2] not in ("'s", "’s")
    return single and opens and words not in known and given_name_gender(words) is None and not words.isupper()


def _before(text: str, start: int, floor: int) -> str:
    """The words that lead up to a name without a break: lower-case ones and, before them, whose office they name
    ("the Chadian foreign minister " before a name)."""
    m = re.search(r"(?:(?<!\S)(?:[A-Z][\w.]*(?:['’]s)?\s){1,3})?(?:(?<![\w'’-])[a-z][\w'’-]*\s){1,5}$", text[max(floor, start - 100) : start])
    return m.group() if m else ""


def _apposition(text: str, start: int, end: int, floor: int, ceiling: int) -> Phrase | None:
    """What stands beside a name between commas: ", the foreign minister," or "Russia's foreign minister, "."""
    after = re.match(r"(?:\s\([A-Z]{2,6}\))?,\s((?:the|a|an|his|her|its|their|one of|[A-Z][\w’']*['’]s|[a-z]+)\s[^,.;:()“”\"]{2,90}?)(?=[,.;:(]|\swho\b|$)", text[end:ceiling])
    if after:
        reading = read_phrase(after[1])
        if reading.office:
            return reading
    lead = text[floor:start]
    if lead.endswith(", "):
        return _office_at_end(re.split(r"[,.;:()“”\"]\s", lead[:-2])[-1])
    return None


def _office_at_end(words: str) -> Phrase | None:
    """The reading of the office that words end with, its country before it ("… to meet US president": of the US)."""
    tokens = words.split()
    found = office_of(tokens)
    if found is None:
        return None
    first = len(tokens) - found[1]
    while first and (tokens[first - 1][:1].isupper() or re.search(r"['’]s?$", tokens[first - 1])):
        first -= 1
    reading = read_phrase(" ".join(tokens[first:]))
    return reading if reading.office and reading.name is None else None


def read_names(article: Article, quoted: dict[str, list[tuple[int, int]]]) -> list[NameMention]:
    """All names of title and text in order; `quoted` are the quotations of each."""
    lowered = frozenset(m.group().capitalize() for m in re.finditer(r"\b[a-z]{2,}\b", article.text))
    known = _words_of_names(article.text)
    starts = [s.start for s in article.sentences]
    out: list[NameMention] = []
    sources = [("text", article.text, s.start, s.end) for s in article.sentences]
    if article.title and not _all_capitals(article.title):
        sources.insert(0, ("title", article.title, 0, len(article.title)))
    for field, text, floor, ceiling in sources:
        for run in _runs(text, floor, ceiling):
            opens = _opens(text, run[0].start(), floor)
            trimmed = _trim(run, lowered, opens)
            if not trimmed or len(trimmed) > _LONGEST:
                continue
            start, end = trimmed[0].start(), trimmed[-1].end()
            reading = _reading(text, start, end, floor)
            if not reading.name or _names_nobody(text, start, end, reading, opens and field == "text" and trimmed == run, known):
                continue
            offset = text.find(reading.name, start, end)
            name_start, name_end = (offset, offset + len(reading.name)) if offset >= 0 else (start, end)
            beside = _apposition(text, name_start, end, floor, ceiling)
            if beside is not None and reading.kind in (None, "person"):
                reading = reading._replace(
                    office=reading.office or beside.office, sector=reading.sector or beside.sector,
                    country=reading.country or beside.country, gender=reading.gender or beside.gender, kind="person",
                )
            sentence = bisect_right(starts, start) - 1 if field == "text" else -1
            leads = opens or _before(text, start, floor) == text[floor:start]
            in_quote = any(a <= start < b for a, b in quoted[field])
            out.append(NameMention(field, name_start, name_end, text[name_start:name_end], reading, sentence, leads, in_quote))
    return [*_names_again(article.title, out, quoted["title"]), *out] if article.title and _all_capitals(article.title) else out


def _all_capitals(title: str) -> bool:
    """Whether a title gives its common words capitals too, so that they tell no names."""
    words = [w for w in re.findall(r"[^\W\d_]{4,}", title) if w.casefold() not in _PLAIN]
    return len(words) > 2 and all(w[0].isupper() for w in words)


def _names_again(title: str, below: list[NameMention], quoted: list[tuple[int, int]]) -> list[NameMention]:
    """The names of the text that stand in its title too."""
    readings = {m.words: m.reading for m in reversed(below)}
    if not readings:
        return []
    words = "|".join(re.escape(w) for w in sorted(readings, key=lambda w: (-len(w), w)))
    return [
        NameMention("title", m.start(), m.end(), m.group(), readings[m.group()], -1, m.start() == 0, any(a <= m.start() < b for a, b in quoted))
        for m in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", title)
    ]


def _reading(text: str, start: int, end: int, floor: int) -> Phrase:
    """What a run of capitalised words names, with its article where that belongs to it ("the Times")."""
    if text[max(0, start - 4) : start] in ("The ", "the ") and is_known([text[start - 4 : end]]):
        return read_phrase(text[start - 4 : end])
    return read_name(_before(text, start, floor), text[start:end])


def _opens(text: str, start: int, floor: int) -> bool:
    """Whether a word has its capital from the sentence or the quotation that it opens."""
    return text[floor:start].strip(" “\"‘'(\n") == "" or text[start - 1 : start] in "“\"‘"


def _words_of_names(text: str) -> frozenset[str]:
    """Capitalised words that stand within a sentence, where only names have capitals."""
    return frozenset(m[1] for m in re.finditer(r"(?<=[\w,;] )([^\W\d_a-z][\w’'-]+?)(?:['’]s)?\b", text))
