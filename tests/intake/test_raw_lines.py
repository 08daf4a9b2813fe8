from hypothesis import given
from hypothesis import strategies as st

from rapporteur.intake.raw_lines import lines_of


@given(st.text(alphabet=st.one_of(st.sampled_from("ab .\n\r\t•*-\u00a0"), st.characters(exclude_categories=["Cs"])), max_size=300))
def test_lines_are_single_trimmed_and_not_empty(text):
    for line in lines_of(text)[0]:
        assert line.text == line.text.strip() != ""
        assert "\n" not in line.text


def test_broken_lines_are_joined_and_short_ones_are_not():
    words = ["the", "governor", "of", "the", "northern", "province", "said", "again", "on", "Thursday", "that", "the", "road", "to", "the", "coast", "remains", "closed", "to", "all", "but", "ambulances", "and", "mail"]
    wrapped, row = [], ""
    for word in words * 3:
        if len(row) + 1 + len(word) > 60:
            wrapped.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    text = "ROAD REMAINS CLOSED\n\n" + "\n".join([*wrapped, row]) + "\n\nReport ends\n"
    assert [line.text for line in lines_of(text)[0]] == ["ROAD REMAINS CLOSED", " ".join(words * 3), "Report ends"]


def test_lines_that_are_paragraphs_stay_apart():
    text = "He left at dawn, she said.\nNobody saw him go, and nobody asked.\nThe gate was open.\n"
    assert len(lines_of(text)[0]) == 3


def test_an_insert_that_comes_again_and_again_is_taken_out():
    paragraph = "The council met for the {} time and did not agree on who should mend the road."
    text = "\nMore below\n".join(paragraph.format(i) for i in ("first", "second", "third", "fourth"))
    assert [line.text for line in lines_of(text)[0]] == [paragraph.format(i) for i in ("first", "second", "third", "fourth")]


def test_more_lines_than_are_looked_at_are_told():
    text = "One line.\n\nTwo lines.\n\n\nThree.\n"
    assert [(line.text, more) for lines, more in [lines_of(text, most=2)] for line in lines] == [("One line.", True), ("Two lines.", True)]
    assert lines_of(text, most=3)[1] is False
