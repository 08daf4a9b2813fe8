"""The tables of an archive: their columns with types (DuckDB's) and meanings. The codebook is made from this."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """Name, type and meaning."""

    name: str
    type: str
    meaning: str


def _columns(text: str) -> tuple[Column, ...]:
    rows = [line.split(None, 2) for line in text.strip().splitlines()]
    return tuple(Column(*row) for row in rows)


_KEYS = _columns("""
article    VARCHAR  key of the article in the archive
generation VARCHAR  what read it: a hash of version, model, tables and settings
""")
_WORDS = _columns("""
field      VARCHAR  where the words stand: text or title
char_start INTEGER  first character (code points from 0)
char_end   INTEGER  character behind the last
""")
_CONFIDENCE = _columns("confidence DOUBLE share of lines right among held-out ones of like score, 0 to 1")
_TIME = _columns("""
date_start     DATE     first day, inclusive; empty where open or unknown
date_end       DATE     last day, inclusive; empty where open or unknown
date_precision VARCHAR  hour, day, week, month, season, quarter, year or decade
date_relation  VARCHAR  on, by, since, until, about, before or after
""")

TABLES: dict[str, tuple[Column, ...]] = {
    "articles": (*_KEYS, *_columns("""
id          VARCHAR  the article's own id
url         VARCHAR  its address
outlet      VARCHAR  who published it
title       VARCHAR  its headline
published   VARCHAR  day, or day and time with offset, as given
day         DATE     day of publication
language    VARCHAR  ISO 639-1
words       INTEGER  words of the text
sha256      VARCHAR  hash of the bytes that came in
text_sha256 VARCHAR  hash of the text
record      VARCHAR  the whole record as JSON, byte for byte
""")),
    "actors": (*_KEYS, *_columns("""
actor    VARCHAR   id of the actor in its article
entity   VARCHAR   key in the registry
name     VARCHAR   full name
kind     VARCHAR   person, state, organisation, group, media or population
country  VARCHAR   ISO 3166 alpha-3
sector   VARCHAR   PLOVER sector
code     VARCHAR   CAMEO actor code
role     VARCHAR   office held on the article's day
wikidata VARCHAR   Wikidata id, only from a source file
members  VARCHAR[] ids of the actors that make up a group
mentions INTEGER   how often the article refers to it
"""), *_WORDS),
    "statements": (*_KEYS, *_columns("""
statement VARCHAR   id of the statement in its article
speakers  VARCHAR[] ids of the actors who say it; empty where nobody is named
audience  VARCHAR[] ids of the actors addressed
mode      VARCHAR   direct, indirect or mixed
act       VARCHAR   what the attributing words do: say, accuse, deny, ask ...
polarity  VARCHAR   affirmed or negated
said_start DATE     first day on which it was said
said_end   DATE     last day on which it was said
inside    VARCHAR   id of the statement that it stands in
source    VARCHAR   words for the source
cue       VARCHAR   the attributing words
content   VARCHAR   what is said, pieces joined by an ellipsis
"""), *_WORDS, *_CONFIDENCE),
    "events": (*_KEYS, *_columns("""
event       VARCHAR   id of the event in its article
type        VARCHAR   PLOVER type of the act itself
mode        VARCHAR   PLOVER mode
contexts    VARCHAR[] PLOVER contexts
source      VARCHAR[] ids of the actors who do it
target      VARCHAR[] ids of the actors to whom it is done
symmetric   BOOLEAN   whether both sides do it to each other
reality     VARCHAR   happened, ongoing, planned, hypothetical or denied, as its author presents it
status      VARCHAR   claimed where only statements vouch for it, else the reality
asserted_by VARCHAR[] who vouches: narrator, or ids of statements
plover      VARCHAR   class by PLOVER's own rules; empty where hypothetical or denied
cameo       VARCHAR   CAMEO code of that class
quad        INTEGER   1 verbal and 2 material cooperation, 3 verbal and 4 material conflict
goldstein   DOUBLE    Goldstein score of the CAMEO code, -10 to 10
"""), *_TIME, *_columns("""
place        VARCHAR  name of the place
place_type   VARCHAR  country, admin1, city, site or region
place_country VARCHAR ISO 3166 alpha-3 of the place
admin1       VARCHAR  first-level division of the place
lat          DOUBLE   degrees north
lon          DOUBLE   degrees east
geonameid    INTEGER  id in GeoNames
dead_min     INTEGER  at least so many people killed
dead_max     INTEGER  at most so many people killed
injured_min  INTEGER  at least so many people hurt
injured_max  INTEGER  at most so many people hurt
arrested_min INTEGER  at least so many people taken
arrested_max INTEGER  at most so many people taken
trigger      VARCHAR  the words that name the act, where it is told first
sentence     VARCHAR  the sentence of these words
mentions     INTEGER  in how many places the article tells it
"""), *_WORDS, *_CONFIDENCE),
    "positions": (*_KEYS, *_columns("""
position VARCHAR   id of the position in its article
actor    VARCHAR   id of the actor who holds it
stance   VARCHAR   for, against or conditional
issue    VARCHAR   the words for what is at stake
basis    VARCHAR[] ids of the statements or events it rests on
"""), *_WORDS, *_CONFIDENCE),
    "disputes": (*_KEYS, *_columns("""
dispute  VARCHAR  id of the dispute in its article
question VARCHAR  what is in question
"""), *_CONFIDENCE),
    "sides": (*_KEYS, *_columns("""
dispute VARCHAR   id of the dispute in its article
side    INTEGER   number of the side, from 1
claim   VARCHAR   its account
held_by VARCHAR[] ids of the actors who hold it; empty where the narrator or nobody named does
basis   VARCHAR[] ids of the statements or events it rests on
""")),
    "plans": (*_KEYS, *_columns("""
plan  VARCHAR   id of the plan in its article
what  VARCHAR   what is to happen
who   VARCHAR[] ids of the actors by whom
"""), *_TIME, *_columns("""
place         VARCHAR name of the place
place_country VARCHAR ISO 3166 alpha-3 of the place
basis         VARCHAR[] ids of the statements or events it rests on
"""), *_WORDS, *_CONFIDENCE),
    "fingerprints": (*_KEYS, *_columns("hash UBIGINT hash of three words in a row of the text, of all hashes those that divide evenly (see duplicates)")),
}
