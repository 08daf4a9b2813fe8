"""CAMEO actor codes: three letters of a country or kind of body, then three for each role."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapporteur.knowledge.states import state_of_code
from rapporteur.knowledge.tables import read_table

# what CAMEO calls the sectors that PLOVER names otherwise or added; "" where it has none
_CAMEO_ROLES = {"JRN": "MED", "MED": "HLH", "PRM": "UAF", "PRE": "SEP", "SOC": "CVL", "UNK": ""}
NOBODY = "---"


class Coded(NamedTuple):
    """What a code says: ISO `country`, or UNO, EUR or IGO for a body of several states, and PLOVER `sector`; None where
    it says nothing."""

    country: str | None
    sector: str | None


def actor_code(country: str | None, sector: str | None) -> str | None:
    """The CAMEO code of an actor ("GBRGOV") from its ISO country and PLOVER sector; None where neither is known."""
    role = _CAMEO_ROLES.get(sector, sector) if sector else ""
    return f"{country or ''}{role}" or None


def pseudo_country(code: str) -> str:
    """What PLOVER writes for the country of a body of several states: UNO, EUR or IGO."""
    return "UNO" if code.startswith("IGOUNO") else "EUR" if code.startswith("IGOEUREEC") else "IGO"


@lru_cache(maxsize=1)
def _roles() -> dict[str, str]:
    return {row["code"]: row["sector"] for row in read_table("cameo_roles.tsv")}


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {row["code"]: row["iso3"] for row in read_table("cameo_countries.tsv")}


@lru_cache(maxsize=4_096)
def split_code(code: str) -> Coded:
    """Country and sector of a CAMEO code: the first country and the first role in it, whichever comes before. Regions,
    creeds of peoples and names of single bodies say neither."""
    if code == NOBODY:
        return Coded(None, None)
    parts = [code[i : i + 3] for i in range(0, len(code), 3)]
    sector = next((_roles()[p] for p in parts if p in _roles() and p not in ("NGO", "MNC", "IMG")), None) or next((_roles()[p] for p in parts if p in _roles()), None)
    if parts[0] == "IGO":
        return Coded(pseudo_country(code), sector)
    country = next((iso for p in parts if (iso := _countries().get(p) or (p if state_of_code(p) else None))), None)
    return Coded(country, sector)
