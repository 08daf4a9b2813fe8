"""Sectors of descriptions."""

import pytest

from rapporteur.knowledge.sectors import sector_of


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("soldiers", "MIL"),
        ("an intelligence officer", "SPY"),
        ("a senior police officer", "COP"),
        ("a paramilitary group", "PRM"),
        ("a drug smuggling gang", "CRM"),
        ("opposition leaders", "OPP"),
        ("Muslim leaders", "REL"),
        ("river police", "COP"),
        ("the ruling junta", "GOV"),
        ("a breakaway republic", "PRE"),
        ("a partially recognised state", "PRE"),
        ("dock workers", "LAB"),
        ("aid workers", "SOC"),
        ("three men", "UNK"),
        ("the wheelbarrow", None),
        ("", None),
    ],
)
def test_a_description_has_the_sector_of_what_tells_most(words, sector):
    assert sector_of(words.split()) == sector
