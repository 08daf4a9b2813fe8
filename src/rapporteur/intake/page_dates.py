"""The day on which a page was published: what it says of itself, weighed, before anything is searched for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from rapporteur.intake.article import visible
from rapporteur.intake.dates import Day, dates_in, read_day
from rapporteur.intake.guard import TooSlow, deadline
from rapporteur.intake.linked_data import text_of
from rapporteur.intake.metadata import Facts
from rapporteur.intake.titles import alike, words
from rapporteur.intake.verdict import is_running

_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article:published", "published_time",
    "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.created",
    "dc.date.created", "sailthru.date", "date.published", "cxenseparse:recs:publishtime", "article.published", "displaydate", "originalpublicationdate",
    "ptime", "iso-8601-publish-date", "citation_publication_date", "dc.date", "dcterms.date", "datecreated", "article:created", "date", "created", "timestamp", "article_date_original",
)  # fmt: skip
# /2020/03/17/, /2020-03-17-slug, /2020/mar/17/; without separators only as eight digits: /20200317/, /202003171044893040
_IN_PATH = re.compile(
    r"/(?P<y>(?:19|20)\d{2})(?:(?P<sep>[/_.-])(?P<m>1[0-2]|0?[1-9]|[a-z]{3})(?P=sep)(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)|(?P<m8>0[1-9]|1[0-2])(?P<d8>0[1-9]|[12]\d|3[01])(?=[/_.-]|\d{4}|$))",
    re.IGNORECASE,
)
_IN_SCRIPT = re.compile(
    r"[\"'](?:[a-z]{1,20}_)?(?:date_?published|publish(?:ed)?_?(?:date|time|at|on|date_?time)|publication_?date(?:_?time)?|pub_?date|first_?published?(?:_?(?:date|at))?)[\"']\s{0,3}:\s{0,3}[\"']([^\"'<>]{8,40})[\"']",
    re.IGNORECASE,
)
# What a page's own clock shows: the offsets of the moments that it carries besides the one it states.
_OFFSET = re.compile(r"(?:T|\s)\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?([+-])(\d\d):?(\d\d)(?![\d:])")
_LEAST_OFFSETS = 2
_MOST_OFFSETS = 200
_OFFSETS = (-12, 0, 14)  # hours: the edges of the world's clocks, and Greenwich
_DATE_NAMES = re.compile(r"date|time|publish|posted", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif|edit", re.IGNORECASE)
_MOST_SHOWN = 12
# English writes the month first in America and last elsewhere; no other language of the news writes it first.
_MONTH_FIRST_TAGS = re.compile(r"^en[-_](?:us|ph)", re.IGNORECASE)
_MONTH_FIRST_HOSTS = (".us", ".gov", ".mil", ".ph")
_DAY_FIRST_HOSTS = (".uk", ".ie", ".in", ".au", ".nz", ".za", ".pk", ".ng", ".ke", ".gh", ".bd", ".lk", ".my", ".sg", ".eu")
# Blocks behind the headline, and before it, in which a page tells its day.
_BEHIND, _BEFORE = 12, 3
_RUNNING = 2
_HEAD_CHARS = 160
_DATE_LINE_WORDS = 14
# htmldate is 13 ms on an average page and 2 s on its worst.
_SEARCH_SECONDS = 2.5
_SEARCH_CHARS = 1_000_000
_FIRST_OF_JANUARY = re.compile(r"\b(?:1(?:st)? jan|jan(?:uary)?\.? 1(?:st)?\b|0?1([-./])0?1\1\d{4}|\d{4}([-./])01\2 ?01)", re.IGNORECASE)


def published_on(facts: Facts, root: Any, url: str | None, text: str) -> Day | None:
    """The day of publication, with time and offset where the source of the date gives both.

    `text` is the page that `root` was parsed from.
    """
    month_first = _order(facts, url)
    stated = [day for value in _stated(facts, root) if (day := read_day(value, month_first=month_first))]
    address = _in_address(url)
    if stated:
        return _local(stated, address, root, text, month_first)
    return (
        address
        or next(_timed_behind_headline(facts, root), None)
        or next(_beside_headline(facts, month_first), None)
        or next((day for value in _IN_SCRIPT.findall(text) if (day := read_day(value.replace("\\", ""), month_first=month_first))), None)
        or _searched(text, url, month_first)
    )


def _order(facts: Facts, url: str | None) -> bool | None:
    """Whether 03/04/2020 is in March; None where the page does not say whose English it is written in."""
    language = (facts.language or "").strip().lower()
    host = (urlsplit(url or "").hostname or "").lower()
    if _MONTH_FIRST_TAGS.match(language) or host.endswith(_MONTH_FIRST_HOSTS):
        return True
    return False if host.endswith(_DAY_FIRST_HOSTS) or (language and language != "en") else None


def _local(stated: list[Day], address: Day | None, root: Any, text: str, month_first: bool | None) -> Day:
    """The page's own day, where it states a time in UTC that falls on another.

    Evening in New York is the next day in UTC: "on Thursday" is counted from the day on the page. Its other
    moments tell how its clock goes; where there are none, a day that it shows does.
    """
    first = stated[0]
    if not first.value.endswith("+00:00"):
        return first
    shown = [day for value in _shown(root) if (day := read_day(value, month_first=month_first))]
    evidence = [day for day in (address, *stated, *shown) if day and not day.value.endswith("+00:00")]
    moment = datetime.fromisoformat(first.value)
    possible = {(moment + timedelta(hours=hours)).date().isoformat() for hours in _OFFSETS}
    near = [day.value[:10] for day in evidence if day.value[:10] in possible]
    if first.value[:10] in near:
        return first
    offset = _page_offset(text)
    if offset or not near:
        return Day(moment.astimezone(offset).isoformat() if offset else first.value)
    return Day(near[0])


def _page_offset(text: str) -> timezone | None:
    """The offset from UTC that the moments in a page's markup have most often; None where they have none."""
    found = Counter(match.groups() for match in islice(_OFFSET.finditer(text), _MOST_OFFSETS))
    times = {(sign, int(hours), int(minutes)): n for (sign, hours, minutes), n in found.items() if int(hours) or int(minutes)}
    best = max(times, key=lambda offset: times[offset], default=None)
    if best is None or times[best] < _LEAST_OFFSETS or best[1] > 14 or best[2] > 59:
        return None
    return timezone((1 if best[0] == "+" else -1) * timedelta(hours=best[1], minutes=best[2]))


