from itertools import chain

import pytest

from rapporteur.intake.raw_head import read_head
from rapporteur.intake.raw_lines import Line

TITLE = "Salt convoy reaches Taoudi after nine days"
TEXT = [
    "A salt convoy of forty lorries reached Taoudi on Monday after nine days on the road, the drivers' union said.",
    "Its leader, Moussa Ag Rhissa, said that the convoy had been stopped four times and searched twice.",
]


def head(*above: str, below: tuple[str, ...] = ()):
    lines = [Line(line) for line in chain(above, TEXT, below)]
    return read_head(lines, [line.text in TEXT for line in lines])


def said(*above: str, below: tuple[str, ...] = ()) -> set[str]:
    lines = [*above, *TEXT, *below]
    return {lines[i] for i in head(*above, below=below).lines}


def test_the_headline_is_the_line_that_says_what_the_text_says():
    assert head("Home", "World", "Five recipes for the rainy season", TITLE).title == TITLE
    assert head(TITLE, "Advertisement", "Share this").title == TITLE


def test_a_line_with_the_mark_of_a_title_is_one_and_loses_the_mark():
    assert head("Title: Salt convoy reaches Taoudi").title == "Salt convoy reaches Taoudi"


def test_the_name_of_the_site_is_no_part_of_the_title():
    assert head(f"{TITLE} | Sahel Courier", TITLE).title == TITLE


def test_lines_that_say_the_title_again_are_part_of_the_head():
    assert said(TITLE, "Sahel", TITLE) == {TITLE}


def test_a_text_that_begins_at_once_has_no_title():
    assert head() == (None, None, [], None, frozenset())


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Published: 4 May 2021"], "2021-05-04"),
        (["4 May 2021"], "2021-05-04"),
        (["Updated 6 May 2021", "Published 4 May 2021"], "2021-05-04"),
        (["Posted 4 May 2021 | Updated 6 May 2021"], "2021-05-04"),
        (["Thursday 1 April 2021", TITLE, "4 May 2021"], "2021-05-04"),
        (["Last updated: 6 May 2021"], "2021-05-06"),
    ],
)
def test_the_day_of_publication_goes_before_the_nearest_and_that_before_changes(lines, day):
    found = head(*lines)
    assert found.published.value == day
    assert all(i < len(lines) for i in found.lines)


def test_a_day_in_a_sentence_is_no_day_of_publication():
    assert head("The road had been closed since 4 May 2021, when rains washed two bridges of the province away and the army left.").published is None


@pytest.mark.parametrize(
    "lines",
    [
        ("By Awa Konaté", "4 May 2021"),
        ("By", "Awa Konaté"),
        ("Awa Konaté", "4 May 2021"),
        ("Published 4 May 2021 by Awa Konaté",),
    ],
)
def test_who_wrote_is_read_from_each_form_of_byline(lines):
    assert head(TITLE, *lines).authors == ["Awa Konaté"]


def test_several_authors_come_in_their_order():
    assert head(TITLE, "By Awa Konaté and Joseph Diarra").authors == ["Awa Konaté", "Joseph Diarra"]


def test_a_person_in_a_menu_is_no_author():
    assert head("Awa Konaté", "Home", "World", "Sport", "Weather", TITLE).authors == []


def test_who_publishes_is_said_by_a_label_or_by_the_copyright():
    assert head("Source: Sahel Courier.", below=("© 2021 Other House",)).outlet == "Sahel Courier"
    assert head(below=("© 2021 Sahel Courier. All rights reserved.",)).outlet == "Sahel Courier"


def test_ten_thousand_lines_above_the_text_are_looked_at_in_time():
    found = head(*["4 May 2021 by nobody in the far hills"] * 8_000, TITLE)
    assert found.title == TITLE
