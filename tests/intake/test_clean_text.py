import hashlib

from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake import read_clean_text


@settings(deadline=None)  # the first text loads the language tables
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_a_clean_text_is_kept_to_the_letter(text):
    article = read_clean_text(text)
    assert article.text == text
    assert article.text_sha256 == hashlib.sha256(text.encode()).hexdigest()
    for extent in [*article.paragraphs, *article.sentences]:
        assert text[extent.start : extent.end].strip() == text[extent.start : extent.end] != ""


def test_white_space_and_carriage_returns_stay():
    text = "\u00a0 One.\r\n\r\n\tTwo.\u200b \n"
    article = read_clean_text(text, id="x", title="T", outlet="O", date="2020-02-03", url="http://a.example/1")
    assert article.text == text
    assert [text[p.start : p.end] for p in article.paragraphs] == ["One.", "Two.\u200b"]
    assert (article.id, article.title, article.outlet, article.published, article.url) == ("x", "T", "O", "2020-02-03", "http://a.example/1")
    assert article.flags == ["clean-text"]


def test_without_an_id_the_content_gives_it():
    assert read_clean_text("Same.").id == read_clean_text("Same.").id != read_clean_text("Other.").id


def test_a_date_that_cannot_be_read_is_flagged():
    article = read_clean_text("Text.", date="last week")
    assert article.published is None
    assert "unread-date" in article.flags
