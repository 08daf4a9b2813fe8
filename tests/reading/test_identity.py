"""Who a phrase means on a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.reading.identity import answer, tell, who

DAY = "2013-05-10"


def best(phrase: str, day: str = DAY):
    return answer(phrase, day).best


@pytest.mark.parametrize(
    ("phrase", "day", "name", "code", "role"),
    [
        ("Angela Merkel", DAY, "Angela Merkel", "DEUGOV", "chancellor"),
        ("Merkel", DAY, "Angela Merkel", "DEUGOV", "chancellor"),
        ("Chancellor Merkel", DAY, "Angela Merkel", "DEUGOV", "chancellor"),
        ("the German chancellor", DAY, "Angela Merkel", "DEUGOV", "chancellor"),
        ("the German chancellor", "2003-05-10", "Gerhard Schroeder", "DEUGOV", "chancellor"),
        ("Germany's head of government", DAY, "Angela Merkel", "DEUGOV", "chancellor"),
        ("the head of the German government", DAY, "Angela Merkel", "DEUGOV", "chancellor"),
        ("the US secretary of state", "2005-06-01", "Condoleezza Rice", "USAGOV", "secretary of state"),
        ("Washington's top diplomat", "2005-06-01", None, "USAGOV", None),
        ("the UN secretary-general", "2001-01-01", "Kofi Annan", "IGOUNO", "secretary general, United Nations"),
        ("Putin", "2010-01-01", "Vladimir Putin", "RUSGOV", "prime minister"),
        ("Putin", "2014-01-01", "Vladimir Putin", "RUSGOV", "president"),
        ("the president of France", "1999-01-01", "Jacques Chirac", "FRAGOV", "president"),
    ],
)
def test_an_office_is_held_by_whom_it_was_on_the_day(phrase, day, name, code, role):
    found = best(phrase, day)
    if name is not None:
        assert (found.name, found.role) == (name, role)
    assert found.code == code


@pytest.mark.parametrize(
    ("phrase", "kind", "country", "sector"),
    [
        ("Kurdish militias", "group", None, "PRM"),
        ("an American destroyer", "organisation", "USA", "MIL"),
        ("Peru's Ministry of Mines", "organisation", "PER", "GOV"),
        ("Ghanaian farmers", "group", "GHA", "AGR"),
        ("a Sudan-based rebel group", "organisation", "SDN", "REB"),
        ("dock workers in Chile", "group", "CHL", "LAB"),
        ("the Kenyan National Guard", "organisation", "KEN", "MIL"),
        ("Lagos police", "organisation", "NGA", "COP"),
        ("Hezbollah fighters", "group", "LBN", "REB"),
        ("a former Danish minister", "person", "DNK", "ELI"),
        ("a team of heavily armed police", "group", None, "COP"),
    ],
)
def test_a_description_gives_what_it_says(phrase, kind, country, sector):
    found = best(phrase)
    assert (found.kind, found.country, found.sector, found.entity) == (kind, country, sector, None)


def test_a_former_office_holder_is_of_the_elite():
    found = best("former president Nursultan Nazarbayev", "2020-05-10")
    assert (found.name, found.code, found.role) == ("Nursultan Nazarbayev", "KAZELI", None)
    assert best("Nursultan Nazarbayev", "2010-05-10").code == "KAZGOV"


def test_a_former_office_is_not_that_of_who_holds_it_now():
    assert best("the former British prime minister").name != "David Cameron"


def test_a_capital_that_acts_is_its_state():
    assert best("Moscow")[:5] == ("Russia", "state", "RUS", "GOV", "RUSGOV")
    assert best("the Kremlin").entity == "state:rus"


def test_a_town_is_a_place_and_no_actor():
    found = best("Mombasa")
    assert (found.name, found.kind, found.country) == (None, None, "KEN")


def test_a_territory_is_coded_under_its_state():
    assert best("Transnistria")[:4] == ("Transnistria", "state", "MDA", "PRE")


def test_a_body_may_change_its_sector():
    assert [best("the Taliban", d).sector for d in ("2000-01-01", "2010-01-01", "2023-01-01")] == ["GOV", "REB", "GOV"]


def test_bodies_of_several_states_have_their_code():
    assert [best(b).code for b in ("the United Nations", "UNHCR", "the European Commission", "NATO")] == ["IGOUNO", "IGOUNOREFHCR", "IGOEUREEC", "IGOWSTNAT"]


def test_ambiguity_is_answered_with_candidates():
    found = answer("Bush", "1996-05-10")
    assert not found.clear
    assert found.best.name is None
    assert (found.best.kind, found.best.country) == ("person", "USA")
    assert {"George H.W. Bush", "George W. Bush"} <= {c.name for c in found.candidates}
    assert answer("Bush", "2003-05-10").best.name == "George W. Bush"
    assert answer("Jeb Bush", "2003-05-10").best.name == "Jeb Bush"


@pytest.mark.parametrize("phrase", ["", "   ", "the wheelbarrow", "yesterday", "said that", "a demand", "12", "…", "was, participates"])
def test_nonsense_is_nobody(phrase):
    assert who(phrase, DAY) == []
    assert answer(phrase, DAY).best.name is None


def test_the_office_of_a_body_is_not_that_of_its_state():
    found = best("the president of the Chadian Bakers' Union")
    assert (found.name, found.country) != ("Idriss Deby", "TCD")
    assert found.role != "president" or found.entity is None


def test_a_told_answer_has_every_field():
    told = tell("Lavrov", DAY)
    assert set(told) == {"phrase", "on", "name", "kind", "country", "sector", "code", "role", "entity", "wikidata", "clear", "candidates"}
    assert told["on"] == DAY
    assert tell("Lavrov")["on"] > "2025"


@given(st.text(max_size=60))
def test_any_text_has_an_answer(text):
    found = answer(text, DAY)
    assert all(a.score >= b.score for a, b in zip(found.candidates, found.candidates[1:], strict=False))
