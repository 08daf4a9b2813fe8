"""The tables of articles, of their paragraphs and sentences, of actors and of the words that name them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from rapporteur.exchange.cells import sentence_of
from rapporteur.exchange.tables.column import ARTICLE_ID, OF_ARTICLE, SEVERAL, Column, Context, Table, joined
from rapporteur.record import Actor, Extent, Mention, Record


class _Unit(NamedTuple):
    unit: str
    number: int
    extent: Extent


class _Mentioned(NamedTuple):
    actor: Actor
    number: int
    mention: Mention


def _units(record: Record) -> Iterator[_Unit]:
    for unit, extents in (("paragraph", record.article.paragraphs), ("sentence", record.article.sentences)):
        yield from (_Unit(unit, n, extent) for n, extent in enumerate(extents, 1))


def _mentioned(record: Record) -> Iterator[_Mentioned]:
    return (_Mentioned(actor, n, mention) for actor in record.actors for n, mention in enumerate(actor.mentions, 1))


def _cow(context: Context, actor: Actor) -> int | None:
    return context.codes.cow(actor.country) if actor.country else None


ARTICLES = Table(
    "articles", "One row an article: where it comes from, its text, and what read it", ("article_id",), (), lambda record: [record],
    (
        ARTICLE_ID,
        Column("url", "string", "Address of the article", "text", lambda c, _: c.article.url),
        Column("outlet", "string", "Who published the article", "text", lambda c, _: c.article.outlet),
        Column("title", "string", "Title of the article; it is no part of the text", "text", lambda c, _: c.article.title),
        Column("authors", "string", "Who wrote the article", f"names; {SEVERAL}", lambda c, _: joined(c.article.authors)),
        Column("published", "string", "When it was published", "ISO date, or date-time with its offset", lambda c, _: c.article.published),
        Column("published_day", "date", "Day of publication", "ISO date", lambda c, _: c.article.published and c.article.published[:10]),
        Column("language", "string", "Language of the article", "ISO 639-1", lambda c, _: c.article.language),
        Column("text", "string", "The body of the article; offsets count its code points from 0", "text", lambda c, _: c.article.text),
        Column("flags", "string", "What was odd about the input", f"words; {SEVERAL}", lambda c, _: joined(c.article.flags)),
        Column("sha256", "string", "Hash of the bytes that came in", "SHA-256, hexadecimal", lambda c, _: c.article.sha256),
        Column("text_sha256", "string", "Hash of the text in UTF-8", "SHA-256, hexadecimal", lambda c, _: c.article.text_sha256),
        Column("rapporteur", "string", "Version that read the article", "version", lambda c, _: c.record.manifest.rapporteur),
        Column("model", "string", "Model that read the article", "SHA-256, hexadecimal", lambda c, _: c.record.manifest.model),
        Column("knowledge", "string", "Tables that it was read with", "SHA-256, hexadecimal", lambda c, _: c.record.manifest.knowledge),
        Column("layers", "string", "What was read; a layer that is not named was not read", f"names; {SEVERAL}", lambda c, _: joined(c.record.manifest.layers)),
        Column("settings", "string", "Settings that it was read with", "JSON object", lambda c, _: json.dumps(c.record.manifest.settings, sort_keys=True, ensure_ascii=False)),
    ),
)  # fmt: skip

EXTENTS = Table(
    "extents", "One row a paragraph or sentence of a text", ("article_id", "unit", "number"), (OF_ARTICLE,), _units,
    (
        ARTICLE_ID,
        Column("unit", "string", "What the row holds", "paragraph | sentence", lambda _, x: x.unit),
        Column("number", "integer", "Its number in the text", "from 1", lambda _, x: x.number),
        Column("start", "integer", "Its first character", "code points from 0 into the text", lambda _, x: x.extent.start),
        Column("end", "integer", "The character after its last one", "code points from 0, exclusive", lambda _, x: x.extent.end),
    ),
)  # fmt: skip

ACTORS = Table(
    "actors", "One row an actor of an article", ("article_id", "actor_id"), (OF_ARTICLE,), lambda record: record.actors,
    (
        ARTICLE_ID,
        Column("actor_id", "string", "Id of the actor, unique within its article", "text", lambda _, a: a.id),
        Column("entity", "string", "Key in the registry, the same in all articles", "text; empty where it is not registered", lambda _, a: a.entity),
        Column("name", "string", "Full name", "text", lambda _, a: a.name),
        Column("kind", "string", "What kind of actor", "person | state | organisation | group | media | population", lambda _, a: a.kind),
        Column("country", "string", "Country of the actor", "ISO 3166 alpha-3", lambda _, a: a.country),
        Column("cow", "integer", "Country of the actor", "number of the Correlates of War", _cow),
        Column("sector", "string", "Sector of the actor", "PLOVER sector", lambda _, a: a.sector),
        Column("code", "string", "Actor code", "CAMEO actor code", lambda _, a: a.code),
        Column("role", "string", "Office held on the article's day", "text", lambda _, a: a.role),
        Column("wikidata", "string", "The actor in Wikidata", "Q and a number; only where a source file names it", lambda _, a: a.wikidata),
        Column("alt", "string", "Other names by which the article calls the actor", f"names; {SEVERAL}", lambda _, a: joined(a.alt)),
    ),
)  # fmt: skip

MENTIONS = Table(
    "mentions", "One row a place where an article refers to an actor", ("article_id", "actor_id", "mention"),
    (OF_ARTICLE, (("article_id", "actor_id"), "actors")), _mentioned,
    (
        ARTICLE_ID,
        Column("actor_id", "string", "Id of the actor", "an actor_id of the same article", lambda _, m: m.actor.id),
        Column("mention", "integer", "Number of the mention", "from 1 for each actor", lambda _, m: m.number),
        Column("form", "string", "How it refers to the actor", "name | nominal | pronoun", lambda _, m: m.mention.form),
        Column("field", "string", "Where the words stand", "text | title", lambda _, m: m.mention.field),
        Column("start", "integer", "First character", "code points from 0 into the text or title", lambda _, m: m.mention.start),
        Column("end", "integer", "Character after the last one", "code points from 0, exclusive", lambda _, m: m.mention.end),
        Column("sentence", "integer", "Sentence of the text where it stands", "from 1; empty in the title", lambda c, m: sentence_of(c.article, [m.mention])),
        Column("words", "string", "The words", "text", lambda _, m: m.mention.words),
    ),
)  # fmt: skip
