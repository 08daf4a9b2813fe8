"""Where a second attribution of the same source begins inside the first one's content: "wants him to go and is pushing for
a vote" holds two wishes, for no infinitive goes on with a finite verb.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rapporteur.knowledge.cues import run_at
from rapporteur.reading.attribution import Attribution
from rapporteur.reading.labels import LabelSpan
from rapporteur.reading.words import Words

_FINITE = frozenset(["is", "are", "was", "were", "has", "have", "had"])
_INFINITIVE = re.compile(r"(?:^|\s)to\s\w")
# a clause of its own, or somebody's words, may hold a finite verb behind "and"
_CLAUSE = re.compile(r"\b(?:that|which|who|whose|whether|if|because|as|when|while|after)\b|[“\"‘]")
_PARTICIPLE = ("ing", "ed", "en")
_REACH = 6  # words of a cue


def split_coordination(words: Words, found: Attribution) -> list[Attribution]:
    """The attribution, or the two that stand in it."""
    if found.depth or not found.source or len(found.content) != 1:
        return [found]
    content = found.content[0]
    for at in range(content.first + 2, content.last - 3):
        if words.text(at, at + 1) != "and" or words.text(at + 1, at + 2) not in _FINITE:
            continue
        before = words.text(content.first, at)
        ahead = [words.text(i, i + 1) for i in range(at + 2, min(at + 2 + _REACH, content.last - 1))]
        cue = run_at(ahead, 0)
        if (
            cue
            and ahead[0].endswith(_PARTICIPLE)
            and _INFINITIVE.search(before)
            and not _CLAUSE.search(before)
        ):
            behind = at + 2 + cue[0]
            first = replace(found, content=[content._replace(last=at)])
            second = replace(
                found,
                cue=LabelSpan("cue", at + 1, behind, content.probability),
                content=[content._replace(first=behind)],
                audience=[],
            )
            return [first, second]
    return [found]
