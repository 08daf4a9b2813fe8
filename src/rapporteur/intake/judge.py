"""How likely each line of a scraped page is part of its article, by what it looks like and what stands around it.

Nothing here knows a site. A line is judged by its length, its end, its share of small words, by what it repeats, and by
the running text about it; the few words that are listed are those of the web's furniture. The weights are set by hand:
a log-odds of 1 is a hint, 2 a strong one.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapporteur.intake.furniture import is_credit, is_furniture
from rapporteur.intake.verdict import count_words

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔։]+[\"'”’»)\]]*\s*$|[”\"'’]$")
_TEASER_END = re.compile(r"(?:\.\.\.|…)\W*$")
_FUNCTION_WORDS = frozenset(
    ["the", "of", "and", "to", "in", "a", "that", "is", "was", "for", "on", "with", "as", "by", "at", "be", "from", "it", "its",
     "are", "were", "has", "have", "had", "he", "she", "they", "his", "her", "their", "who", "which", "but", "not", "this", "an",
     "or", "would", "will", "been", "after", "said", "we", "i", "there", "if", "when", "than", "what", "no", "more"]
)  # fmt: skip
# The furniture of web pages, in the words that every publisher uses for it.
_FURNITURE = re.compile(
    r"\b(?:subscri(?:be|ption|ber)s?|newsletters?|cookies?|privacy|sign (?:up|in)|log ?in|register|copyright|all rights reserved|advertis\w+"
    r"|comments?|share|follow us|read (?:more|next|also|the full)|click here|related|recommended|trending|most (?:read|popular|viewed)"
    r"|terms of (?:use|service)|contact us|about us|download (?:the|our) app|your (?:email|inbox)|e-?mail|facebook|twitter|instagram"
    r"|whatsapp|youtube|linkedin|reddit|pinterest|tweet|podcasts?|watch(?: now)?:|sponsored|promo(?:ted|tion)|affiliate|skip to|menu|search"
    r"|loading|javascript|browser|unsubscribe|follow \w+ on|support (?:us|our)|donate|premium|free trial|e-?paper|breaking news alerts"
    r"|personal (?:information|data)|opt(?:ing)?[- ]out|third[- ]part(?:y|ies)|consent)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:photo(?:graph)?s?(?: by|:|/)|image(?: credit)?:|images?/|getty|ap photo|file (?:photo|image)|picture:|credit:|courtesy|shutterstock|"
    r"illustration|/(?:afp|reuters|ap)\b|video:|caption|enlarge|pic\.twitter)",
    re.IGNORECASE,
)
# A heading behind which no article goes on, or the name over a reader's comment.
_END = re.compile(
    r"^\W*(?:\d+\s+)?(?:(?:(?:view|show|post|add|leave|read)\s+)?(?:a\s+|all\s+|your\s+)?comments?|leave a (?:reply|comment)|related\b.{0,30}|more (?:from|on|in|news|stories)\b.{0,40}"
    r"|most (?:read|popular|viewed|commented).{0,20}|recommended.{0,25}|trending.{0,20}|you (?:may|might) (?:also )?(?:like|be interested).{0,20}"
    r"|about the authors?|read (?:more|next|also).{0,20}|see also.{0,20}|latest (?:news|stories|headlines|videos?).{0,12}|editors?['’]s? picks?.{0,10}|top stories.{0,12}"
    r"|tags?|topics?|filed under.{0,60}|share this.{0,25}|sponsored.{0,20}|popular.{0,16}|what (?:do you think|to read next).{0,10}|up next|next (?:article|story)|previous (?:article|story)"
    r"|discussion|\d+ (?:responses|thoughts).{0,60}|newsletters?|(?:sign up|subscribe).{0,40})\W*$|^\S.{0,40} says:$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^\W*(?:by|from|written by|reporting by|editing by|story by|posted by|published by|author)\b", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|\d{1,2}:\d\d|(?:minutes?|mins?|hours?|days?|weeks?|months?) ago|updated|published|posted)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|\S@[^\s@]+\.\w|©|\(c\) \d{4}|®|#\w|(?:^|\s)@\w", re.IGNORECASE)
_BAR = re.compile(r"[|›»•·→▶▸‹«]| / | > ")
_QUOTE = re.compile(r"[“”\"«»„]")

_LOOK_CHARS = 3_000  # of a line: what it is shows in its beginning, and a page can be one line
_SHORT = 14  # words up to which a byline or a day can be the whole line
_AROUND = 4  # lines on either side
_AROUND_WEIGHT = 2.4
_USUAL_SHARE = 0.45  # of running text around a line that may be either
_END_WEIGHT = 0.7
_MOST_ENDS = 3
_CREDIT_ENDS = 2  # a heading can stand in a box beside the text, the credits of a wire report hardly


class _Seen(NamedTuple):
    """One line by itself: its log-odds, its words, whether it reads as running text, how much speaks for an article's end at it."""

    score: float
    words: int
    running: bool
    end_marks: int


