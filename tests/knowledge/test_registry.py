"""People and the offices that they held."""

import re

import pytest

from rapporteur.knowledge.registry import (
    Tenure,
    holders,
    last_day_known,
    people,
    people_named,
    people_surnamed,
)
from rapporteur.knowledge.states import state_of_code

DAY = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?")


def tenure(start: str, end: str) -> Tenure:
    return Tenure("mayor", "NOR", start, end, "", "own")


@pytest.mark.parametrize(
    ("start", "end", "day", "held"),
    [
        ("2010-05-11", "2016-07-13", "2010-05-11", True),
        ("2010-05-11", "2016-07-13", "2016-07-13", True),
        ("2010-05-11", "2016-07-13", "2016-07-14", False),
        ("2010", "2012", "2012-12-31", True),
        ("2010-03", "2012-04", "2010-02-28", False),
        ("2010-03", "2012-04", "2012-04-30", True),
        ("2010", "", "2050-01-01", True),
    ],
)
def test_an_office_is_held_on_the_days_that_its_dates_leave(start, end, day, held):
    assert tenure(start, end).holds(day) is held


def test_a_person_is_found_by_any_name():
    assert people_named("Recep Tayyip Erdoğan") == people_named("recep tayyip erdogan") != []
    assert "Bashar al-Assad" in {p.name for p in people_surnamed("Assad")} & {p.name for p in people_surnamed("al-Assad")}


def test_a_family_name_that_stands_first_is_one():
    assert "Ban Ki-moon" in {p.name for p in people_surnamed("Ban")}


def test_who_held_an_office_changes_with_the_day():
    assert holders("prime minister", "GBR", "2013-05-10")[0].name == "David Cameron"
    assert holders("prime minister", "GBR", "2017-05-10")[0].name == "Theresa May"


def test_keys_are_unique_and_tables_are_sound():
    everybody = people()
    assert len(everybody) > 4_000
    assert len({p.key for p in everybody}) == len(everybody)
    for person in everybody:
        assert state_of_code(person.country), person
        assert person.gender in ("m", "f", ""), person
        for t in person.tenures:
            assert DAY.fullmatch(t.start), (person.name, t)
            assert DAY.fullmatch(t.end), (person.name, t)
            assert not t.end or t.start <= t.end[: len(t.start)] or t.start[: len(t.end)] <= t.end, (person.name, t)
            assert t.end or t.as_of, (person.name, t)
            assert t.source, (person.name, t)


def test_no_name_swallows_a_common_word():
    common = {"may", "will", "march", "order", "peace", "union", "state", "west", "east", "sun", "king", "bank", "he", "she", "it", "they", "who"}
    for person in people():
        for name in (person.name, *person.aliases):
            assert name.casefold() not in common, (person.name, name)


def test_the_tables_end_on_a_day():
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", last_day_known())
