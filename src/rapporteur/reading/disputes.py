"""What is disputed: accounts of one fact that cannot all be true, or an account and its rejection.

Three kinds are found. Somebody denies or dismisses an account: the other side is whoever vouches for a claimed act of theirs or accuses
them, the nearest first, or nobody named. Two authors give one act to different culprits. Two authors give one act different counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from rapporteur.reading.event_links import stem
from rapporteur.record import Count, Dispute, Event, Side, Statement

_ACCOUNT = re.compile(r"\b(?:accusations?|allegations?|claims?|reports?|charges?|accounts?|version|story|suggestions?|assertions?|rumou?rs?|findings?)\b", re.IGNORECASE)
_DEEDS = frozenset(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID"])
_SMALL = frozenset(["that", "with", "from", "have", "been", "were", "they", "their", "this", "would", "had", "was", "its", "any", "the", "and", "for", "his", "her"])
_SHORT = 4  # words of what is denied that name the account alone
_BY_DENIAL, _BY_CULPRITS, _BY_COUNTS = 0.6, 0.6, 0.7  # confidence by kind


def disputes(statements: Sequence[Statement], events: Sequence[Event]) -> list[Dispute]:
    """The disputes of an article; of those between the same holders over the same words one."""
    found = [*_denials(statements, events), *_culprits(statements, events), *_numbers(statements, events)]
    out: list[Dispute] = []
    for question, sides, sure in found:
        holders = {frozenset(s.held_by) for s in sides}
        if not any({frozenset(s.held_by) for s in d.sides} == holders and _stems(d.question) & _stems(question) for d in out):
            out.append(Dispute(f"d{len(out) + 1}", question, sides, sure))
    return out


Found = tuple[str, list[Side], float]


def _denials(statements: Sequence[Statement], events: Sequence[Event]) -> list[Found]:
    out = []
    for s in statements:
        denies = s.act == "deny" or (s.act in ("refuse", "oppose", "criticise") and _ACCOUNT.search(s.content[0].words[:80]))
        if not denies or s.polarity == "negated" or not s.speakers:
            continue
        claim = _claim_against(s, statements, events)
        words = _words(s)
        other = claim or Side(words, [], [], s.content)
        out.append((_question(other.claim), [other, Side(f"{_cue(s)} {words}".strip(), s.speakers, [s.id], s.content)], _BY_DENIAL))
    return out


def _claim_against(s: Statement, statements: Sequence[Statement], events: Sequence[Event]) -> Side | None:
    """The account that a denial answers: what others say of those who deny it or in like words; the nearest."""
    mine, place, terms = set(s.speakers), _place(s), _stems(_words(s))
    refers_back = len(_words(s).split()) <= _SHORT and _ACCOUNT.search(_words(s))  # "denied the charge"
    ranked = []
    for other in statements:
        if other is s or not other.speakers or set(other.speakers) & mine or other.act == "deny" or other.id == s.inside or other.inside == s.id:
            continue
        told = [e for e in events if other.id in e.asserted_by and e.type in _DEEDS]
        against = other.act == "accuse" or any(set(e.source) & mine for e in told)
        shared = len(terms & _stems(_words(other)))
        if (against and (shared or refers_back or any(set(e.source) & mine for e in told))) or shared >= 2:
            ranked.append((-int(against), -shared, abs(_place(other) - place), other))
    if not ranked:
        return None
    best = min(ranked, key=lambda r: r[:3])[3]
    return Side(_words(best), best.speakers, [best.id], best.content)


def _culprits(statements: Sequence[Statement], events: Sequence[Event]) -> list[Found]:
    """Claimed deeds of one type on one day or place, or on one target, of different culprits by different authors."""
    by_id = {s.id: s for s in statements}
    out = []
    for a, b in combinations([e for e in events if e.status == "claimed" and e.type in _DEEDS and e.source], 2):
        voices = [[by_id[v] for v in e.asserted_by if v in by_id] for e in (a, b)]
        holders = [list(dict.fromkeys(i for s in v for i in s.speakers)) for v in voices]
        if a.type != b.type or set(a.source) & set(b.source) or not all(holders) or set(holders[0]) & set(holders[1]):
            continue
        accuse_each_other = bool(set(holders[0]) & set(b.source)) and bool(set(holders[1]) & set(a.source))
        same = accuse_each_other and _stems(_trigger(a)) & _stems(_trigger(b))
        if same or (a.target and set(a.target) == set(b.target) and _stems(_trigger(a)) & _stems(_trigger(b))):
            sides = [Side(" … ".join(_words(s) for s in v), h, [e.id, *(s.id for s in v)], [c for s in v for c in s.content]) for v, h, e in zip(voices, holders, (a, b), strict=True)]
            out.append((f"Who is behind the {_trigger(a)}?", sides, _BY_CULPRITS))
    return out


def _numbers(statements: Sequence[Statement], events: Sequence[Event]) -> list[Found]:
    """One act, counted by two authors so that both cannot be right."""
    by_id = {s.id: s for s in statements}
    out = []
    for a, b in combinations([e for e in events if e.counts is not None], 2):
        voices = [by_id.get(e.asserted_by[0]) for e in (a, b)]
        holders = [v.speakers if v is not None else [] for v in voices]
        if a.type != b.type or not (set(a.target) & set(b.target) or set(a.source) & set(b.source)) or holders[0] == holders[1]:
            continue
        for kind in ("dead", "injured", "arrested"):
            x, y = getattr(a.counts, kind), getattr(b.counts, kind)
            if x is not None and y is not None and _exclude(x, y) and x.span is not None and y.span is not None:
                sides = [Side(c.span.words, h, [e.id], [c.span]) for c, h, e in ((x, holders[0], a), (y, holders[1], b))]
                out.append((f"How many were {'killed' if kind == 'dead' else kind}?", sides, _BY_COUNTS))
    return out


def _exclude(a: Count, b: Count) -> bool:
    """Whether two intervals share no number."""
    inf = float("inf")
    return max(a.min or 0, b.min or 0) > min(inf if a.max is None else a.max, inf if b.max is None else b.max)


def _words(s: Statement) -> str:
    return " … ".join(c.words for c in s.content)


def _cue(s: Statement) -> str:
    return s.cue[0].words if s.cue else ""


def _trigger(e: Event) -> str:
    return e.mentions[0].trigger[0].words


def _place(s: Statement) -> int:
    return min(c.start for c in s.content)


def _question(claim: str) -> str:
    """The account as a question, in its own words."""
    words = claim.strip("\"“”‘’ ").removeprefix("that ").rstrip(".,!? ")
    return f"{words[:1].upper()}{words[1:]}?"


def _stems(text: str) -> set[str]:
    return {stem(w) for w in re.findall(r"[\w-]{4,}", text.casefold())} - _SMALL
