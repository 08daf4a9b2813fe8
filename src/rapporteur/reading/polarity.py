"""Whether the attributing itself is denied: "did not say", "never threatened", "without accusing anyone"."""

from __future__ import annotations

import re

# "no longer wants" and "not only said" are not denials of the saying; "failed to mention" and "declined to say" are
_NEGATED = re.compile(
    r"\b(?:not(?! only| just| merely)|never|cannot|neither|nor|no (?:one|body)|nobody|none|without|yet to|stopped short of"
    r"|(?:declin|fail|refus|omitt?|neglect)\w*\s+to\s+(?:say|comment|name|mention|specify|disclose|elaborate|give|answer|confirm|respond|discuss|identify|reveal|explain))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:\b(?:not|never|without|nor|neither|nobody|no (?:one|group|party|side))|n['’]t)(?:\s+\w+ly)?\s*$", re.IGNORECASE)
_SOURCE = re.compile(r"^(?:no|neither|none|nobody|no one)\b", re.IGNORECASE)


def is_negated(cue: str, before: str, source: str) -> bool:
    """`before` is what stands before the cue in its passage, `source` the words of the source."""
    return bool(_NEGATED.search(cue) or _BEFORE.search(before[-30:]) or _SOURCE.match(source))
