"""An actor: whoever says or does something in an article, or has something done to it."""

from __future__ import annotations

from typing import Literal

import msgspec

from rapporteur.record.span import Span

Kind = Literal["person", "state", "organisation", "group", "media", "population"]
Form = Literal["name", "nominal", "pronoun"]
SECTORS = (
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED",
    "MIL", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
)  # fmt: skip


class Mention(Span, frozen=True, omit_defaults=True, kw_only=True):
    """A span that refers to an actor, and the form it takes."""

    form: Form


class Actor(msgspec.Struct, frozen=True):
    """`alt` are the other names by which the article calls the actor; `entity` is a key of the registry; `country` is ISO 3166 alpha-3; `sector` PLOVER's; `code` CAMEO's; `role` the office held on the article's day."""

    id: str
    entity: str | None
    name: str
    kind: Kind
    members: list[str]
    country: str | None
    sector: str | None
    code: str | None
    role: str | None
    wikidata: str | None
    mentions: list[Mention]
    alt: list[str] = []
