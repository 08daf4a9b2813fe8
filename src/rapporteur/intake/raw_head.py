"""What stands over the article of a scraped text: its title, day, authors and outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rapporteur.intake.authors import copyright_holder, is_byline, people
from rapporteur.intake.dates import Day, dates_in
from rapporteur.intake.furniture import is_furniture
from rapporteur.intake.raw_lines import Line
from rapporteur.intake.titles import without_site, words

_REACH = 60  # lines over the text in which its title may stand
_LEAST_SCORE = 0.3
_TITLE_WORDS = range(3, 36)
_LINE_CHARS = 200
_LOOK_CHARS = 20_000
_PUBLISHED = re.compile(r"\b(?:publi(?:shed|cation)|posted|first published|created|released|date|issued|filed)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updated?|modified|edited|revised|corrected|accessed|retrieved|as of)\b", re.IGNORECASE)
_BY = re.compile(r"^\W*(?:(?:written |story )?by|authors?(?: of the article)?)\W*$", re.IGNORECASE)
_SIGNED = re.compile(r"\bby\s+(.{4,80})$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!][\"'”’»)]*$")
_LABEL = re.compile(r"^(?:title|headline)\s*:\s*", re.IGNORECASE)
_SOURCE = re.compile(r"^\W*(?:source|outlet|publisher|publication)\s*:\s*(.{2,60})$", re.IGNORECASE)


class Head(NamedTuple):
    """What was read over the text, and the numbers of the `lines` that said it."""

    title: str | None
    published: Day | None
    authors: list[str]
    outlet: str | None
    lines: frozenset[int]


def read_head(lines: Sequence[Line], kept: Sequence[bool]) -> Head:
    """The head of the article whose lines are `kept`."""
    first = _first_paragraph(lines, kept)
    published, dated = _published(lines, kept, first)
    outlet = _outlet(lines)
    title_at = _title_at(lines, first, dated, [line.text for line, k in zip(lines, kept, strict=True) if k])
    title = None if title_at is None else without_site(_LABEL.sub("", lines[title_at].text), sites=[outlet] if outlet else [], headings=[line.text for line in lines[max(0, first - _REACH) : first + 1]])
    bylines = _byline_lines(lines, title_at, first, dated)
    signed = [match[1] for i in dated if i not in bylines and (match := _SIGNED.search(lines[i].text))]
    authors = people([*signed, *(_without_date(lines[i].text) for i in bylines)], outlet=outlet)
    said = {i for i in (title_at, *dated, *bylines) if i is not None}
    return Head(title or None, published, authors, outlet, frozenset(said | _repeats(lines, title, first)))


def _first_paragraph(lines: Sequence[Line], kept: Sequence[bool]) -> int:
    """Where the running text begins: kept headings over it belong to the head."""
    for i, line in enumerate(lines):
        if kept[i] and len(words(line.text)) >= 8 and not _is_date_line(line.text) and _runs(line.text):
            return i
    return next((i for i, k in enumerate(kept) if k), len(lines))


def _runs(text: str) -> bool:
    return bool(re.search(r"[.!?…][\"'”’»)]*(?:\s|$)", text[:_LOOK_CHARS])) and not is_byline(text)


def _is_date_line(text: str) -> bool:
    """Short, and most of it a date."""
    found = next(dates_in(text), None)
    if found is None or len(text) > 180:
        return False
    rest = text[: found.start] + text[found.end :]
    n = len(words(rest))
    labelled = found.start <= 1 or bool(_PUBLISHED.search(text[: found.start]) or _CHANGED.search(text[: found.start]))
    return n <= (16 if labelled else 8) and not (n > 3 and _SENTENCE_END.search(text))


def _published(lines: Sequence[Line], kept: Sequence[bool], first: int) -> tuple[Day | None, list[int]]:
    """The day, and the lines that are there to say days. One that says "published" goes before the nearest, and that before "updated"."""
    last = max((i for i, k in enumerate(kept) if k), default=first)
    ranked: list[tuple[int, int, Day, int]] = []
    for i, line in enumerate(lines):
        if len(line.text) > _LINE_CHARS or not _is_date_line(line.text):
            continue
        distance = first - i if i <= first else (i - first if i <= first + 3 else 500 + max(0, i - last))
        reached = 0
        for found in dates_in(line.text):
            before = line.text[reached : found.start]
            label = before if before.strip(" ,|•·-–—") else ""
            rank = 0 if _PUBLISHED.search(label) and not _CHANGED.search(label) else 2 if _CHANGED.search(label) else 1
            ranked.append((rank if distance < 500 else rank + (0 if rank == 0 else 3), distance, found.day, i))
            reached = found.end
    near = [i for _, distance, _, i in ranked if distance < 60]
    ranked.sort(key=lambda r: (r[0], r[1]))
    return (ranked[0][2] if ranked else None), sorted(set(near))


def _title_at(lines: Sequence[Line], first: int, dated: Sequence[int], article: Sequence[str]) -> int | None:
    """The line over the text that reads as a headline and says what the text is about."""
    said = {word for text in article for word in words(text)}
    scores: dict[int, float] = {}
    distance = 0.0
    for i in range(first - 1, max(-1, first - _REACH), -1):
        text = lines[i].text
        n = len(words(text))
        distance += 0.12 if n > 4 else 0.01  # a bar of buttons is long and says nothing
        if i in dated or n not in _TITLE_WORDS or len(text) > 300 or is_byline(text) or is_furniture(text):
            continue
        score = _headline_score(text, n) + 1.6 * _about(text, said) - 0.6 - distance
        score += 1.0 if _LABEL.match(text) else -0.6 if "bullet" in lines[i].marks else 0.0
        score += 0.5 * any(j != i and _says_again(lines[j].text, text) for j in range(max(0, first - _REACH), first))
        score += 0.4 * any(0 < d - i <= 4 for d in dated) + 0.3 * any(is_byline(line.text) for line in lines[i + 1 : i + 4])
        scores[i] = score
    if not scores or max(scores.values()) < _LEAST_SCORE:
        return None
    best = max(scores, key=lambda i: (scores[i], i))
    # the line under a headline, which sums the article up, reads like one too
    return best - 1 if scores.get(best - 1, 0.0) > 0.6 * scores[best] else best


def _about(text: str, said: set[str]) -> float:
    """The share of a line's longer words that the article uses too."""
    longer = [word for word in words(text) if len(word) > 3]
    return sum(word in said for word in longer) / len(longer) if longer else 0.0


