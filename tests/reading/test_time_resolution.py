"""Intervals of days: units of the calendar, their parts, and dates without a year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.reading.time_resolution import (
    Interval,
    days,
    length,
    month_of,
    near_year,
    part_of,
    season_of,
    shift,
    unit_of,
    weekday_after,
    weekday_before,
    with_year,
    year_of,
)

DAYS = st.dates(date(1000, 1, 1), date(2900, 1, 1))
UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")


def iso(interval: Interval) -> tuple[str, str]:
    return (interval.start.isoformat(), interval.end.isoformat())


@pytest.mark.parametrize(
    ("unit", "start", "end"),
    [
        ("day", "2013-05-08", "2013-05-08"),
        ("week", "2013-05-06", "2013-05-12"),
        ("weekend", "2013-05-11", "2013-05-12"),
        ("month", "2013-05-01", "2013-05-31"),
        ("quarter", "2013-04-01", "2013-06-30"),
        ("year", "2013-01-01", "2013-12-31"),
        ("decade", "2010-01-01", "2019-12-31"),
        ("century", "2000-01-01", "2099-12-31"),
    ],
)
def test_a_day_stands_in_its_units(unit, start, end):
    assert iso(unit_of(date(2013, 5, 8), unit)) == (start, end)


@given(DAYS, st.sampled_from([u for u in UNITS if u != "weekend"]))
def test_a_unit_holds_its_day_and_is_that_of_its_own_ends(day, unit):
    interval = unit_of(day, unit)
    assert interval.start <= day <= interval.end
    assert unit_of(interval.start, unit) == unit_of(interval.end, unit) == interval


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_within_six_days_on_either_side(day, weekday):
    before, after = weekday_before(day, weekday), weekday_after(day, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 <= (after - day).days < 7


@pytest.mark.parametrize(
    ("day", "unit", "count", "expected"),
    [
        ("2012-03-31", "month", -1, "2012-02-29"),
        ("2012-02-29", "year", 1, "2013-02-28"),
        ("2012-12-31", "month", 2, "2013-02-28"),
        ("2013-05-08", "fortnight", -1, "2013-04-24"),
        ("2013-05-08", "quarter", 3, "2014-02-08"),
        ("2013-05-08", "decade", -1, "2003-05-08"),
    ],
)
def test_units_are_counted_from_a_day(day, unit, count, expected):
    assert shift(date.fromisoformat(day), unit, count).isoformat() == expected


@pytest.mark.parametrize(
    ("interval", "precision", "part", "start", "end", "finer"),
    [
        (year_of(2012), "year", "early", "2012-01-01", "2012-03-31", "quarter"),
        (year_of(2012), "year", "middle", "2012-04-01", "2012-09-30", "quarter"),
        (year_of(2012), "year", "late", "2012-10-01", "2012-12-31", "quarter"),
        (year_of(2012), "year", "end", "2012-12-01", "2012-12-31", "quarter"),
        (year_of(2012), "year", "half2", "2012-07-01", "2012-12-31", "quarter"),
        (month_of(2012, 2), "month", "early", "2012-02-01", "2012-02-10", "week"),
        (month_of(2012, 2), "month", "middle", "2012-02-11", "2012-02-20", "week"),
        (month_of(2012, 2), "month", "late", "2012-02-21", "2012-02-29", "week"),
        (month_of(2012, 4), "month", "half1", "2012-04-01", "2012-04-15", "week"),
        (year_of(1990, 10), "decade", "early", "1990-01-01", "1992-12-31", "year"),
        (year_of(1990, 10), "decade", "late", "1997-01-01", "1999-12-31", "year"),
        (days(date(2013, 5, 6), 7), "week", "late", "2013-05-10", "2013-05-12", "day"),
        (days(date(2013, 5, 6)), "day", "late", "2013-05-06", "2013-05-06", "hour"),
        (month_of(2013, 5), "month", "earlier", "2013-05-01", "2013-05-08", "month"),
        (month_of(2013, 5), "month", "later", "2013-05-08", "2013-05-31", "month"),
        (month_of(2013, 4), "month", "earlier", "2013-04-01", "2013-04-10", "week"),
    ],
)
def test_a_part_is_a_stretch_of_the_whole(interval, precision, part, start, end, finer):
    found, got = part_of(interval, precision, part, date(2013, 5, 8))
    assert (*iso(found), got) == (start, end, finer)


@given(DAYS, st.sampled_from(UNITS), st.sampled_from(["early", "middle", "late", "start", "end", "half1", "half2", "earlier", "later", "most"]))
def test_a_part_never_leaves_the_whole(day, unit, part):
    whole = unit_of(day, unit)
    inside, _ = part_of(whole, "decade" if unit == "century" else "day" if unit == "weekend" else unit, part, day)
    assert whole.start <= inside.start <= inside.end <= whole.end


@pytest.mark.parametrize(
    ("interval", "tense", "expected"),
    [
        (days(date(2013, 6, 3)), "past", 2012),
        (days(date(2013, 6, 3)), "future", 2013),
        (days(date(2013, 6, 3)), None, 2013),  # no verb tells: the nearest
        (days(date(2013, 1, 20)), "future", 2014),
        (days(date(2013, 4, 20)), "future", 2013),  # three weeks back is not meant a year on
        (month_of(2013, 5), "past", 2013),
        (season_of(2013, 12), "past", 2012),
    ],
)
def test_a_date_without_a_year_takes_the_one_that_the_tense_asks_for(interval, tense, expected):
    assert near_year(interval, date(2013, 5, 8), tense).start.year == expected


def test_february_keeps_its_last_day():
    assert iso(with_year(month_of(2012, 2), 2013)) == ("2013-02-01", "2013-02-28")
    assert iso(with_year(month_of(2013, 2), 2012)) == ("2012-02-01", "2012-02-29")


def test_an_open_interval_has_no_length():
    assert length(Interval(None, date(2013, 5, 8))) == 0
    assert length(year_of(2012)) == 366
