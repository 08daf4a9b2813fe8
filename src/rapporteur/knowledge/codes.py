"""CAMEO actor codes: three letters of a country or kind of body, then three for each role."""

from __future__ import annotations

# what CAMEO calls the sectors that PLOVER names otherwise or added; "" where it has none
_CAMEO_ROLES = {"JRN": "MED", "MED": "HLH", "PRM": "UAF", "PRE": "SEP", "SOC": "CVL", "UNK": ""}


def actor_code(country: str | None, sector: str | None) -> str | None:
    """The CAMEO code of an actor ("GBRGOV") from its ISO country and PLOVER sector; None where neither is known."""
    role = _CAMEO_ROLES.get(sector, sector) if sector else ""
    return f"{country or ''}{role}" or None
