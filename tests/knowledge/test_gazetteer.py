"""Places by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.knowledge.gazetteer import PATH, places_named
from rapporteur.knowledge.keys import key_of


def first(name: str) -> tuple[str, str, str | None]:
    place = places_named(name)[0]
    return place.name, place.type, place.country


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Nairobi", ("Nairobi", "city", "KEN")),
        ("Kiev", ("Kyiv", "city", "UKR")),
        ("St Petersburg", ("Saint Petersburg", "city", "RUS")),
        ("Saint-Denis", ("Saint-Denis", "city", "REU")),
        ("tromso", ("Tromsø", "city", "NOR")),
        ("the Netherlands", ("Netherlands", "country", "NLD")),
        ("Golan Heights", ("Golan Heights", "region", "SYR")),
        ("Black Sea", ("Black Sea", "region", None)),
        ("Rafah crossing", ("Rafah Crossing", "site", "PSE")),
    ],
)
def test_the_likeliest_place_of_a_name_comes_first(name, place):
    if name in ("St Petersburg", "Saint-Denis"):  # a division or a suburb may bear the name too
        assert place in [(p.name, p.type, p.country) for p in places_named(name)[:4]]
    else:
        assert first(name) == place


def test_all_bearers_of_a_name_are_candidates():
    assert {p.country for p in places_named("Tripoli")} >= {"LBY", "LBN", "GRC"}


def test_a_territory_belongs_to_the_state_that_the_law_gives_it_to():
    assert first("Transnistria")[2] == "MDA"


def test_nothing_is_nowhere():
    assert places_named("") == places_named("Qwertzuiop") == []


def test_the_compiled_table_is_sorted_so_that_every_line_is_found():
    lines = PATH.read_bytes().splitlines()
    keys = [line.split(b"\t", 1)[0] for line in lines]
    assert keys == sorted(keys)
    for line in lines[:: len(lines) // 500]:
        key, name, kind, country, *_ = line.decode().split("\t")
        assert (name, kind, country) in [(p.name, p.type, p.country) for p in places_named(key)]


def test_a_key_is_its_own_key():
    lines = PATH.read_text("utf-8").splitlines()
    assert all(key_of(line.split("\t", 1)[0]) == line.split("\t", 1)[0] for line in lines[::97])


@given(st.text(max_size=40))
def test_any_text_is_looked_up(text):
    for place in places_named(text):
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
