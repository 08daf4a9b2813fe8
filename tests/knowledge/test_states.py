"""States by name, capital and demonym."""

from rapporteur.knowledge.states import state_named, state_of_capital, state_of_demonym


def test_a_state_has_many_names():
    assert {state_named(n).iso3 for n in ("UK", "the United Kingdom", "Britain", "Great Britain's")} == {"GBR"}
    assert state_named("Ivory Coast") == state_named("Côte d'Ivoire") == state_named("Côte d’Ivoire")


def test_a_pronoun_is_not_a_state():
    assert state_named("us") is None
    assert state_named("US").iso3 == "USA"
    assert state_named("car") is None


def test_capitals_and_seats_stand_for_their_state():
    assert state_of_capital("Moscow") == state_of_capital("the Kremlin")
    assert state_of_capital("London's").iso3 == "GBR"
    assert state_of_capital("Atlantis") is None


def test_demonyms_in_either_number():
    assert state_of_demonym("Dutch").iso3 == "NLD"
    assert state_of_demonym("Russians") == state_of_demonym("Russian")


def test_a_headline_in_capitals_still_names_states():
    assert state_named("RUSSIA").iso3 == "RUS"
    assert state_of_demonym("FRENCH").iso3 == "FRA"
