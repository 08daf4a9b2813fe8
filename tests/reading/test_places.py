"""Which place a name means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.reading.places import candidates_of, distance_km, home_of, resolve_places


def resolve(text: str, name: str, **given):
    start = text.index(name)
    (place,) = resolve_places(text, [(start, start + len(name))], **given)
    return place


def test_what_stands_beside_a_name_settles_it():
    assert resolve("The fire broke out in Paris, Texas, before dawn.", "Paris").admin1 == "Texas"
    assert resolve("A court in Cambridge, Mass., heard the case.", "Cambridge").admin1 == "Massachusetts"
    assert resolve("The mayor of London, Ontario, resigned.", "London").country == "CAN"
    assert resolve("The envoy flew from Paris to Bonn.", "Paris").country == "FRA"


def test_the_countries_that_an_article_speaks_of_settle_a_name():
    text = "Lebanon's army shelled a suburb of Tripoli. The Lebanese cabinet met in Beirut, and Lebanese hospitals were full."
    assert resolve(text, "Tripoli").country == "LBN"
    assert resolve("Libyan rebels held Tripoli. Libya's parliament fled.", "Tripoli").country == "LBY"


def test_an_outlet_speaks_of_home():
    assert resolve("A tram line in Newcastle reopened.", "Newcastle", home="AUS").country == "AUS"


def test_a_state_comes_before_a_town():
    assert resolve("Niger closed its border.", "Niger").type == "country"


def test_georgia_is_where_the_article_is():
    assert resolve("Peanuts from Georgia and Texas were recalled across the United States, the US agency said.", "Georgia").country == "USA"
    assert resolve("Georgia and Armenia reopened the crossing.", "Georgia").country == "GEO"


def test_one_name_means_one_place_in_an_article():
    text = "Police in Birmingham, Alabama, made an arrest. Birmingham has few such cases."
    first = text.index("Birmingham")
    second = text.rindex("Birmingham")
    a, b = resolve_places(text, [(first, first + 10), (second, second + 10)])
    assert a == b
    assert a.admin1 == "Alabama"


@pytest.mark.parametrize(("name", "place"), [("Kenyan", "Kenya"), ("northern Mali", "Mali"), ("Aleppo province", "Aleppo"), ("Oaxaca's", "Oaxaca"), ("Manila Cathedral", "Manila"), ("Mass.", "Massachusetts")])
def test_a_name_is_looked_up_by_what_it_is_about(name, place):
    assert candidates_of(name)[0].name == place


def test_a_name_that_nobody_bears_is_nowhere():
    assert resolve("They met in Qwertzuiop.", "Qwertzuiop") is None


@pytest.mark.parametrize(("url", "outlet", "home"), [("https://news.example.co.uk/a", None, "GBR"), ("https://example.com/a", None, None), ("https://example.tv/a", None, None), (None, "Le Monde", "FRA"), (None, None, None)])
def test_the_home_of_an_outlet_is_told_by_name_or_domain(url, outlet, home):
    assert home_of(url, outlet) == home


def test_distances_are_those_of_the_globe():
    assert distance_km((0, 0), (0, 180)) == pytest.approx(20_015, abs=2)
    assert distance_km((52.5, 13.4), (48.9, 2.35)) == pytest.approx(878, abs=15)


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_stretch_of_any_text_is_resolved(text, a, b):
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    assert len(resolve_places(text, [(start, end)])) == 1
