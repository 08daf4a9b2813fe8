"""When statements were made, in articles written for these tests."""

import pytest

from rapporteur.intake import read_clean_text
from rapporteur.reading import Reader


def said_on(text: str) -> list[tuple[str, str] | None]:
    record = Reader().read(read_clean_text(text, id="t", date="2013-05-10"))
    return [s.said_on and (s.said_on.span.words, s.said_on.start) for s in record.statements if s.inside is None]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The minister told reporters on Thursday that the border would reopen next week.", ("Thursday", "2013-05-09")),
        ("“The border will reopen next week,” the minister said on Thursday.", ("Thursday", "2013-05-09")),
        ("On Wednesday, the ministry said that talks had begun in March.", ("Wednesday", "2013-05-08")),
    ],
)
def test_the_day_of_the_saying_is_that_of_the_attributing_clause(text, when):
    assert said_on(text) == [when]


def test_a_day_inside_what_is_said_is_not_when_it_was_said():
    assert said_on("The minister said that the border would reopen on Sunday.") == [None]
