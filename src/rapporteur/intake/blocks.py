"""The blocks of a page (lines of a scraped text, elements of HTML) and what can be seen of each: its features.

Nothing here knows a site. A block is judged by its length, its punctuation, its share of small words, by what
it repeats and by what stands around it; the few words that are listed are those of the web's furniture.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

Features = list[str]


class Block(NamedTuple):
    """A run of text and what its surroundings say of it (`marks`)."""

    text: str
    marks: tuple[str, ...] = ()


_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…。؟।]+[\"'”’»)\]]*(?=\s|$)")
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
    r"|loading|javascript|browser|unsubscribe|follow \w+ on|support (?:us|our)|donate|premium|free trial|e-?paper|breaking news alerts)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:photo(?:graph)?s?(?: by|:|/)|image(?: credit)?:|images?/|getty|ap photo|file (?:photo|image)|picture:|credit:|courtesy|shutterstock|"
    r"illustration|/(?:afp|reuters|ap)\b|video:|caption|enlarge|pic\.twitter)",
    re.IGNORECASE,
)
_END = re.compile(
    r"^\W*(?:\d+\s+)?(?:(?:(?:view|show|post|add|leave|read)\s+)?(?:a\s+|all\s+|your\s+)?comments?|leave a (?:reply|comment)|related\b.{0,30}|more (?:from|on|in|news|stories)\b.{0,40}"
    r"|most (?:read|popular|viewed|commented).{0,20}|recommended.{0,25}|trending.{0,20}|you (?:may|might) (?:also )?(?:like|be interested).{0,20}"
    r"|about the authors?|read (?:more|next|also).{0,20}|see also.{0,20}|latest (?:news|stories|headlines|videos?).{0,12}|editors?['’]s? picks?.{0,10}|top stories.{0,12}"
    r"|tags?|topics?|filed under.{0,60}|share this.{0,25}|sponsored.{0,20}|popular.{0,16}|what (?:do you think|to read next).{0,10}|up next|next (?:article|story)|previous (?:article|story)"
    r"|discussion|\d+ (?:responses|thoughts).{0,60}|newsletters?|(?:sign up|subscribe).{0,40})\W*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^\W*(?:by|from|written by|reporting by|editing by|story by|posted by|published by|author)\b", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|\d{1,2}:\d\d|(?:minutes?|mins?|hours?|days?|weeks?|months?) ago|updated|published|posted)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|\S@\S+\.\w|©|\(c\) \d{4}|®|#\w|(?:^|\s)@\w", re.IGNORECASE)
_BAR = re.compile(r"[|›»•·→▶▸‹«]| / | > ")
_QUOTE = re.compile(r"[“”\"«»„]")

_LOOK_CHARS = 3_000  # of a block: what it is shows in its beginning, and a page can be one block
_WORDS_AT = (1, 2, 3, 5, 8, 12, 17, 25, 40, 70)
_SHARE_AT = (0.01, 0.1, 0.2, 0.3, 0.4, 0.55, 0.75)
_FAR_AT = (1, 2, 3, 5, 9, 17, 40)


class _Seen(NamedTuple):
    """One block by itself."""

    names: Features
    words: int
    ends: bool
    sentence: bool  # reads as running text
    end_mark: bool  # a heading behind which no article goes on


def _bin(name: str, value: float, bounds: Sequence[float]) -> str:
    return f"{name}{bisect(bounds, value)}"


def _look(block: Block, times: int) -> _Seen:
    text = block.text[:_LOOK_CHARS]
    words = _WORD.findall(text)
    n = len(words)
    lower = [w for w in words if w[0].islower()]
    function = sum(w.lower() in _FUNCTION_WORDS for w in words)
    small = sum(len(w) <= 4 for w in lower)
    digits = sum(w[0].isdigit() for w in words)
    capitals = sum(w.isupper() and len(w) > 1 for w in words)
    stops = len(_SENTENCE_END.findall(text))
    ends = bool(_SENTENCE_END.search(block.text[-6:])) or block.text[-1:] in "”\"'’"
    end_mark = n <= 9 and bool(_END.match(text))
    share = 1 / max(n, 1)
    names = [
        _bin("words", n, _WORDS_AT), _bin("function", function * share, _SHARE_AT), _bin("small", small * share, _SHARE_AT),
        _bin("lower", len(lower) * share, _SHARE_AT), _bin("stops", stops, (1, 2, 3, 5)), f"ends{int(ends)}",
        *block.marks,
    ]  # fmt: skip
    for name, present in (
        ("colon", block.text.endswith(":")), ("furniture", bool(_FURNITURE.search(text))), ("credit", bool(_CREDIT.search(text))),
        ("end-mark", end_mark), ("byline", n <= 14 and bool(_BYLINE.match(text))), ("date", n <= 14 and bool(_DATE.search(text))),
        ("address", bool(_ADDRESS.search(text))), ("bar", bool(_BAR.search(text))), ("quote", bool(_QUOTE.search(text))),
        ("digits", digits * share > 0.3), ("capitals", capitals * share > 0.5), ("twice", times > 1), ("thrice", times > 2),
        ("starts-lower", text[:1].islower()), ("comma", "," in text), ("question", block.text.endswith("?")),
        ("furniture-short", n <= 20 and bool(_FURNITURE.search(text))), ("long-sentence", n >= 12 and ends and len(lower) * share > 0.45),
    ):  # fmt: skip
        if present:
            names.append(name)
    return _Seen(names, n, ends, n >= 10 and ends and (len(lower) * share > 0.5 or function * share > 0.2), end_mark)


def features(blocks: Sequence[Block]) -> list[Features]:
    """The names of what is seen of each block, its surroundings included."""
    times = Counter(b.text.lower() for b in blocks)
    seen = [_look(b, times[b.text.lower()]) for b in blocks]
    first = next((i for i, s in enumerate(seen) if s.sentence), len(seen))
    last = next((i for i in range(len(seen) - 1, -1, -1) if seen[i].sentence), -1)
    running = _prefix([s.words if s.sentence else 0 for s in seen])
    all_words = _prefix([s.words for s in seen])
    behind = _distance(seen)
    ahead = _distance(seen[::-1])[::-1]
    out = []
    ended = 0
    for i, s in enumerate(seen):
        if i and seen[i - 1].end_mark and i - 1 > first:
            ended += 1
        names = [*s.names, _bin("behind", behind[i], _FAR_AT), _bin("ahead", ahead[i], _FAR_AT), _bin("ended", ended, (1, 2, 4))]
        kind = "T" if s.sentence else "s" if s.words < 10 else "m"
        for radius in (2, 5):
            a, b = max(0, i - radius), min(len(seen), i + radius + 1)
            share = (running[b] - running[a]) / max(1, all_words[b] - all_words[a])
            names.append(_bin(f"{kind}-run{radius}-", share, (0.01, 0.25, 0.5, 0.75, 0.9)))
        for step, side in ((-1, "before"), (1, "after"), (-2, "before2"), (2, "after2")):
            j = i + step
            other = seen[j] if 0 <= j < len(seen) else None
            names.append(f"{kind}-{side}-" + ("edge" if other is None else "T" if other.sentence else _bin("w", other.words, (3, 8, 20))))
        names.append(f"{kind}-place-" + ("head" if i < first else "tail" if i > last else "in"))
        whole = running[-1] or 1
        names.append(_bin(f"{kind}-read", running[i] / whole, (0.001, 0.05, 0.3, 0.7, 0.95, 0.999)))
        out.append(names)
    return out


def _prefix(values: Sequence[int]) -> list[int]:
    sums = [0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums


def _distance(seen: Sequence[_Seen]) -> list[int]:
    """Blocks since the last one of running text."""
    out, since = [], 99
    for s in seen:
        out.append(since)
        since = 0 if s.sentence else since + 1
    return out


def context(chances: Sequence[float], words: Sequence[int]) -> list[Features]:
    """The names of what a first judgement says of each block's surroundings: the second judgement's features."""
    mass = [c * w for c, w in zip(chances, words, strict=True)]
    sums, total = [0.0], sum(mass) or 1.0
    for m in mass:
        sums.append(sums[-1] + m)
    low, high = core(chances, words)
    out = []
    for i, chance in enumerate(chances):
        names = [_bin("p", chance, _CHANCE_AT)]
        for radius in (1, 3, 6):
            a, b = max(0, i - radius), min(len(chances), i + radius + 1)
            here = sum(words[a:b]) - words[i]
            names.append(_bin(f"p-near{radius}-", (sums[b] - sums[a] - mass[i]) / max(1, here), _CHANCE_AT))
        names.append(_bin("p-before", chances[i - 1] if i else 0.0, _CHANCE_AT))
        names.append(_bin("p-after", chances[i + 1] if i + 1 < len(chances) else 0.0, _CHANCE_AT))
        where = "in" if low <= i < high else _bin("out-before", low - i, (2, 4, 8)) if i < low else _bin("out-after", i - high + 1, (2, 4, 8))
        names += ["core-" + where, f"core-{where}-" + _bin("p", chance, (0.2, 0.5, 0.8))]
        names.append(_bin("mass-before", sums[i] / total, (0.01, 0.1, 0.5, 0.9, 0.99)))
        out.append(names)
    return out


_CHANCE_AT = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98)


def core(chances: Sequence[float], words: Sequence[int]) -> tuple[int, int]:
    """The run of blocks with the most text that is likely article and the least that is not."""
    best, low, high = 0.0, 0, 0
    total, start = 0.0, 0
    for i, (chance, n) in enumerate(zip(chances, words, strict=True)):
        if total <= 0:
            total, start = 0.0, i
        total += (chance - 0.5) * min(n + 2, 60)
        if total > best:
            best, low, high = total, start, i + 1
    return low, high


def word_count(text: str) -> int:
    """Words as the features count them."""
    return len(_WORD.findall(text[:_LOOK_CHARS]))
