"""The language of a text."""

from __future__ import annotations

import re

# detect_fast is 50 times faster, and answers "unknown" for headlines, which py3langid gets right.
_FAST_CHARS = 200
# Above this distance the fast detector guesses.
_FAST_DISTANCE = 1_000

_CODE = re.compile(r"^([a-z]{2})(?:[-_].*)?$")


def language_of(text: str, stated: str | None = None) -> str | None:
    """The ISO 639-1 code: of what is written, and where too little is written, what the page states."""
    said = stated_code(stated)
    sample = text[:4_000]
    if sum(map(str.isalpha, sample)) < 12:
        return said
    if len(sample) >= _FAST_CHARS:
        from resiliparse.parse.lang import detect_fast

        found, distance = detect_fast(sample)
        if distance < _FAST_DISTANCE and _CODE.match(found):
            return found
    from py3langid.langid import classify

    return stated_code(str(classify(sample)[0])) or said  # "zxx": the letters are no language


def stated_code(stated: str | None) -> str | None:
    """The ISO 639-1 code of a tag such as "en-GB"; None for anything else."""
    match = _CODE.match((stated or "").strip().lower())
    return match[1] if match else None
