"""The inline markup of the corpus: offsets into the text without brackets, and every fault by file and line."""

import pytest
from corpus_item import ITEM
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.evaluation.markup import MarkupError, parse_item, strip_brackets


def test_the_text_is_what_stands_between_the_brackets():
    item = parse_item(ITEM)
    assert item.title == "Velt rules out new talks"
    assert item.text == "Velt told the council that it had promised to pay and refused to go on.\n\n“Not now,” she said. “Not here.”"


def test_every_mark_covers_its_words():
    item = parse_item(ITEM)
    told = {s.number: s for s in item.statements}
    words = lambda n, role: [(item.title if m.title else item.text)[m.start : m.end] for m in told[n].spans(role)]  # noqa: E731
    assert words(1, "content") == ["new talks"]
    assert words(2, "content") == ["that it had promised to pay"]
    assert words(2, "source") == words(3, "source") == ["Velt"]
    assert words(4, "content") == ["to pay"]
    assert words(5, "content") == ["“Not now,”", "“Not here.”"]
    assert words(2, "audience") == ["the council"]


def test_a_literal_bracket_is_kept():
    assert strip_brackets(r"he \[the minister\] left")[0] == "he [the minister] left"


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (ITEM.replace("[C2 told]", "[C2 told"), "never closed"),
        (ITEM.replace("[C2 told]", "[C2 told ]"), "white space"),
        (ITEM.replace("[C2 told]", "[C9 told]"), "has no line"),
        (ITEM.replace("2 by minister", "2 by nobody"), "no actor nobody"),
        (ITEM.replace("[C3 refused]", "refused"), "no cue"),
        (ITEM.replace("[X3 to go on]", "to go on"), "no content"),
        (ITEM.replace("style: agency report\n", ""), "lacks style"),
        (ITEM.replace("---\n", ""), "no '---'"),
        (ITEM.replace("# ", ""), "title line"),
        (ITEM + "5 by minister act say\n", "stands twice"),
    ],
)
def test_a_fault_is_named_with_its_file(broken, message):
    with pytest.raises(MarkupError, match=message) as fault:
        parse_item(broken, path="items/x.txt")
    assert str(fault.value).startswith("items/x.txt:")


@given(st.text(alphabet="ab [](C1X2\\]", max_size=60))
def test_any_line_is_read_or_refused(line):
    try:
        plain, labels = strip_brackets(line)
    except MarkupError:
        return
    assert all(0 <= start < end <= len(plain) for _, _, start, end in labels)
