"""Marks over a text: cut at every boundary, nothing of the text lost."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.exchange.marks import Mark, blocks, marks_in, segments
from rapporteur.exchange.telling import outline
from rapporteur.record import Extent

marks = st.lists(
    st.builds(
        lambda start, length, number, role: Mark(start, start + length, number, role, 0),
        st.integers(0, 40), st.integers(1, 15), st.integers(1, 5), st.sampled_from(["content", "source", "cue"]),
    )
).map(sorted)  # fmt: skip


@given(marks=marks, start=st.integers(0, 30), length=st.integers(1, 30))
def test_segments_join_without_gaps_and_each_bears_exactly_the_marks_over_it(marks, start, length):
    cut = list(segments(marks, start, start + length))
    assert [s.start for s in cut] == [start, *[s.end for s in cut[:-1]]]
    assert cut[-1].end == start + length
    for segment in cut:
        assert segment.start < segment.end
        for position in (segment.start, segment.end - 1):
            assert sorted(segment.marks) == [m for m in marks if m.start <= position < m.end]


def test_a_nested_content_bears_the_marks_of_all_around_it(specimen):
    told = outline(specimen)
    text = specimen.article.text
    start = text.index("to share the charts")
    (segment,) = segments(marks_in(told, "text"), start, start + len("to share the charts"))
    assert [(m.number, m.depth, m.role) for m in segment.marks] == [(4, 0, "content"), (5, 1, "content"), (6, 2, "content")]


def test_a_source_within_a_content_bears_both_marks(specimen):
    told = outline(specimen)
    start = specimen.article.text.index("the islands’ envoys")
    (segment,) = segments(marks_in(told, "text"), start, start + 5)
    assert {(m.number, m.role) for m in segment.marks} == {(4, "content"), (5, "source")}


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([(0, 3), (5, 8)], [(0, 3), (5, 8)]),
        ([], [(0, 8)]),
        ([(5, 8)], [(0, 3), (5, 8)]),
        ([(0, 3)], [(0, 3), (5, 8)]),
    ],
)
def test_text_outside_the_paragraphs_is_a_block_of_its_own(specimen, paragraphs, expected):
    article = msgspec.structs.replace(specimen.article, text="one\n\ntwo", paragraphs=[Extent(*p) for p in paragraphs])
    assert [(b.start, b.end) for b in blocks(article)] == expected
