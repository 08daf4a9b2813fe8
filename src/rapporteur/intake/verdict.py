"""Is it an article? What a page without one looks like, by the form of what was found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.record.article import RejectionReason

Verdict = tuple[RejectionReason, str]

_WORD = re.compile(r"\w+")
# Chinese and Japanese set no space behind their stops.
_SENTENCE = re.compile(r"[.!?…؟।։۔።][\"'”’»)\]]*(?=\s|$)|[。！？]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_ERROR_TITLE = re.compile(
    r"^\W*(?:error\b|40[0-9]\b|50[0-9]\b|page not found|not found|(?:sorry|oops|whoops)\b.{0,60}$|access (?:denied|to this page)|forbidden|attention required|"
    r"just a moment|are you a (?:robot|human)|bad gateway|service unavailable|site (?:not found|maintenance)|under maintenance|please verify)|\b404\b.{0,30}$",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"(?:enable|activate|turn on|requires?|without|disabled?)\b.{0,30}\b(?:javascript|cookies)|verify (?:that )?you are (?:a )?human|(?:we|our (?:site|partners)).{0,60}\buse cookies|"
    r"(?:accept|reject|manage|store)\b.{0,30}\bcookies|privacy (?:settings|choices|preferences)|(?:log|sign) in to (?:continue|read|your)|(?:subscribe|register) (?:now )?to (?:continue|read|keep)|"
    r"already (?:a subscriber|have an account)|forgot (?:your )?password|create (?:an|your) (?:free )?account|legitimate interest|captcha|unusual traffic|"
    r"(?:page|url|link|article).{0,60}(?:cannot|can't|could not|couldn't|can’t|couldn’t) be found|(?:page|article).{0,40}(?:no longer exists?|does(?:n't|n’t| not) exist|has been (?:moved|removed))|requested url",
    re.IGNORECASE,
)
# A brief of two sentences has some 25 words; less is a caption, a label or a form.
_LEAST_WORDS = 18
_LEAST_DECLARED_WORDS = 9
_SHORT_WORDS = 130
# A page can be one line: what it is shows in its beginning.
_LOOK_CHARS = 20_000


def verdict(paragraphs: Sequence[str], title: str | None, *, linked_headlines: int = 0, declared: str | None = None) -> Verdict | None:
    """Why the paragraphs are no article; None where they are one.

    `linked_headlines` counts the headings of the page that are links: the mark of a list of articles.
    `declared` is the kind of page that its head states ("article", "website", "video", ...).
    """
    words = sum(map(count_words, paragraphs))
    running = [p for p in paragraphs if is_running(p)]
    run = sum(map(count_words, running))
    if words == 0:
        return "no-article", "no running text"
    if title and _ERROR_TITLE.search(title) and words < _SHORT_WORDS * 2:
        return "no-article", f"an error page: {title[:80]}"
    if words < _SHORT_WORDS and sum(bool(_WALL.search(p)) for p in paragraphs) * 2 >= len(paragraphs):
        return "no-article", "a wall of consent, log-in or error in place of the text"
    if declared and declared.startswith(("video", "music")) and run < _SHORT_WORDS:
        return "no-article", "a page for a video"
    if run < (_LEAST_DECLARED_WORDS if declared == "article" else _LEAST_WORDS):
        return ("index", "a list of headings") if len(paragraphs) >= 8 and words > 60 else ("no-article", "no running text")
    if declared == "article":
        return None
    longest = max(map(count_words, running))
    if len(paragraphs) >= 10 and run < words * 0.35 and longest < 45:
        return "index", "a list of headings"
    if linked_headlines >= 12 and run < linked_headlines * 30 and longest < 60:
        return "index", f"a list of {linked_headlines} linked headings"
    return None


def count_words(text: str) -> int:
    """Words, of the first few thousand; where a script sets none apart, two characters for one."""
    text = text[:_LOOK_CHARS]
    return len(_WORD.findall(text)) + len(_UNSPACED.findall(text)) // 2


def is_running(paragraph: str) -> bool:
    """Reads as sentences: some words, an end mark, and not all of them capitalised."""
    paragraph = paragraph[:_LOOK_CHARS]
    found = _WORD.findall(paragraph)
    lower = sum(w[0].islower() or not w[0].isupper() for w in found)
    return count_words(paragraph) >= 5 and bool(_SENTENCE.search(paragraph)) and lower * 2.5 > len(found)
