"""Whether the attributing itself is denied: "did not say", "never threatened", "without accusing anyone"."""

from __future__ import annotations

import re

# "no longer wants", "not only said" and "made no secret of" are not denials of the saying; "failed to mention", "declined
# to say" and "made no mention of" are
_NEGATED = re.compile(
    r"\b(?:not(?! only| just| merely)|never|cannot|neither|nor|nobody|nothing|none|without|yet to|unable to|stop\w* short of|refrain\w* from"
    r"|no(?!\s(?:longer|less|fewer|more|sooner|secret|doubts?|question|matter|wonder)\b)\s\w+"
    r"|(?:declin|fail|refus|omitt?|neglect)\w*\s+to\s+(?:say|comment|name|mention|specify|disclose|elaborate|give|answer|confirm|respond|discuss|identify|reveal|explain|speculate"
    r"|be\s+drawn))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:\b(?:not|never|without|nor|neither|nobody|no (?:one|group|party|side))|n['’]t)(?:\s+\w+ly)?\s*$", re.IGNORECASE)
_SOURCE = re.compile(r"^(?:no|neither|none|nobody|no one)\b", re.IGNORECASE)


def is_negated(cue: str, before: str, source: str) -> bool:
    """`before` is what stands before the cue in its passage, `source` the words of the source."""
    return bool(_NEGATED.search(cue) or _BEFORE.search(before[-30:]) or _SOURCE.match(source))
