"""PLOVER and CAMEO: types, modes, quad classes, scores, and the class that PLOVER's rules assign to an act that has not happened yet.

Scores are PLOVER's own and Goldstein's. Two published lists of Goldstein's scores for CAMEO disagree on six codes: "phoenix", which is
used unless told otherwise, and "icews". data/plover.tsv and data/cameo.tsv hold all.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rapporteur.knowledge.tables import read_table
from rapporteur.record.event import Coded, EventType, Reality

GOLDSTEIN = ("phoenix", "icews")
_COLUMN = {"phoenix": "goldstein", "icews": "icews"}
# what is planned is no deed yet: a promise of good or a threat of ill (PLOVER manual)
_PROMISED = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
_THREATENED = {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
# CAMEO's codes for the intent to do an act of a type, and for the threat of one
_INTENT = {"CONSULT": "036", "SUPPORT": "032", "COOPERATE": "031", "AID": "033", "RETREAT": "035", "CONCEDE": "035"}
_THREAT = {"PROTEST": "133", "SANCTION": "1313", "MOBILIZE": "138", "COERCE": "132", "ASSAULT": "138"}


class _Entry(NamedTuple):
    quad: int
    score: float | None
    cameo: str


@cache
def _entries() -> dict[tuple[str, str | None], _Entry]:
    return {
        (r["type"], r["mode"] or None): _Entry(int(r["quad"]), float(r["score"]) if r["score"] else None, r["cameo"]) for r in read_table("plover.tsv")
    }


@cache
def _modes() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for type_, mode in _entries():
        out[type_] = out.get(type_, ()) + ((mode,) if mode else ())
    return out


MODES: dict[str, tuple[str, ...]] = _modes()
TYPES: tuple[str, ...] = tuple(MODES)


def coded_of(type_: EventType, mode: str | None, reality: Reality) -> Coded:
    """The class of an act of this type, mode and reality; without any for what is hypothetical or denied."""
    if reality in ("hypothetical", "denied"):
        return Coded(None, None, None, None)
    if reality == "planned":
        if type_ == "RETREAT" and mode == "withdraw":
            return _coded("CONCEDE", "035")
        if type_ in _PROMISED:
            return _coded("AGREE", _INTENT.get(type_, "030"))
        if type_ in _THREATENED:
            return _coded("THREATEN", _THREAT[type_])
    return _coded(type_, (_entries().get((type_, mode)) or _entries()[type_, None]).cameo)


def _coded(type_: EventType, cameo: str) -> Coded:
    return Coded(type_, cameo, _entries()[type_, None].quad, goldstein_of(cameo))


@cache
def _goldstein(table: str) -> dict[str, float]:
    return {r["code"]: float(r[_COLUMN[table]]) for r in read_table("cameo.tsv")}


def goldstein_of(cameo: str, table: str = "phoenix") -> float:
    """Goldstein's score of a CAMEO code (-10 to 10) in one of the tables of GOLDSTEIN; a code that the table lacks has its parent's."""
    scores = _goldstein(table)
    return next(scores[cameo[:n]] for n in range(len(cameo), 1, -1) if cameo[:n] in scores)


def score_of(type_: str, mode: str | None = None) -> float | None:
    """PLOVER's conflict-cooperation score of a type and mode; of the type where the mode has none."""
    entry = _entries().get((type_, mode))
    return entry.score if entry is not None and entry.score is not None else _entries()[type_, None].score