def _headline_score(text: str, n: int) -> float:
    """From its form alone: a headline has six to sixteen words, a verb's small letters or capitals throughout, and no stop."""
    score = 1.0 if 6 <= n <= 18 else 0.6 if n >= 4 else 0.2
    if _SENTENCE_END.search(text):
        score -= 0.7 if n > 12 else 0.3
    if re.search(r"[|»›>•]", text):
        score -= 0.3
    score -= 0.4 if n > 24 else 0.0
    if re.search(r"\b(?:photo|image|getty|caption|credit|file)\b|/(?:AP|AFP|Reuters)\b|https?:|@", text, re.IGNORECASE):
        score -= 0.8
    return score


def _says_again(one: str, other: str) -> bool:
    """One of two lines repeats the other, perhaps with the site's name: the mark of a title."""
    a, b = words(one), words(other)
    return len(a) >= 3 and len(b) >= 3 and (a[: len(b)] == b or b[: len(a)] == a)


def _repeats(lines: Sequence[Line], title: str | None, first: int) -> set[int]:
    """The lines that say the title again, up to the first paragraph's."""
    said = words(title or "")
    return {i for i in range(min(len(lines), first + 2)) if said and words(lines[i].text) == said}


def _byline_lines(lines: Sequence[Line], title_at: int | None, first: int, dated: Sequence[int]) -> list[int]:
    """The lines that say who wrote: with "By", under "By", or a name alone between title and text."""
    start = max(0, first - _REACH) if title_at is None else title_at + 1
    found = [i for i in range(start, min(len(lines), first + 3)) if is_byline(lines[i].text)]
    if not found:
        after = next((i for i in range(start, first) if _BY.match(lines[i].text)), None)
        near = range(start, first) if after is None else range(after + 1, min(after + 6, first))
        found = [i for i in near if (after is not None or _is_beside(i, title_at, dated)) and _is_bare_name(lines[i])]
    return found[:4]


def _is_beside(at: int, title_at: int | None, dated: Sequence[int]) -> bool:
    return (title_at is not None and at - title_at <= 3) or any(abs(at - d) <= 2 for d in dated)


def _is_bare_name(line: Line) -> bool:
    """A name, with at most a job or an age of the article behind it."""
    return len(line.text.split()) <= 8 and "bullet" not in line.marks and len(people([_without_date(line.text)])) == 1


def _without_date(text: str) -> str:
    found = next(dates_in(text), None)
    return text if found is None else text[: found.start]


def _outlet(lines: Sequence[Line]) -> str | None:
    """Who publishes, where the page says so: "Source: …", or the holder of the copyright."""
    for line in lines:
        if stated := _SOURCE.match(line.text):
            return stated[1].strip(" .")
    return next((name for line in reversed(lines) if len(line.text) <= _LINE_CHARS and (name := copyright_holder(line.text))), None)
