"""Offices, titles and given names."""

from rapporteur.knowledge.people import given_name_gender, honorific_gender, office_of


def test_the_longest_office_at_the_end_of_a_run():
    office, words = office_of(["the", "Russian", "foreign", "minister"])
    assert (office.name, office.sector, words) == ("foreign minister", "GOV", 2)


def test_plurals_and_possessives_are_offices_too():
    assert office_of(["ministers"])[0].name == "minister"
    assert office_of(["the", "president's"])[0].name == "president"


def test_a_run_that_ends_elsewhere_has_no_office():
    assert office_of(["minister", "for", "lanterns"]) is None
    assert office_of([]) is None


def test_titles_tell_gender_or_nothing():
    assert honorific_gender("Mrs.") == "f"
    assert honorific_gender("Dr") == ""
    assert honorific_gender("Lantern") is None


def test_given_names_tell_gender():
    assert given_name_gender("Sergey") == "m"
    assert given_name_gender("FATIMA") == "f"
    assert given_name_gender("Lantern") is None
