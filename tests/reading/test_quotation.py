"""Where quotations open and close."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.reading.quotation import quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will stay,” she said.", ["“We will stay,”"]),
        ('"We will stay," she said. "For now."', ['"We will stay,"', '"For now."']),
        ("He said 'not one step back' and left.", ["'not one step back'"]),
        ("The ministers' plane didn't land at six o'clock.", []),
        ("‘Enough,’ said the mayor.", ["‘Enough,’"]),
        ("„Genug“, sagte er", ["„Genug“, sagte er"]),
        ("«Assez», a-t-il dit", ["«Assez»"]),
        ("A 5'10\" guard stood there.", []),
    ],
)
def test_marks_pair_up_and_apostrophes_do_not(text, expected):
    assert quoted(text) == expected


def test_a_double_mark_that_stays_open_runs_to_the_end_of_its_paragraph():
    text = "“We waited all night.\nNobody came."
    (only,) = quotations(text, 0, 21)
    assert (only.start, only.end, only.closed) == (0, 21, False)


def test_a_quotation_inside_a_quotation_follows_it():
    assert quoted('"He told me \'leave\' twice," she said.') == ['"He told me \'leave\' twice,"', "'leave'"]


@given(st.text(alphabet="ab \"'“”‘’.,\n", max_size=60))
def test_quotations_stay_in_the_text_and_never_cross(text):
    found = quotations(text, 0, len(text))
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
    assert all(b.start >= a.end or b.end <= a.end for a, b in combinations(found, 2))
