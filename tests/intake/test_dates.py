import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.intake.dates import dates_in, read_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 March, 2014 07:05", "2014-03-03"),
        ("March 3, 2014", "2014-03-03"),
        ("Mar. 3rd 2014", "2014-03-03"),
        ("3rd of March 2014", "2014-03-03"),
        ("Mon 3 Mar 2014 07.05 GMT", "2014-03-03T07:05:00+00:00"),
        ("March 3, 2014 7:05 p.m. EST", "2014-03-03T19:05:00-05:00"),
        ("July 3, 2014 at 12:05 AM ET", "2014-07-03T00:05:00-04:00"),
        ("January 3, 2014 at 12:05 AM ET", "2014-01-03T00:05:00-05:00"),
        ("2014-03-03T07:05:09.123+05:30", "2014-03-03T07:05:09+05:30"),
        ("2014-03-03T07:05:09Z", "2014-03-03T07:05:09+00:00"),
        ("2014-03-03T07:05:09", "2014-03-03"),
        ("20140303T070509Z", "2014-03-03"),
        ("Mon, 03 Mar 2014 07:05:09 +0200", "2014-03-03T07:05:09+02:00"),
        ("07:05 GMT, 3 March 2014", "2014-03-03T07:05:00+00:00"),
        ("3 March 2014, 07:05 (GMT+3)", "2014-03-03T07:05:00+03:00"),
        ("14/03/2014", "2014-03-14"),
        ("03.04.2014", "2014-04-03"),
        ("2014/3/3", "2014-03-03"),
        ("3 de marzo de 2014", "2014-03-03"),
        ("3 March 2014 07:05 CST", "2014-03-03"),  # Chicago or Shanghai
        ("March 3, 20147:05 AM UTC", "2014-03-03T07:05:00+00:00"),  # glued by the scraper
    ],
)
def test_reads_the_forms_that_pages_use(text, expected):
    assert read_date(text) == expected


@pytest.mark.parametrize("text", [None, "", "03/04/2014", "31 February 2014", "March 2014", "room 2014-99-99", "1812-06-24", "version 3.10.2014.7"])
def test_says_nothing_where_no_single_day_is_said(text):
    assert read_date(text) is None


def test_the_order_of_day_and_month_is_used_where_it_is_known():
    assert read_date("03/04/2014", month_first=True) == "2014-03-04"
    assert read_date("03/04/2014", month_first=False) == "2014-04-03"


def test_finds_every_date_of_a_line_with_its_place():
    line = "Published 1 May 2020, updated 2 May 2020 10:00 UTC"
    found = list(dates_in(line))
    assert [f.value for f in found] == ["2020-05-01", "2020-05-02T10:00:00+00:00"]
    assert line[found[0].start : found[0].end] == "1 May 2020"


@given(st.text(max_size=200))
def test_no_text_breaks_it(text):
    for found in dates_in(text):
        assert 0 <= found.start < found.end <= len(text)
