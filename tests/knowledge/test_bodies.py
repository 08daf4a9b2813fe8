"""Bodies by their names and short names."""

import pytest

from rapporteur.knowledge.bodies import body_named


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("UN", "United Nations"), ("the U.N.", "United Nations"), ("Daesh", "Islamic State"), ("ISIL", "Islamic State"), ("al-Qaida", "al-Qaeda"),
        ("Jabhat al-Nusra", "al-Nusra Front"), ("FARC", "Revolutionary Armed Forces of Colombia"), ("the Pentagon", "US Department of Defense"),
        ("DoD", "US Department of Defense"), ("State Department", "US State Department"), ("Labour", "Labour Party"), ("KCNA", "Korean Central News Agency"),
        ("Yonhap", "Yonhap news agency"), ("AFP", "Agence France-Presse"), ("Tamil Tigers", "Liberation Tigers of Tamil Eelam"), ("IDF", "Israel Defense Forces"),
    ],
)  # fmt: skip
def test_short_names_lead_to_the_full_one(short, name):
    assert body_named(short).name == name


def test_kind_sector_and_country_are_known_where_there_is_one():
    assert body_named("Centcom")[1:] == ("organisation", "MIL", "USA")
    assert body_named("Reuters")[1:] == ("media", "JRN", "GBR")
    assert body_named("NATO").country is None
    assert body_named("ECOWAS").sector is None


def test_case_counts_since_short_names_are_words():
    assert body_named("ice") is None
    assert body_named("who") is None
    assert body_named("labour") is None


def test_a_title_that_is_a_word_needs_its_article():
    assert body_named("the Times").name == "The Times"
    assert body_named("The Guardian").name == "The Guardian"
    assert body_named("Times") is None
    assert body_named("Independent") is None


def test_what_is_no_body_is_none():
    assert body_named("Blue Lantern Cooperative") is None
    assert body_named("") is None
