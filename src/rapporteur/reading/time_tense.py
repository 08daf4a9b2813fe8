"""Does a clause look back or ahead: what the verbs beside an expression of time say.

The verbs decide in this order: those of the clause before the expression, the nearest last; those of the clause after it;
those of the sentence before, then after. A clause ends at a comma, a semicolon, a dash, a quotation mark, or before "that",
"which", "who", "when", "while", "because", "if", "and", "but". Where nothing tells, the answer is None and the reader of news
looks back.
"""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "future"]

REACH = 400  # characters to either side; a sentence is seldom longer

# What looks ahead though it may stand in the past: "set to", "scheduled for", "agreed to meet". What follows in the same verb
# group ("will be held") belongs to it.
_NO_INFINITIVE = r"(?!(?:the|an?|his|her|their|its|this|that|[A-Z\d]\w*)\b)"
_PERFECT = r"\b(?:would|may|might|could|should|must|can|ca|could)(?:n['’]t)?\s(?:\w+\s)?have\s\w+|\b(?:ha[ds]|have)\sbeen\s(?:scheduled|due|expected|set|planned|supposed)\b"
_AHEAD = rf"""
  (?:
    \b(?:will|shall|wo|would|may|might|could|should|must|ought|cannot|can)(?:n['’]t)?\b | \w['’]ll\b
  | \b(?:scheduled|due|slated|poised|planned|planning|plans?|upcoming|forthcoming|expects?|expected|likely|deadline|ultimatum|intends?|intending
      |hopes?|hoping|rescheduled|postponed|delayed|adjourned|ahead\sof|in\sthe\srun-up\sto|run-up\sto)\b
  | \b(?:set|agreed|agrees?|vow(?:s|ed)?|pledge[sd]?|promise[sd]?|wants?|wanted|threaten(?:s|ed)?|invited?|told|urge[sd]?|ordered|prepar(?:es?|ing|ed)
      |about|ready|decided|aims?|bound|need|needs|have|has|is|are|am|['’][sm]|['’]re|was|were|going)\sto\s{_NO_INFINITIVE}(?:be\s)?(?:\w+ly\s)?\w+
  | \bto\sbe\s\w+ | \bin\sorder\sto\s\w+
  | \b(?:opens|begins?|meet|resume|arrive|starts|ends|closes|expires|resumes|returns|arrives|faces|votes|meets|visits|hosts|holds|runs|lasts|kicks\soff|gets\sunder\sway
      |takes?\splace|tak(?:es?|ing)\seffect|takes\soffice|goes\sto\sthe\spolls|go\sto\sthe\spolls|falls\son)\b
  | \b(?:is|are|am|['’]re|['’]m)\s(?:now\s|also\s|not\s)?(?:meeting|travelling|traveling|visiting|holding|hosting|leaving|arriving|flying|voting
      |returning|going)\b
  )(?:\sto\s{_NO_INFINITIVE})?(?:\s(?:not|also|now|then|\w+ly)\b)?(?:\s?(?:be|have\sbeen|get)(?:\s\w+ly)?\s\w+)?
"""
_IRREGULAR = (
    "was were had did said told went came made took gave got saw met held left led began won lost fell found kept put sent sat spoke stood "
    "struck thought threw thrust wrote shot fought brought bought built broke chose became fled flew drew drove hit hung knew laid paid ran "
    "rose sang sank set shook shut slid sought spent spread swore taught tore understood woke withdrew overthrew underwent"
)
_BEHIND = rf"\b(?:has|have|ha[sd]n['’]t|didn['’]t|wasn['’]t|weren['’]t|since|[a-z]{{2,}}ed|{_IRREGULAR.replace(' ', '|')})\b"
_MARK = re.compile(rf"{_PERFECT}|(?P<ahead>{_AHEAD})|{_BEHIND}", re.VERBOSE)

