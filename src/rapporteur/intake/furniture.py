"""Last looks at the paragraphs of an article, wherever they come from: what no article's text contains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.intake.authors import is_byline
from rapporteur.intake.dates import dates_in
from rapporteur.intake.titles import words

# Whole paragraphs. "Read more" in the middle of a sentence is somebody's speech.
_FURNITURE = re.compile(
    r"^[^\w“\"‘«„]*(?:(?:read|see|watch|listen|learn|find out|view|show) (?:more|also|next|now)\b.{0,200}|(?:also|further) (?:read|on)\b.{0,200}|related(?: (?:articles?|stories|coverage|content|news|topics?|links?))?\b:?.{0,140}|"
    r"advertise?ment(?: continue reading.{0,40}|\W{1,3}scroll to continue)?|article continues (?:below|after).{0,60}|story continues (?:below|after).{0,60}|continue reading.{0,80}|"
    r"(?:sign up|subscribe|register)\b.{0,200}|follow (?:us|[\w ]{1,30} on) .{0,160}|(?:click|tap|swipe) (?:here|to)\b.{0,160}|share (?:this|on|via|or comment)\b.{0,160}|share|tweet|"
    r"get .{1,60} by clicking here|(?:have|got) an? (?:news |story )?tip\b.{0,160}|(?:if you (?:buy|purchase|click)|we may (?:earn|receive))\b.{0,60}\b(?:links?|commission)\b.{0,160}|get .{0,80}\bnewsletters?\b.{0,60}|"
    r"©.{0,200}|\(c\) \d{4}.{0,160}|copyright\b.{0,240}|all rights reserved.{0,120}|this (?:material|article|story) may not be (?:published|reproduced).{0,200}|"
    r"\d+ comments?|(?:view|show|post|leave|add)(?: a| all| your)? comments?.{0,40}|comments?(?: are closed)?\b.{0,20}|recommended(?: stories| for you)?|most (?:read|popular|viewed)|trending(?: now)?|"
    r"(?:image|photo|picture|pictured|video)s?\s?[:|©].{0,200}|(?:image|photo|picture|video)s? (?:caption|credits?|source|copyright)\b.{0,200}|(?:getty images|file photo|shutterstock|ap photo)\W.{0,120}|print(?: this)?(?: page)?|e-?mail(?: this)?|"
    r"\d+ (?:min(?:ute)?s?|seconds?)(?: of)? read(?:ing)?(?: time)?|article content|loading\W.{0,20}|back to top|skip to (?:main )?content|next article|previous article|up next)\W*$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\W*(?:additional )?reporting by\b.{0,300}\b(?:editing|writing|reporting) by\b|^\W*(?:editing|writing|compiled) by [^.]{1,120}\W*$|"
    r"^.{0,300}\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,60}$",
    re.IGNORECASE,
)
_CREDIT_CHARS = 400
_LETTER = re.compile(r"[^\W_]")  # or a figure; a row of dashes has none
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*$")
_HEAD = 4
_ENDS = re.compile(r"[.!?…:;。！？؟।][\"'”’»)\]]*\s*$|[”\"»]\s*$")
_TAIL_WORDS = 12
_DAY_WORDS = 4
_BAR = re.compile(r"\s[|•·»]\s")
_BAR_CHARS = 300
_BUTTON_WORDS = 5


def cleaned(paragraphs: Sequence[str], *, title: str | None = None) -> list[str]:
    """The paragraphs without the title's repetition, the byline over the text, and lines of furniture."""
    headline = words(title or "")
    kept: list[str] = []
    for paragraph in paragraphs:
        early = len(kept) < _HEAD
        if early and headline and words(paragraph) == headline:
            continue
        if is_furniture(paragraph) or (early and (is_byline(paragraph) or is_day(paragraph))):
            continue
        if kept and paragraph == kept[-1]:
            continue
        kept.append(paragraph)
    return _without_tail(kept)


def _without_tail(paragraphs: list[str]) -> list[str]:
    """Without the short lines behind the last sentence: the headlines of other articles, labels, signatures."""
    last = next((i for i in range(len(paragraphs) - 1, -1, -1) if _ENDS.search(paragraphs[i][-6:])), len(paragraphs) - 1)
    tail = paragraphs[last + 1 :]
    return paragraphs[: last + 1] if all(len(words(line)) <= _TAIL_WORDS for line in tail) else paragraphs


def is_day(paragraph: str) -> bool:
    """A line that is there to tell a day ("Friday, November 21, 2003")."""
    found = next(dates_in(paragraph), None)
    return found is not None and len(words(paragraph[: found.start] + paragraph[found.end :])) <= _DAY_WORDS and not _SENTENCE.search(paragraph)


def is_credit(paragraph: str) -> bool:
    """Who worked on the article beside its authors, said behind its last sentence ("Reporting by …; Editing by …")."""
    return len(paragraph) <= _CREDIT_CHARS and bool(_CREDIT.search(paragraph))


def is_furniture(paragraph: str) -> bool:
    """A paragraph that is nothing but the furniture of a page."""
    pieces = _BAR.split(paragraph[:_BAR_CHARS])
    if len(pieces) > 2 and len(paragraph) <= _BAR_CHARS and all(len(words(p)) <= _BUTTON_WORDS for p in pieces) and not _SENTENCE.search(paragraph):
        return True  # a row of buttons
    if is_credit(paragraph) or not _LETTER.search(paragraph):
        return True
    if len(paragraph) > 260 or not _FURNITURE.match(paragraph):
        return False
    # "Share prices fell." and "Comments by the minister drew protest." begin alike and are sentences
    return not (_SENTENCE.search(paragraph) and len(words(paragraph)) > 9 and not _ASKING.match(paragraph))


_ASKING = re.compile(r"^\W*(?:sign up|subscribe|register|follow us|click|tap|read more|see also|share or comment|(?:have|got) an? (?:news |story )?tip|if you (?:buy|purchase)|we may (?:earn|receive)|get .{0,80}newsletter|©|copyright|all rights|this (?:material|article|story) may)", re.IGNORECASE)