def _shown(root: Any) -> list[str]:
    """The dates that a reader sees, in the elements made for them."""
    found = []
    for element in root.iter("time", "span", "p", "div", "li"):
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if (element.tag == "time" or _DATE_NAMES.search(names)) and not _CHANGED.search(names):
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


def _timed_behind_headline(facts: Facts, root: Any) -> Iterator[Day]:
    """The moments that the `time` elements behind the headline carry for machines ("1 minute ago" is for readers)."""
    behind = False
    for element in root.iter("h1", "h2", "time", "p"):
        if element.tag == "time":
            if behind and (day := read_day(element.get("datetime"))):
                yield day
        elif element.tag == "p":
            if behind and is_running(visible(element.text_content()[:_HEAD_CHARS * 4])):
                return
        elif not behind:
            behind = _is_headline(visible(element.text_content())[:400], facts) > 1


def _is_headline(said: str, facts: Facts) -> int:
    """How many characters a heading has that says what the page's title says; 0 for another heading."""
    titles = [t for t in (facts.meta("og:title"), facts.page_title) if t]
    return max((len(said) if alike(said, t) >= 0.8 and len(words(said)) > 1 else 0 for t in titles), default=0)


def _beside_headline(facts: Facts, month_first: bool | None) -> Iterator[Day]:
    """The days in the short lines around the headline, those behind it first; one of a change last."""
    texts, at = _headline_at(facts)
    lines = [*_until_text(texts[at + 1 : at + 1 + _BEHIND]), *reversed(texts[max(0, at - _BEFORE) : at])] if at >= 0 else []
    found = [(bool(_CHANGED.search(line)), day) for line in lines if (day := _day_of_line(line, month_first))]
    return (day for _, day in sorted(found, key=lambda f: f[0]))


def _until_text(texts: list[str]) -> Iterator[str]:
    """The short lines up to the second paragraph of running text: the first may be the standfirst."""
    running = 0
    for text in texts:
        running += is_running(text)
        if running == _RUNNING:
            return
        if len(text) <= _HEAD_CHARS:
            yield text


def _headline_at(facts: Facts) -> tuple[list[str], int]:
    """The blocks' texts, and which is the headline: the heading that shares most words with the page's title; -1 for none.

    Of equal ones the last: the first stands in a bar that follows the reader down the page.
    """
    best, at = 2, -1
    for i, block in enumerate(facts.blocks):
        if "heading" in block.marks or block.text in facts.headings:
            like = _is_headline(block.text[:400], facts)
            if like >= best:
                best, at = like, i
    return [b.text for b in facts.blocks], at


def _day_of_line(line: str, month_first: bool | None) -> Day | None:
    """The first day of a line that is there to tell it."""
    found = next(iter(dates_in(line, month_first=month_first)), None)
    if found is None:
        return None
    return found.day if len(words(line[: found.start] + line[found.end :])) <= _DATE_LINE_WORDS else None


def _in_address(url: str | None) -> Day | None:
    match = _IN_PATH.search(urlsplit(url or "").path)
    if match is None:
        return None
    month, day = match["m"] or match["m8"], match["d"] or match["d8"]
    return read_day(f"{match['y']}-{month}-{day}" if month.isdigit() else f"{day} {month} {match['y']}")


def _searched(text: str, url: str | None, month_first: bool | None) -> Day | None:
    from htmldate import find_date

    try:
        with deadline(_SEARCH_SECONDS):
            found = read_day(find_date(text[:_SEARCH_CHARS], url=url, original_date=True), month_first=month_first)
    except TooSlow:
        return None
    except Exception:  # it reads whatever looks like a date in markup that nobody checked
        return None
    # it makes a first of January of a bare year, which may be that of a copyright
    return None if found and found.value.endswith("-01-01") and not _FIRST_OF_JANUARY.search(text) else found
