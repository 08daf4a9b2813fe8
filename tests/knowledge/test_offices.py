"""Offices under their other names."""

import pytest

from rapporteur.knowledge.offices import in_office, leading_office, names_of_office


@pytest.mark.parametrize(
    ("office", "of", "day", "name"),
    [
        ("foreign minister", "USA", "2014-06-01", "John Kerry"),
        ("foreign minister", "GBR", "2014-01-01", "William Hague"),
        ("head of government", "DEU", "2010-01-01", "Angela Merkel"),
        ("prime minister", "DEU", "2010-01-01", "Angela Merkel"),
        ("head of state", "FRA", "2010-01-01", "Nicolas Sarkozy"),
        ("leader", "GBR", "1999-01-01", "Tony Blair"),
        ("leader", "RUS", "2009-01-01", "Dmitry Medvedev"),
        ("secretary general", "United Nations", "2001-01-01", "Kofi Annan"),
    ],
)
def test_an_office_is_found_whatever_it_is_called_there(office, of, day, name):
    assert in_office(office, of, day)[0].name == name


def test_names_go_by_state():
    assert "secretary of state" in names_of_office("foreign minister", "USA")
    assert "secretary of state" not in names_of_office("foreign minister", "FRA")


def test_which_office_leads_may_change():
    assert leading_office("TUR", "2010-01-01") == "prime minister"
    assert leading_office("TUR", "2020-01-01") == "president"


def test_nobody_holds_an_office_that_there_is_not():
    assert in_office("king", "USA", "2010-01-01") == []
