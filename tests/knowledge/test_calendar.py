"""Named days: the computed feasts against days that are known, and every row of the table."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.knowledge.calendar import easter, islamic, jewish_new_year, named_days, orthodox_easter


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [(2008, "03-23", "04-27"), (2013, "03-31", "05-05"), (2016, "03-27", "05-01"), (2024, "03-31", "05-05"), (2025, "04-20", "04-20")],
)
def test_easter_falls_on_its_known_days(year, western, eastern):
    assert easter(year) == date.fromisoformat(f"{year}-{western}")
    assert orthodox_easter(year) == date.fromisoformat(f"{year}-{eastern}")


@pytest.mark.parametrize("day", ["2005-10-04", "2008-09-30", "2013-09-05", "2016-10-03", "2020-09-19", "2023-09-16", "2024-10-03"])
def test_the_jewish_new_year_falls_on_its_known_days(day):
    known = date.fromisoformat(day)
    assert jewish_new_year(known.year) == known


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Passover", "2024-04-23"),
        ("Purim", "2024-03-24"),
        ("Yom Kippur", "2013-09-14"),
        ("Thanksgiving", "2023-11-23"),
        ("Memorial Day", "2016-05-30"),
        ("Black Friday", "2023-11-24"),
        ("Good Friday", "2013-03-29"),
        ("Tet", "2008-02-07"),
        ("Christmas", "2010-12-24"),
        ("Xmas", "2010-12-24"),
    ],
)
def test_a_named_day_falls_on_its_known_day(name, first):
    known = date.fromisoformat(first)
    assert named_days()[name].in_year(known.year)[0] == known


@pytest.mark.parametrize(("year", "first"), [(2013, "2013-07-09"), (2016, "2016-06-06"), (2020, "2020-04-24"), (2024, "2024-03-11")])
def test_ramadan_begins_within_a_day_of_its_known_beginning(year, first):
    day = named_days()["Ramadan"]
    assert abs((day.in_year(year)[0] - date.fromisoformat(first)).days) <= 1
    assert day.approximate


def test_a_year_may_have_two_ramadans_and_a_day_of_history_has_one_year():
    assert len(named_days()["Ramadan"].all_in(2030)) == 2
    assert named_days()["9/11"].once
    assert named_days()["9/11"].in_year(2002) is None
    assert named_days()["Lunar New Year"].in_year(1950) is None


def test_the_new_year_goes_over_into_the_next():
    assert named_days()["New Year"].in_year(2012) == (date(2012, 12, 31), date(2013, 1, 1))


@given(st.integers(1600, 2400))
def test_every_row_has_days_in_order_that_begin_in_the_year(year):
    for day in named_days().values():
        for first, last in day.all_in(year):
            assert first <= last
            assert first.year == year
    assert easter(year).weekday() == orthodox_easter(year).weekday() == 6


def test_islamic_months_have_29_or_30_days():
    for month in range(1, 12):
        assert (islamic(1445, month + 1, 1) - islamic(1445, month, 1)).days in (29, 30)