def chances(lines: Sequence[str]) -> list[float]:
    """How likely each line is part of the article, from 0 to 1."""
    times = Counter(line.lower() for line in lines)
    seen = [_look(line, times[line.lower()]) for line in lines]
    first = next((i for i, s in enumerate(seen) if s.running), len(seen))
    running = _sums([s.words if s.running else 0 for s in seen])
    words = _sums([max(s.words, 3) for s in seen])
    out, ended = [], 0
    for i, s in enumerate(seen):
        ended += seen[i - 1].end_marks if i - 1 > first else 0
        a, b = max(0, i - _AROUND), min(len(seen), i + _AROUND + 1)
        own = s.words if 2 * s.words < running[-1] else 0  # an article in one line has nothing about it
        share = (running[b] - running[a] - own * s.running) / max(1, words[b] - words[a] - own)
        score = s.score + _AROUND_WEIGHT * (share - _USUAL_SHARE) - _END_WEIGHT * min(ended, _MOST_ENDS)
        out.append(1 / (1 + math.exp(-score)))
    return out


def _look(line: str, times: int) -> _Seen:
    text = line[:_LOOK_CHARS]
    words = _WORD.findall(text)
    n = count_words(text)
    lower = sum(w[0].isalpha() and not w[0].isupper() for w in words) / max(len(words), 1)  # most scripts have one case
    function = sum(w.lower() in _FUNCTION_WORDS for w in words) / max(len(words), 1)
    teaser = bool(_TEASER_END.search(line[-6:]))
    stops = bool(_SENTENCE_END.search(line[-6:]))
    running = n >= 9 and stops and not teaser and (lower > 0.5 or function > 0.2)
    score = (1.6 + 0.5 * (n >= 25)) if running else 0.3 if stops and n >= 4 and lower > 0.4 else -0.5 if n >= 15 else -1.3 if n >= 8 else -1.8
    for weight, present in (
        (-1.0, _CREDIT.search(text)), (-1.2, n <= _SHORT and _BYLINE.match(text)), (-1.0, n <= _SHORT and _DATE.search(text)),
        (-0.8, _ADDRESS.search(text)), (-0.6, _BAR.search(text)), (-1.0, teaser), (0.4, n >= 6 and _QUOTE.search(text)), (-1.0, times > 1),
    ):  # fmt: skip
        score += weight if present else 0.0
    ends = _CREDIT_ENDS if is_credit(line) else int(n <= 9 and bool(_END.match(text)))
    return _Seen(score - _furniture(line, text, n), n, running, ends)


def _furniture(line: str, text: str, words: int) -> float:
    """How much a line speaks of the page and not of the world."""
    if is_furniture(line):
        return 2.5
    said = {m.lower() for m in _FURNITURE.findall(text)}
    return (2.0 if words <= 20 else 0.6 * min(len(said), 3)) if said else 0.0


def _sums(values: Sequence[int]) -> list[int]:
    sums = [0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums
