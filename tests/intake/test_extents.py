from hypothesis import given
from hypothesis import strategies as st

from rapporteur.intake.extents import paragraphs_of, sentences_of

TEXTS = st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \n\r\t.!?“”\"'\u2028\u00a0Aab")), max_size=300)


@given(TEXTS)
def test_paragraphs_are_in_order_stripped_and_lose_no_letter(text):
    extents = paragraphs_of(text)
    reached = 0
    for extent in extents:
        words = text[extent.start : extent.end]
        assert reached <= extent.start < extent.end
        assert words == words.strip()
        assert "\n" not in words
        assert not text[reached : extent.start].strip()
        reached = extent.end
    assert not text[reached:].strip()


@given(TEXTS, st.integers(10, 60))
def test_sentences_stay_in_their_paragraph_and_under_the_limit(text, longest):
    paragraphs = paragraphs_of(text)
    reached = 0
    for sentence in sentences_of(text, paragraphs, longest=longest):
        words = text[sentence.start : sentence.end]
        assert reached <= sentence.start < sentence.end <= sentence.start + longest
        assert words == words.strip()
        assert any(p.start <= sentence.start and sentence.end <= p.end for p in paragraphs)
        assert not text[reached : sentence.start].strip()
        reached = sentence.end
    assert not text[reached:].strip()


def test_a_sentence_ends_at_its_stop_and_not_at_an_abbreviation():
    text = "Gen. Okoth left at 5 p.m. on Friday. “We will return,” he said.\nNobody believed it."
    found = sentences_of(text, paragraphs_of(text), longest=2_000)
    assert [text[s.start : s.end] for s in found] == [
        "Gen. Okoth left at 5 p.m. on Friday.",
        "“We will return,” he said.",
        "Nobody believed it.",
    ]


def test_an_endless_sentence_is_split_at_spaces():
    text = "and " * 2_000
    found = sentences_of(text, paragraphs_of(text), longest=2_000)
    assert all(s.end - s.start <= 2_000 for s in found)
    assert "".join(text[s.start : s.end].replace(" ", "") for s in found) == "and" * 2_000
