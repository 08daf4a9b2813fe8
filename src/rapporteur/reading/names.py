"""Every proper name of an article, with what the words around it say of its bearer.

"Russia's foreign minister, Sergey Lavrov", "Lavrov, the foreign minister," and "foreign minister Lavrov" all say
the same of the same name; later mentions ("Lavrov", "the minister") lean on it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from rapporteur.knowledge.bodies import body_named
from rapporteur.reading.phrases import Phrase, read_name, read_phrase
from rapporteur.record import Article

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][\w]*(?:['’.&-][^\W_]+)*")
_PARTICLES = frozenset(["al", "el", "ul", "bin", "ibn", "bint", "abu", "ben", "van", "von", "der", "den", "de", "del", "di", "da", "dos", "du", "la"])
_JOINERS = frozenset(["of", "for"])
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
        elif current and (word.casefold() in _PARTICLES or word.casefold() in _JOINERS):
            pending.append(token)
        elif current:
            runs.append(current)
            current, pending = [], []
    return [*runs, current] if current else runs


def _trim(run: list[re.Match], lowered: frozenset[str]) -> list[re.Match]:
    """A run without the plain words that only stand at its head by the sentence's capital."""
    while run and (run[0].group().casefold() in _PLAIN or (len(run) == 1 and run[0].group() in lowered)):
        run = run[1:]
    while run and run[-1].group().casefold() in _PLAIN:
        run = run[:-1]
    return run


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
        chunk = re.split(r"[,.;:()“”\"]\s", lead[:-2])[-1]
        reading = read_phrase(chunk)
        if reading.office and reading.name is None:
            return reading
    return None


def read_names(article: Article, quoted: dict[str, list[tuple[int, int]]]) -> list[NameMention]:
    """All names of title and text in order; `quoted` are the quotations of each."""
    lowered = frozenset(m.group().capitalize() for m in re.finditer(r"\b[a-z]{2,}\b", article.text))
    starts = [s.start for s in article.sentences]
    out: list[NameMention] = []
    sources = [("text", article.text, s.start, s.end) for s in article.sentences]
    if article.title:
        sources.insert(0, ("title", article.title, 0, len(article.title)))
    for field, text, floor, ceiling in sources:
        for run in _runs(text, floor, ceiling):
            run = _trim(run, lowered)
            if not run:
                continue
            start, end = run[0].start(), run[-1].end()
            if text[start - 4 : start] in ("The ", "the ") and body_named(text[start - 4 : end]):
                reading = read_phrase(text[start - 4 : end])  # "the Times"
            else:
                reading = read_name(_before(text, start, floor), text[start:end])
            if not reading.name:
                continue
            offset = text.find(reading.name, start, end)
            name_start, name_end = (offset, offset + len(reading.name)) if offset >= 0 else (start, end)
            beside = _apposition(text, name_start, end, floor, ceiling)
            if beside is not None:
                reading = reading._replace(
                    office=reading.office or beside.office, sector=reading.sector or beside.sector,
                    country=reading.country or beside.country, gender=reading.gender or beside.gender,
                    kind=reading.kind if reading.kind not in (None, "organisation") else "person",
                )
            sentence = bisect_right(starts, start) - 1 if field == "text" else -1
            leads = text[floor:start].strip(" “\"‘'") == "" or _before(text, start, floor) == text[floor:start]
            in_quote = any(a <= start < b for a, b in quoted[field])
            out.append(NameMention(field, name_start, name_end, text[name_start:name_end], reading, sentence, leads, in_quote))
    return out
