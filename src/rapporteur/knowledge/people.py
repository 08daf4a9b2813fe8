"""What the words around a name say of a person: offices, titles, given names."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapporteur.knowledge.tables import own_rows, read_table


class Office(NamedTuple):
    """An office or role by its canonical name, PLOVER `sector` and `gender` ("m", "f" or ""), where known."""

    name: str
    sector: str | None
    gender: str


@lru_cache(maxsize=1)
def _offices() -> dict[str, Office]:
    own: dict[str, Office] = {}
    for row in own_rows("roles.tsv"):
        for word in (row["role"], row["plural"]):
            own.setdefault(word.casefold(), Office(row["role"].casefold(), row["sector"] or None, ""))
    own.pop("", None)
    shipped: dict[str, Office] = {}
    for row in read_table("offices.tsv"):
        shipped.setdefault(row["office"].casefold(), Office(row["canonical"] or row["office"].casefold(), row["sector"] or None, row["gender"]))
    return shipped | own


def office_of(words: list[str]) -> tuple[Office, int] | None:
    """The office that a run of words ends with, and how many words name it: the longest ("the Russian foreign
    minister": foreign minister, 2). Plurals count ("ministers")."""
    lowered = [w.casefold().removesuffix("'s").removesuffix("’s") for w in words]
    for length in range(min(5, len(lowered)), 0, -1):
        phrase = " ".join(lowered[-length:])
        singular = phrase[:-3] + "man" if phrase.endswith("men") else phrase.removesuffix("s")
        for form in (phrase, singular):
            if form in _offices():
                return _offices()[form], length
    return None


def honorific_gender(word: str) -> str | None:
    """The gender of a title before a name ("Mrs": f, "Dr": ""), None where the word is no title."""
    return _honorifics().get(word.casefold().rstrip("."))


@lru_cache(maxsize=1)
def _honorifics() -> dict[str, str]:
    return {row["title"].casefold(): row["gender"] for row in read_table("honorifics.tsv")}


@lru_cache(maxsize=1)
def _given() -> dict[str, str]:
    return {row["name"].casefold(): row["gender"] for row in read_table("given_names.tsv")}


def given_name_gender(word: str) -> str | None:
    """The gender of a given name ("m", "f", "u" for either), None where it is not known as one."""
    return _given().get(word.casefold())
