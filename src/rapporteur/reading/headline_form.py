"""The grammar of headlines that attribute without a verb: "No talks – minister", "Minister: no talks".

What an editor sets before a colon to say what kind of piece follows ("Analysis: ", "Talks live: ") attributes nothing.
"""

from __future__ import annotations

from dataclasses import replace

from rapporteur.reading.attribution import Attribution
from rapporteur.reading.labels import LabelSpan
from rapporteur.reading.words import Words

_BEHIND = frozenset("–—-:")  # before a source that ends a headline
_BEFORE = frozenset(":")  # after a source that begins one
_LONGEST = 8  # words of a source


_LABELS = frozenset(
    ["analysis", "breaking", "comment", "editorial", "exclusive", "explained", "explainer", "factbox", "feature", "gallery", "interview", "latest", "live", "obituary", "opinion", "photos", "pictures", "podcast", "profile", "quiz", "review", "special", "timeline", "update", "updates", "video", "watch"]
)  # fmt: skip


def is_label(words: Words, found: Attribution) -> bool:
    """Whether a headline's attribution takes the label of a piece for its source."""
    if found.cue is None or words.text(found.cue.first, found.cue.last) != ":" or len(found.source) != 1:
        return False
    return words.text(found.source[0].first, found.source[0].last).casefold().split()[-1] in _LABELS


def complete(words: Words, found: Attribution) -> Attribution:
    """A headline's attribution with the source that stands alone behind its dash or before its colon, where the
    labels found none; anything else, nested ones included, as it is."""
    cue = words.text(found.cue.first, found.cue.last) if found.cue else ""
    if found.depth or found.source or len(found.content) != 1 or any(c.isalpha() for c in cue):
        return found
    content = found.content[0]
    first, last = next((a, b) for a, b in words.edges() if a <= content.first < b)
    behind = _mark_at(words, content.last, last, _BEHIND)
    before = _mark_at(words, content.first - 1, last, _BEFORE) if content.first > first else None
    if behind is not None and 0 < last - behind - 1 <= _LONGEST:
        mark, a, b = behind, behind + 1, last
    elif before is not None and 0 < before - first <= _LONGEST:
        mark, a, b = before, first, before
    else:
        return found
    return replace(found, cue=LabelSpan("cue", mark, mark + 1, content.probability), source=[LabelSpan("source", a, b, content.probability)])


def _mark_at(words: Words, at: int, last: int, marks: frozenset[str]) -> int | None:
    return at if at < last and words.text(at, at + 1) in marks else None
