"""An event: an interaction between political actors, with its parties, type, time and place, how real it is and who vouches for it."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from rapporteur.record.span import Span
from rapporteur.record.time import Time

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Reality = Literal["happened", "ongoing", "planned", "hypothetical", "denied"]
REALITY: tuple[Reality, ...] = get_args(Reality)
Status = Literal["claimed", "happened", "ongoing", "planned", "hypothetical", "denied"]
PlaceType = Literal["country", "admin1", "city", "site", "region"]


class Place(msgspec.Struct, frozen=True):
    """Where, as far as the words and the gazetteer say; degrees, and the id of GeoNames where it has one."""

    name: str
    type: PlaceType
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    span: Span | None = None


class Count(msgspec.Struct, frozen=True):
    """A number of people as an interval; None is an open end."""

    min: int | None
    max: int | None
    span: Span | None


class Counts(msgspec.Struct, frozen=True):
    """The people that an event killed, hurt or took, where the text counts them."""

    dead: Count | None = None
    injured: Count | None = None
    arrested: Count | None = None


class EventMention(msgspec.Struct, frozen=True):
    """One place where an event is told: its trigger, and the words for its parties, time and place."""

    trigger: list[Span]
    source: list[Span]
    target: list[Span]
    date: Span | None
    place: Span | None


class Coded(msgspec.Struct, frozen=True):
    """The class that PLOVER's own rules assign, and CAMEO's, with quad class (1 to 4) and Goldstein score (-10 to 10); all None
    where the event is hypothetical or denied."""

    plover: EventType | None
    cameo: str | None
    quad: int | None
    goldstein: float | None


class Event(msgspec.Struct, frozen=True):
    """One distinct event of the article, however often told.

    `type` names the act; `asserted_by` says who vouches for it: "narrator", or the ids of the statements it stands in; `status` is
    `claimed` where only statements vouch for something that happened or goes on, else the reality.
    """

    id: str
    type: EventType
    mode: str | None
    contexts: list[str]
    source: list[str]
    target: list[str]
    symmetric: bool
    reality: Reality
    asserted_by: list[str]
    status: Status
    coded: Coded | None
    date: Time | None
    place: Place | None
    counts: Counts | None
    mentions: list[EventMention]
    confidence: float


def status_of(reality: Reality, asserted_by: list[str]) -> Status:
    """What an event is to a reader who believes the narrator alone."""
    return "claimed" if "narrator" not in asserted_by and reality in ("happened", "ongoing") else reality
