"""How likely a line of a scraped page is part of its article."""

import pytest

from rapporteur.intake.judge import chances

LINES = [f"On day {i} of the truce both commanders said that no shot had been fired, and thanked the elders." for i in range(6)]


def chance(line: str) -> float:
    """The chance of a line in the middle of an article."""
    return chances([*LINES[:3], line, *LINES[3:]])[3]


def test_running_text_in_running_text_is_likely():
    assert min(chances(LINES)) > 0.7


@pytest.mark.parametrize(
    "line",
    ["Advertisement", "Read more: Who owns the wells?", "Sign up for our newsletter", "Photo: A. Ruiz/Hill Press", "4 May 2020, 10:15", "By Ana Ruiz", "Home | News | Sport", "© 2020 The Hill Courier"],
)  # fmt: skip
def test_furniture_is_unlikely_wherever_it_stands(line):
    assert chance(line) < 0.3


def test_a_sentence_about_the_page_is_less_likely_than_one_about_the_world():
    page = "We use cookies and other data to show you advertising; read our privacy policy or opt out."
    assert chance(page) < chance("The elders of the third village sent word that the well was to be shared until the rains.") - 0.2


def test_a_short_sentence_is_likelier_than_a_short_label():
    assert chance("Nobody was hurt there.") > 0.5 > chance("Village news")


def test_the_same_sentence_is_less_likely_among_headings():
    headings = ["Sport", "Weather", "Who owns the wells", "Village news"]
    alone = chances([*headings, LINES[0], *headings, *LINES[1:]])[4]
    assert alone < chances(LINES)[0]


def test_behind_the_heading_of_the_comments_text_is_less_likely():
    lines = [*LINES, "Comments", "ford_watcher says:", *LINES[::-1]]
    found = chances(lines)
    assert max(found[9:]) < min(found[:5])


def test_behind_the_credits_of_a_wire_report_text_is_less_likely():
    found = chances([*LINES, "Reporting by Awa Diop; Editing by Tom Adeyemi", *LINES[::-1]])
    assert max(found[8:]) < min(found[:5])


def test_an_article_in_one_line_is_likely():
    (found,) = chances([" ".join(LINES)])
    assert found > 0.5


def test_no_lines_have_no_chances():
    assert chances([]) == []
