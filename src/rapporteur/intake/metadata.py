"""What an HTML page says of itself: title, authors, outlet, language, address."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any
from urllib.parse import urlsplit

import msgspec

from rapporteur.intake.article import visible
from rapporteur.intake.authors import copyright_holder, is_byline, people
from rapporteur.intake.dom import Block, page_blocks
from rapporteur.intake.linked_data import article_objects, names_of, text_of
from rapporteur.intake.titles import alike, parts_of, without_site, words

_TITLE_CHARS = 400
_LEAST_HEADING = 3  # words
_OUTLET_WORDS = 5
_COPYRIGHT_CHARS = 200
_BYLINE_REACH = 8  # blocks behind the headline
_BYLINE = re.compile(r"\b(?:by-?line|authors?|writer|reporter)(?:[-_]?(?:name|link))?\b|article[-_]?author|author[-_]?name", re.IGNORECASE)
_SITE_DOMAIN_PARTS = frozenset(["www", "m", "mobile", "amp", "news", "edition", "en", "feeds", "rss", "rssfeeds"])


class Facts(msgspec.Struct, kw_only=True):
    """The statements of a page's head and markup, not yet weighed, and its blocks."""

    metas: dict[str, list[str]]
    linked: list[dict[str, Any]]
    headings: list[str]
    page_title: str
    language: str | None
    canonical: str | None
    blocks: list[Block]

    def meta(self, *names: str) -> str | None:
        """The first value of the first of the names that has one."""
        return next((value for name in names for value in self.metas.get(name, []) if value), None)


def facts_of(root: Any) -> Facts:
    """The facts of a parsed page."""
    metas: dict[str, list[str]] = defaultdict(list)
    for meta in root.iter("meta"):
        content = visible(meta.get("content") or "")[:2_000]
        for key in ("property", "name", "itemprop"):
            if (name := meta.get(key)) and content:
                metas[name.lower().strip()].append(content)
    blocks = page_blocks(root)
    scripts = [s.text for s in root.iter("script") if s.text and "ld+json" in (s.get("type") or "").lower()]
    title = root.find(".//title")
    page_title = visible(title.text_content())[:_TITLE_CHARS] if title is not None else ""
    canonical = next((link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"), None)
    return Facts(
        metas=dict(metas),
        linked=article_objects(scripts[:50]),
        headings=[text for h in root.iter("h1") if (text := visible(" ".join(h.itertext())))][:8] or _set_as_heading(blocks, page_title),
        page_title=page_title,
        blocks=blocks,
        language=root.get("lang") or (metas.get("og:locale") or metas.get("language") or [None])[0],  # type: ignore[list-item]
        canonical=canonical,
    )


def _set_as_heading(blocks: list[Block], page_title: str) -> list[str]:
    """The line of a page without headings that its title repeats; the longest, for the other is the name of the site."""
    said = {" ".join(words(part)) for part in parts_of(page_title) if len(words(part)) >= _LEAST_HEADING}
    repeated = [b.text for b in blocks if len(b.text) <= _TITLE_CHARS and " ".join(words(b.text)) in said] if said else []
    return [max(repeated, key=len)] if repeated else []


def outlet_of(facts: Facts, url: str | None) -> str | None:
    """The name of the site or its publisher: as the page's head has it, as the holder of its copyright, as the rest of
    its title; the domain where the page names none."""
    publisher = next((name for thing in facts.linked if (name := text_of(thing.get("publisher")))), None)
    name = facts.meta("og:site_name") or publisher or facts.meta("application-name", "dc.publisher", "publisher", "copyright-holder")
    if name and len(name) <= 80 and not name.lower().startswith(("http", "www.")):
        return visible(name)
    return _copyright_holder(facts) or _beside_headline(facts) or name_of_domain(url or address_of(facts))


def _copyright_holder(facts: Facts) -> str | None:
    lines = [b.text for b in facts.blocks if len(b.text) <= _COPYRIGHT_CHARS]
    return next((name for line in reversed(lines) if (name := copyright_holder(line))), None)


def _beside_headline(facts: Facts) -> str | None:
    """What the page's title has beside its headline, where that is short."""
    headline = words(facts.headings[0]) if facts.headings else []
    said = words(facts.page_title)
    parts = parts_of(facts.page_title)
    found = [p for p in parts if headline and len(words(p)) <= _OUTLET_WORDS and (words(p) + headline == said or headline + words(p) == said)]
    return found[0] if found else None


def name_of_domain(url: str | None) -> str | None:
    """The host of an address without "www."."""
    host = (urlsplit(url or "").hostname or "").lower()
    return host.removeprefix("www.") or None


def address_of(facts: Facts) -> str | None:
    """Where the page says that it stands."""
    for value in (facts.canonical, facts.meta("og:url")):
        if value and re.match(r"https?://[^/\s]+/", value):
            return value[:2_000]
    return None


def title_of(facts: Facts, outlet: str | None, url: str | None) -> str | None:
    """The headline: what the page calls its article, in the words of the heading that stands over it."""
    host = [part for part in (name_of_domain(url or address_of(facts)) or "").split(".") if part not in _SITE_DOMAIN_PARTS]
    sites = [name for name in (outlet, facts.meta("og:site_name"), ".".join(host), host[0] if host else None) if name]
    linked = next((name for thing in facts.linked if (name := text_of(thing.get("headline")))), None)
    stated = [
        without_site(value, sites=sites, headings=facts.headings)
        for value in (
            facts.meta("og:title"), linked,
            facts.meta("twitter:title", "dc.title", "headline", "title"), facts.page_title,
        ) if value
    ]  # fmt: skip
    for heading in facts.headings:
        if len(heading) <= _TITLE_CHARS and any(alike(heading, s) >= 0.6 for s in stated) and len(heading.split()) >= 2:
            return heading
    return next((s[:_TITLE_CHARS] for s in stated if s), None) or (facts.headings[0][:_TITLE_CHARS] if facts.headings else None)


def authors_of(facts: Facts, root: Any, outlet: str | None) -> list[str]:
    """The people that the page names as its authors: in its linked data, its head, or its byline."""
    for thing in facts.linked:
        if found := people(names_of(thing.get("author") or thing.get("creator")), outlet=outlet):
            return found
    metas = [v for name in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "dcterms.creator", "citation_author") for v in facts.metas.get(name, [])]
    if found := people([v for v in metas if "/" not in v], outlet=outlet):
        return found
    return people(_bylines(root), outlet=outlet)[:6] or people(_under_headline(facts), outlet=outlet)[:6]


def _under_headline(facts: Facts) -> list[str]:
    """The first line behind the headline that begins with "By"."""
    texts = [b.text for b in facts.blocks]
    at = next((i for i, text in enumerate(texts) if text in facts.headings), None)
    return [] if at is None else [text for text in texts[at + 1 : at + 1 + _BYLINE_REACH] if is_byline(text)][:1]


def _bylines(root: Any) -> list[str]:
    """The texts of the elements that are marked as saying who wrote."""
    found = []
    for element in root.iter("a", "span", "p", "div", "address", "li", "h3", "h4", "h5"):
        names = f"{element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('class') or ''}"
        if len(names) > 2 and _BYLINE.search(names):
            text = visible(" ".join(element.itertext()))
            if 3 <= len(text) <= 120:
                found.append(text)
                if len(found) >= 4:
                    break
    return found
