"""What the figures of statements and speakers are, for every set whose gold is in the record's own format.

Over all articles together:

* `content`: F1 of statements matched by content (Jaccard of characters at least .5, one to one);
* `content exact`: those whose content covers the very same characters;
* `content + speaker`: those of them with the right speaker: a name in common with the gold's speaker, or neither has one;
* `speaker`, `mode`, `act`, `polarity`, `nesting`: shares of the matched that are right.

Names agree when they are equal without case, accents and article, when both denote the same state, or when one's
words are among the other's and both end alike ("Lavrov", "Sergei Lavrov"). A direct continuation without a cue joins
the statement before it, in gold and record alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

from rapporteur.evaluation.figures import Figure, Span, characters, jaccard, match
from rapporteur.knowledge.states import state_named

TITLE_OFFSET = -10_000_000  # spans of the title lie where no span of the text does
CONTINUED_WITHIN = 400  # characters between a quotation and its continuation
_SMALL_WORDS = {"the", "of", "a", "an", "mr", "mrs", "ms"}
_BODIES = {"un": "united nations", "is": "islamic state", "isis": "islamic state", "syrian government": "syria"}
SHARES = ("mode", "act", "polarity")


class Told(NamedTuple):
    """A statement reduced to what is scored; `speakers` holds the names of each speaker, with those of a group's members."""

    content: list[Span]
    cue: list[Span]
    audience: list[Span]
    speakers: list[frozenset[str]]
    mode: str
    act: str
    polarity: str
    nested: bool

    @property
    def in_title(self) -> bool:
        return bool(self.content) and self.content[0][0] < 0


def plain_name(name: str) -> str:
    """A name without case, accents, marks and a leading article; states by their common name."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    words = re.sub(r"[^a-z0-9 ]+", " ", folded).strip().removeprefix("the ")
    state = state_named(name)
    return _BODIES.get(words) or (state.name.lower() if state else words)


def names_agree(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of names can denote one actor."""
    x, y = {plain_name(n) for n in a}, {plain_name(n) for n in b}
    if x & y - {""}:
        return True
    for left in x:
        for right in y:
            p = [w for w in left.split() if w not in _SMALL_WORDS]
            q = [w for w in right.split() if w not in _SMALL_WORDS]
            if p and q and p[-1] == q[-1] and len(p[-1]) > 3 and (set(p) <= set(q) or set(q) <= set(p)):
                return True
    return False


def spans_of(spans: list[dict[str, Any]]) -> list[Span]:
    """The spans of a record as pairs of characters, those of the title before all text."""
    shift = [TITLE_OFFSET if s.get("in") == "title" else 0 for s in spans]
    return [(s["start"] + d, s["end"] + d) for s, d in zip(spans, shift, strict=True)]


def told_in(record: dict[str, Any]) -> list[Told]:
    """The statements of a reading or record, continuations joined."""
    actors = {a["id"]: a for a in record["actors"]}

    def names(id: str) -> frozenset[str]:
        a = actors[id]
        own = [a["name"], *a.get("alt", [])]
        return frozenset([*own, *(n for m in a.get("members") or [] if m in actors for n in [actors[m]["name"]])])

    told = [
        Told(
            spans_of(s["content"]), spans_of(s["cue"]), spans_of(s.get("audience_spans", [])), [names(i) for i in s["speakers"]],
            s["mode"], s["act"], s["polarity"], s["inside"] is not None,
        )
        for s in record["statements"]
    ]
    out: list[Told] = []
    for s in sorted(told, key=lambda t: min((a for a, _ in t.content), default=0)):
        before = next((i for i in range(len(out) - 1, -1, -1) if _continues(out[i], s)), None)
        if before is None:
            out.append(s)
        else:
            out[before] = out[before]._replace(content=out[before].content + s.content)
    return out


def _continues(before: Told, s: Told) -> bool:
    if s.cue or not s.speakers or s.mode != "direct" or set(before.speakers) != set(s.speakers):
        return False
    return bool(before.content and s.content) and 0 <= min(a for a, _ in s.content) - max(b for _, b in before.content) <= CONTINUED_WITHIN


def same_speakers(a: Told, b: Told) -> bool:
    """Neither has a speaker, or two of them agree."""
    return (not a.speakers and not b.speakers) or any(names_agree(x, y) for x in a.speakers for y in b.speakers)


def matched(gold: list[Told], given: list[Told]) -> list[tuple[int, int]]:
    """Pairs of statements whose contents agree."""
    return match([characters(g.content) for g in gold], [characters(p.content) for p in given], jaccard, 0.5)


def figures(articles: Iterable[tuple[list[Told], list[Told]]]) -> list[Figure]:
    """The figures over all articles, each as (gold, given)."""
    n = dict.fromkeys(("gold", "given", "matched", "exact", "speaker", "nesting", *SHARES), 0)
    for gold, given in articles:
        pairs = matched(gold, given)
        n["gold"] += len(gold)
        n["given"] += len(given)
        n["matched"] += len(pairs)
        for g, p in ((gold[i], given[j]) for i, j in pairs):
            n["exact"] += characters(g.content) == characters(p.content)
            n["speaker"] += same_speakers(g, p)
            n["nesting"] += g.nested == p.nested
            for share in SHARES:
                n[share] += getattr(g, share) == getattr(p, share)
    return [
        Figure("content", n["matched"], n["gold"], n["given"]),
        Figure("content exact", n["exact"], n["gold"], n["given"]),
        Figure("content + speaker", n["speaker"], n["gold"], n["given"]),
        *(Figure(k, n[k], n["matched"]) for k in ("speaker", *SHARES, "nesting")),
    ]
