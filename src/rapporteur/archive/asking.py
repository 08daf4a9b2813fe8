"""Whom a question means: the linked actors that a name, a country, a code or a key of the registry stands for."""

from __future__ import annotations

from rapporteur.archive.store import Archive
from rapporteur.knowledge.states import state_named


def whose(archive: Archive, phrase: str) -> list[str]:
    """The keys of the linked actors that a phrase means: by key, by name or part of a name at whole words, by CAMEO code, and for a country
    (its name or ISO code) all who act for it."""
    state = state_named(phrase)
    country = state.iso3 if state is not None else phrase.upper() if len(phrase) == 3 else ""
    query = """
        SELECT DISTINCT who FROM who
        WHERE who = lower($phrase) OR entity = $phrase OR code = upper($phrase) OR (country = $country AND sector IN ('GOV', 'MIL', 'COP', 'SPY', 'LEG', 'JUD'))
           OR regexp_matches(lower(strip_accents(name)), '(^|\\W)' || regexp_escape(lower(strip_accents($phrase))) || '(\\W|$)')
        ORDER BY who
    """
    return [who for (who,) in archive.sql(query, {"phrase": phrase, "country": country}).fetchall()]
