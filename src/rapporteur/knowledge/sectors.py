"""The PLOVER sector of a description, from its nouns and adjectives: "cyber police", "a smuggling gang", "Muslim leaders"."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from rapporteur.knowledge.people import office_of
from rapporteur.knowledge.tables import read_table

# heads that say little of a sector, so that what stands before or behind them decides
_GENERAL = frozenset(
    ["agency", "agent", "agents", "alliance", "body", "bloc", "boss", "branch", "camp", "cell", "chief", "chiefs", "commander", "commanders", "confederation", "confederations", "element", "elements", "employee", "employees", "expert", "figure", "figures", "force", "forces", "group", "groups", "guard", "head", "heads", "leader", "leaders", "man", "member", "members", "men", "movement", "network", "office", "officer", "officers", "official", "officials", "organisation", "organisations", "organization", "organizations", "people", "person", "persons", "post", "representative", "representatives", "ring", "service", "services", "source", "sources", "spokesman", "spokesperson", "spokeswoman", "staff", "station", "stronghold", "supporter", "supporters", "sympathisers", "team", "teams", "unit", "units", "wing", "women", "youths", "worker", "workers"]
)
_SPECIFIC_FIRST = frozenset(["PRE", "ELI"])


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    return {row["word"]: row["sector"] for row in read_table("sector_words.tsv")}


def sector_of(words: list[str]) -> str | None:
    """The sector of the noun phrase up to its head ("national", "intelligence", "agency", "officer": SPY), None where
    none of its words tells."""
    lowered = [w.casefold().removesuffix("'s").removesuffix("’s") for w in words]
    if not lowered:
        return None
    pairs = [*lowered, *(f"{a} {b}" for a, b in pairwise(lowered))]
    first = next((s for w in pairs if (s := _words().get(w)) in _SPECIFIC_FIRST), None)
    if first:
        return first
    found = office_of(words)
    if found and found[0].sector and (found[1] > 1 or lowered[-1] not in _GENERAL):
        return found[0].sector
    if lowered[-1] in _words() and lowered[-1] not in _GENERAL:
        return _words()[lowered[-1]]
    for at in range(len(lowered) - 2, -1, -1):
        if lowered[at] in _words():
            return _words()[lowered[at]]
        office = office_of(words[: at + 1])
        if office and office[0].sector and office[1] > 1:
            return office[0].sector
    return found[0].sector if found and found[0].sector else _words().get(lowered[-1])
