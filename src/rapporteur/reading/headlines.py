"""Who speaks in a headline that names nobody: it says again what somebody says in the text below it.

`"We were robbed": coach` is by whoever says so in the article; "Minister: no talks" by the minister who does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapporteur.reading.descriptions import is_compatible, is_document
from rapporteur.reading.phrases import read_phrase
from rapporteur.reading.referents import Referent
from rapporteur.record import Span

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_STEM = 5  # letters
_SHARED = 0.4  # of the headline's words
_AT_LEAST = 2
_FIRST_SAID_BONUS = 0.01  # a statement: of two that fit alike the earlier one


class Told(NamedTuple):
    """What somebody says in the text."""

    words: frozenset[str]
    speakers: list[Referent]


def content_words(spans: Sequence[Span]) -> frozenset[str]:
    """The words that carry what is said, without their inflections."""
    return frozenset(w.casefold()[:_STEM] for span in spans for w in _WORD.findall(span.words))


def restated(source: Span, content: Sequence[Span], told: Sequence[Told]) -> list[Referent]:
    """The speakers of the statement of the text that a headline repeats; empty where the headline names its
    source, where that is a document, or where nothing below says the like."""
    reading = read_phrase(source.words)
    if reading.name or reading.pronoun or is_document(source.words):
        return []
    wanted = content_words(content)
    best, found = 0.0, []
    for number, t in enumerate(told):
        shared = len(wanted & t.words)
        share = shared / len(wanted) - number * _FIRST_SAID_BONUS if wanted else 0.0
        fits = all(is_compatible(r, reading) and (reading.plural or not r.plural) for r in t.speakers)
        if shared >= _AT_LEAST and share >= max(_SHARED, best) and t.speakers and fits:
            best, found = share, t.speakers
    return found