_CLAUSE = re.compile(r"[,;:—–“”\"()]|\s-\s|\b(?:that|which|who|when|while|because|if|and|but|whether|as|after|before)\b", re.I)
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s+(?=[\"“‘'(\[]?[A-Z])|\n\n")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No)|\b[A-Z])\.\s+$")
# "the ceasefire until Thursday", "a meeting for Thursday": a point that lies ahead of what the verb tells
_POINT_AHEAD = re.compile(r"\b(?:until|till|through|for|ahead\sof|no\slater\sthan|starting|beginning|as\sof\snext)\s(?:early\s|late\s|the\s)?$", re.I)
_BY = re.compile(r"\bby\s(?:the\s(?:end|start|beginning)\sof\s|early\s|late\s|mid-?)?(?:the\s)?$", re.I)
_DEMAND = re.compile(r"\b(?:gave|give[sn]?|told|order\w*|demand\w*|urg\w+|call\w*\son|ask\w*|agree\w*|promis\w+|pledg\w+|vow\w*|want\w*|extend\w*|must|to)\b")
_OVER = re.compile(r"\b(?:lasted|ran|continued|remained|stayed|served|closed|not|n['’]t|was|were|had\sbeen|blamed|responsib\w+|known)\b")
_PROLONGED = re.compile(r"\b(?:extend\w*|prolong\w*|postpon\w*|delay\w*|adjourn\w*|suspend\w*|give[ns]?|gave|will|would|to|remain\sin|due)\b")
_CONDITION = re.compile(r"\b(?:if|unless|once)$", re.I)
_REPORTS = re.compile(r"\b(?:said|says|say|added|warned|announced|claimed|insisted|believes?|thinks?|argued|noted|suggested|hoped|confirmed|denied|declared)\b")
_CONTENT = re.compile(r"\s(?:the|an?|his|her|their|its|our|it|he|she|they|we|I|there|this|[A-Z]\w+)\b")
_INFINITIVE = re.compile(r"\bto\s(?!the\b|an?\b|his\b|her\b|their\b|its\b)[a-z]+\b")


def tense_of(text: str, start: int, end: int) -> Tense | None:
    """Whether what is told at `text[start:end]` lies behind or ahead of the article's day; None where no verb tells."""
    left, right = _sentence_before(text, start), _sentence_after(text, end)
    possessive = right[:2] in ("'s", "’s", "s'", "s’")
    if not possessive:
        if _POINT_AHEAD.search(left):
            return "past" if _OVER.search(left) and not _PROLONGED.search(left) else "future"
        if _BY.search(left) and _DEMAND.search(left):
            return "future"
    near = _last_clause(left)
    after = _first_clause(right)
    if _told(near, possessive):
        return _mark(after, last=False) or _mark(right, last=False)
    if _CONDITION.search(left[: len(left) - len(near)]) and _mark(near, last=True) is None:
        return "future"
    for stretch, last in ((near, True), (after, False), (left, True), (right, False)):
        tense = _mark(stretch, last)
        if tense:
            return tense
    return "future" if _INFINITIVE.search(left) else None


def _told(near: str, possessive: bool) -> bool:
    """Whether the clause so far is "X said Sunday's", "X said the": what is said has its own verb, and it comes after."""
    verbs = list(_REPORTS.finditer(near))
    verb = verbs[-1] if verbs else None
    if verb is None or _MARK.search(near, verb.end()):
        return False
    gap = near[verb.end() :]
    return _CONTENT.match(gap) is not None or (possessive and not gap.strip())


def _mark(stretch: str, last: bool) -> Tense | None:
    found: Tense | None = None
    for m in _MARK.finditer(stretch):
        found = "future" if m["ahead"] else "past"
        if not last:
            return found
    return found


def _sentence_before(text: str, start: int) -> str:
    base = max(0, start - REACH)
    stretch = text[base:start]
    cut = 0
    for m in _SENTENCE.finditer(stretch):
        if "\n" in m[0] or not _ABBREVIATED.search(stretch[max(0, m.end() - 12) : m.end()]):
            cut = m.end()
    return stretch[cut:]


def _sentence_after(text: str, end: int) -> str:
    stretch = text[end : end + REACH]
    for m in _SENTENCE.finditer(stretch):
        if "\n" in m[0] or not _ABBREVIATED.search(stretch[max(0, m.end() - 12) : m.end()]):
            return stretch[: m.start()]
    return stretch


def _last_clause(left: str) -> str:
    cut = 0
    for m in _CLAUSE.finditer(left):
        cut = m.end()
    return left[cut:]


def _first_clause(right: str) -> str:
    rest = right.lstrip(" ,") if right.startswith(",") else right
    m = _CLAUSE.search(rest)
    return rest[: m.start()] if m else rest
