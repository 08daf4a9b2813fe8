"""CAMEO actor codes."""

import pytest

from rapporteur.knowledge.codes import actor_code, split_code


@pytest.mark.parametrize(
    ("code", "country", "sector"),
    [
        ("GBRGOV", "GBR", "GOV"),
        ("GBR", "GBR", None),
        ("GOV", None, "GOV"),
        ("TMPMIL", "TLS", "MIL"),
        ("IGOUNO", "UNO", None),
        ("IGOEUREEC", "EUR", None),
        ("IGOWSTNAT", "IGO", None),
        ("IGOUNOREFHCR", "UNO", "REF"),
        ("NGOGBRHRI", "GBR", "SOC"),
        ("NGO", None, "SOC"),
        ("MNCUSA", "USA", "BUS"),
        ("FRAMED", "FRA", "JRN"),
        ("FRAHLH", "FRA", "MED"),
        ("SYRREBMOS", "SYR", "REB"),
        ("---", None, None),
    ],
)
def test_a_code_says_country_and_sector(code, country, sector):
    assert split_code(code) == (country, sector)


def test_a_code_is_made_of_them():
    assert actor_code("FRA", "JRN") == "FRAMED"
    assert actor_code("FRA", "MED") == "FRAHLH"
    assert actor_code("FRA", "UNK") == actor_code("FRA", None) == "FRA"
    assert actor_code(None, "REB") == "REB"
    assert actor_code(None, None) is None
