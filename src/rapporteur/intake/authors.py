"""Who wrote an article, and who publishes it, out of the lines that say so."""

from __future__ import annotations

import re

from rapporteur.intake.article import visible

_LEAD = re.compile(r"^\W*(?:(?:written|reported|reporting|story|words|posted|published|text|analysis|opinion)\s+)?(?:by|authors?|from)\b[:\s]+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s?(?:,\s?(?:and|&)\s|,|;|\||/|•|·|\band\b|&|\bwith\b)\s?", re.IGNORECASE)
# Where something else begins behind a name.
_BEHIND = re.compile(r"\s?(?:\(|\bfor\s.|\bin\s[A-Z]|\bat\s[A-Z]|[-–—]\s|\bis an?\s|@\w|https?:|\S{1,64}@\S|\bupdated\b|\bpublished\b|\s(?:january|february|march|april|june|july|august|september|october|november|december)\b|\d)", re.IGNORECASE)
# Words for jobs and desks: what stands beside a name, or signs instead of one.
_NO_NAME = re.compile(
    r"\b(?:staff|images?|getty|text|size|news|newsroom|desk|team|editors?|editorial|board|reporters?|correspondents?|writers?|press|agenc(?:y|ies)|reuters|afp|bureau|media|times|"
    r"post|daily|online|admin|webmaster|service|wire|network|tv|radio|magazine|journal|guest|contributors?|contributor|columnist|producer|chief|senior|"
    r"political|foreign|diplomatic|digital|analyst|photographer|updated?|published|follow|bloomberg|associated|department|ministry|com|www|http|share|"
    r"minutes?|read|sport|sports|world|editor-in-chief|xinhua|twitter|facebook|instagram|linkedin|youtube|whatsapp|email|comments?|subscribe|tass|ians|pti|ani|anonymous|unknown|author|copyright)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)?\d{2})?,?\s+)?(?:by\s+)?([^.|•\d©]{3,50})", re.IGNORECASE)
_REST = re.compile(r"\s?(?:,|all rights|\ball\b|\bterms\b|ltd|inc\b|llc)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_MOST_WORDS = 5
_PARTICLES = frozenset(["de", "la", "van", "der", "den", "von", "bin", "ibn", "al", "el", "da", "di", "du", "dos", "ben", "abu", "le", "ter", "y"])


def people(lines: list[str], *, outlet: str | None = None) -> list[str]:
    """The names in bylines, each once, in order; jobs, desks, agencies and the outlet itself are left out."""
    found: list[str] = []
    for line in lines:
        for part in _BETWEEN.split(_LEAD.sub("", visible(line[:400]))):
            name = _BEHIND.split(part, 1)[0]
            if job := _NO_NAME.search(name):
                name = name[: job.start()]
            name = name.strip(" .,:;-–—|")
            if is_name(name) and name.lower() not in {f.lower() for f in found} | {(outlet or "").lower()}:
                found.append(name)
    return found


def is_name(text: str) -> bool:
    """Reads as a person's name: two to five words, all but particles with a capital, none of them a job."""
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or _NO_NAME.search(text) or len(text) > 60:
        return False
    return all(_WORD.fullmatch(word) and (word[0].isupper() or not word[0].islower() or word.lower() in _PARTICLES) for word in words)


def is_byline(text: str) -> bool:
    """A line that says who wrote: "By" and names, and little else."""
    lead = _LEAD.match(text)
    return bool(lead) and len(text) <= 160 and bool(people([text])) and not text.rstrip().endswith((".", "?", "!", "”", '"'))


def copyright_holder(line: str) -> str | None:
    """Whose copyright a line states ("© 2020 The Herald. All rights reserved."); None where it states none."""
    holder = _COPYRIGHT.search(line)
    name = _REST.split(holder[1].strip())[0].strip(" .,-–—") if holder else ""
    return name if 2 <= len(name) <= 40 and name[0].isupper() and len(name.split()) <= 5 else None
