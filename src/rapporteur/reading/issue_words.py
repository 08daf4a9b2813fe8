"""The thing at stake in what somebody wants, asks for or condemns: the words trimmed to it, and whether they turn the stance round
("urged Oslo to stop shelling the port" is against shelling the port)."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPENING = re.compile(
    r"(?:[\s\"“”'‘’(\[,:;–—-]+|(?:that|to|for|of|on|in|against|about|with|as|and|both|also|again|publicly|would|should|must|will|has|have|had|is|are|be|being)\b(?=\s))+", re.IGNORECASE
)
_CLOSING = re.compile(r"[\s\"“”‘’)\],.:;–—-]+$")
_NOT = re.compile(r"(?:not\s+to|to\s+not|not|never|no)\b\s*", re.IGNORECASE)
_END = re.compile(
    r"(?:(?:an?|the)\s+)?(?:immediate(?:ly)?\s+|complete(?:ly)?\s+|full\s+|permanent(?:ly)?\s+|at\s+once\s+)*"
    r"(?:stop(?:ping)?|end(?:ing)?|cease|ceasing|halt(?:ing)?|refrain(?:ing)?|abstain(?:ing)?|desist(?:ing)?|abandon(?:ing)?|scrap(?:ping)?|drop(?:ping)?|give\s+up|giving\s+up|renounc(?:e|ing)|avoid(?:ing)?|prevent(?:ing)?)"
    r"(?:\s+at\s+once|\s+immediately)?(?:\s+(?:to|from|of|any|all))?\s+(?=\w)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:only\s+if|if|unless|provided(?:\s+that)?|on\s+(?:the\s+)?condition(?:\s+that)?|as\s+long\s+as|once|until)\b", re.IGNORECASE)
_TAIL = re.compile(r"(?:[,;]\s+(?:which|who|where|saying|adding|because|while|as|after|before|but|although|though|since|citing|calling)\b|\s+(?:because|although|whereas|while\s+\w+ing)\b|[.?!][\"”’]?\s+[A-Z“\"])")
_SHORTEST = 3  # characters


class Issue(NamedTuple):
    """Characters `start` to `end` of the source; `turned` where the words ask for its end, `conditional` where they name a condition."""

    start: int
    end: int
    turned: bool
    conditional: bool


def issue_in(source: str, start: int, end: int) -> Issue | None:
    """The issue among these characters, None where nothing is left of them."""
    conditional = bool(_CONDITION.search(source, start, end))
    start, turned = _after_opening(source, start, end)
    tail = _TAIL.search(source, start + _SHORTEST, end)
    end = tail.start() if tail else end
    condition = _CONDITION.search(source, start + _SHORTEST, end)
    if condition and conditional:
        end = condition.start()
    end -= len(m[0]) if (m := _CLOSING.search(source[start:end])) else 0
    return Issue(start, end, turned, conditional) if end - start >= _SHORTEST else None


def _after_opening(source: str, start: int, end: int) -> tuple[int, bool]:
    """Where the thing itself begins, and whether what stands before it turns the stance round."""
    turned = False
    for _ in range(6):
        m = next((m for form in (_OPENING, _NOT, _END) if (m := form.match(source, start, end)) and m.end() > start), None)
        if m is None or m.end() >= end:
            break
        turned ^= m.re is not _OPENING
        start = m.end()
    return start, turned
