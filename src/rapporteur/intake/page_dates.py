"""The day on which a page was published: what it says of itself, weighed, before anything is searched for."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from rapporteur.intake.article import visible
from rapporteur.intake.dates import read_date
from rapporteur.intake.guard import TooSlow, deadline
from rapporteur.intake.linked_data import text_of
from rapporteur.intake.metadata import Facts

_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article:published", "published_time",
    "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.created",
    "dc.date.created", "sailthru.date", "date.published", "cxenseparse:recs:publishtime", "article.published", "displaydate", "originalpublicationdate",
    "ptime", "iso-8601-publish-date", "citation_publication_date", "dc.date", "dcterms.date", "datecreated", "article:created", "date", "created", "timestamp", "article_date_original",
)  # fmt: skip
_IN_PATH = re.compile(r"/(?P<y>(?:19|20)\d{2})[/_.-]?(?P<m>0?[1-9]|1[0-2]|[a-z]{3})[/_.-]?(?P<d>0?[1-9]|[12]\d|3[01])(?=[/_.-]|\d{4,}|$)", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"^en[-_]us", re.IGNORECASE)
_DATE_NAMES = re.compile(r"date|time|publish|posted", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif|edit", re.IGNORECASE)
_MOST_SHOWN = 12
# htmldate is 13 ms on an average page and 2 s on its worst.
_SEARCH_SECONDS = 1.0


def published_on(facts: Facts, root: Any, url: str | None, text: str) -> str | None:
    """The ISO date of publication, with time and offset where the source of the date gives both.

    `text` is the page that `root` was parsed from.
    """
    month_first = bool(_MONTH_FIRST.match(facts.language or ""))
    for value in _stated(facts, root):
        if found := read_date(value, month_first=month_first):
            return _local(found, [_in_address(url), *_stated(facts, root), *_shown(root)])
    return _in_address(url) or _searched(text, url)


def _local(stated: str, evidence: list[str | None]) -> str:
    """The page's own day, where it states a time in UTC that falls on another.

    Evening in New York is the next day in UTC: "on Thursday" is counted from the day on the page.
    """
    if not stated.endswith("+00:00"):
        return stated
    day = date.fromisoformat(stated[:10])
    shown = [found for value in evidence if (found := read_date(value)) and not found.endswith("+00:00")]
    near = [s[:10] for s in shown if abs(date.fromisoformat(s[:10]) - day) <= timedelta(days=1)]
    return near[0] if near and stated[:10] not in near else stated


def _shown(root: Any) -> list[str]:
    """The dates that a reader sees, in the elements made for them."""
    found = []
    for element in root.iter("time", "span", "p", "div", "li"):
        if element.tag == "time" or _DATE_NAMES.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}"):
            text = visible(element.text_content()[:200])
            if 6 <= len(text) <= 80 and not _CHANGED.search(text):
                found.append(text)
                if len(found) == _MOST_SHOWN:
                    break
    return found


def _stated(facts: Facts, root: Any) -> list[str]:
    """What the page states, the surest first."""
    linked = [text for thing in facts.linked if (text := text_of(thing.get("datePublished")))]
    metas = [value for name in _PUBLISHED for value in facts.metas.get(name, [])]
    marked = []
    for element in root.iter("time", "span", "abbr", "p", "div"):
        if "datepublished" in (element.get("itemprop") or "").lower() or (element.tag == "time" and element.get("pubdate") is not None):
            marked.append(element.get("datetime") or element.get("content") or element.get("title") or element.text_content()[:100])
    created = [text for thing in facts.linked if (text := text_of(thing.get("dateCreated")))]
    return [*linked[:1], *metas, *marked[:2], *created[:1]]


def _in_address(url: str | None) -> str | None:
    match = _IN_PATH.search(urlsplit(url or "").path)
    return read_date(f"{match['y']}-{match['m']}-{match['d']}" if match["m"].isdigit() else f"{match['d']} {match['m']} {match['y']}") if match else None


def _searched(text: str, url: str | None) -> str | None:
    from htmldate import find_date

    try:
        with deadline(_SEARCH_SECONDS):
            return find_date(text, url=url, original_date=True)
    except TooSlow:
        return None
    except Exception:  # it reads whatever looks like a date in markup that nobody checked
        return None
