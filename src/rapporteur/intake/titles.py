"""Titles without the name of their site."""

from __future__ import annotations

import re

from rapporteur.intake.article import visible

_BAR = re.compile(r"\s(?:[|»«·•–—-]|::|//|>)\s")
_WORD = re.compile(r"\w+")
_LOOK_CHARS = 20_000


def words(text: str) -> list[str]:
    """The words of a text in lower case; of an endless one those that it begins with."""
    return _WORD.findall(text[:_LOOK_CHARS].lower())


def alike(one: str, other: str) -> float:
    """The share of the shorter text's words that the other has too."""
    a, b = set(words(one)), set(words(other))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def parts_of(title: str) -> list[str]:
    """What the bars of a title part, and what stands on either side of each."""
    cuts = [(0, 0), *((m.start(), m.end()) for m in _BAR.finditer(title)), (len(title), len(title))]
    return [part for i, (_, start) in enumerate(cuts) for end, _ in cuts[i + 1 :] if (part := title[start:end].strip())]


def without_site(title: str, *, sites: list[str], headings: list[str] = ()) -> str:  # type: ignore[assignment]
    """The title without the parts behind (or before) a bar that name the site or its section.

    `sites` are names of the site; where none fits, the part that one of the page's `headings` repeats is
    the title, and without such proof only a short last part is taken off.
    """
    title = visible(title)
    cuts = [(m.start(), m.end()) for m in _BAR.finditer(title)]
    if not cuts:
        return title
    for start, end in cuts:
        if any(_is(title[end:], site) for site in sites):
            return title[:start].strip()
    for start, end in reversed(cuts):
        if any(_is(title[:start], site) for site in sites):
            return title[end:].strip()
    for heading in headings:
        for start, end in cuts:
            for part in (title[:start], title[end:]):
                if len(words(part)) >= 3 and words(part) == words(heading):
                    return part.strip()
    start, end = cuts[-1]
    is_bar = title[start:end].strip() in {"|", "»", "::", "•", "·"}
    return title[:start].strip() if is_bar and len(words(title[end:])) <= 4 and len(words(title[:start])) >= 4 else title


def _is(part: str, site: str) -> bool:
    """The part is the site's name, with or without spaces, or begins with it."""
    one, other = "".join(words(part)), "".join(words(site))
    return bool(one) and bool(other) and (one == other or one in (other + "com", "the" + other) or (len(other) >= 4 and one.startswith(other) and len(words(part)) <= 8) or (len(one) >= 3 and other.startswith(one)))
