import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from rapporteur.intake.article import Found, article_of, build, dated, sha256, visible
from rapporteur.intake.dates import Day

PARAGRAPHS = ["The judge read the verdict at noon. Nobody in the hall spoke.", "“We will appeal,” said the lawyer."]


def test_paragraphs_stand_in_the_text_with_a_blank_line_between():
    article = article_of(Found(paragraphs=PARAGRAPHS), b"page", id=None)
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert [article.text[p.start : p.end] for p in article.paragraphs] == PARAGRAPHS
    assert [article.text[s.start : s.end] for s in article.sentences] == [*PARAGRAPHS[0].partition(" Nobody")[:1], "Nobody in the hall spoke.", PARAGRAPHS[1]]


def test_an_id_that_is_given_is_kept_and_else_it_is_that_of_the_bytes():
    assert article_of(Found(paragraphs=PARAGRAPHS), b"page", id="note-7").id == "note-7"
    article = article_of(Found(paragraphs=PARAGRAPHS), b"page", id=None)
    assert (article.id, article.sha256) == (sha256(b"page")[:16], sha256(b"page"))
    assert article.text_sha256 == sha256(article.text.encode())


def test_the_same_text_from_other_bytes_is_the_same_text():
    one, other = (article_of(Found(paragraphs=PARAGRAPHS), data, id=None) for data in (b"one", b"other"))
    assert one.id != other.id
    assert one.text_sha256 == other.text_sha256


def test_what_was_found_is_handed_on():
    found = Found(paragraphs=PARAGRAPHS, title="Verdict", authors=["Ana Pop"], published=Day("2021-05-04"), outlet="Hall News", url="https://hall.example/1", language="en-GB", flags=["truncated"])
    article = article_of(found, b"page", id=None)
    assert (article.title, article.authors, article.published, article.outlet, article.url) == ("Verdict", ["Ana Pop"], "2021-05-04", "Hall News", "https://hall.example/1")
    assert (article.language, article.flags) == ("en", ["truncated"])


def test_a_time_of_day_without_its_offset_is_told_and_no_flag_twice():
    article = article_of(Found(paragraphs=PARAGRAPHS, published=Day("2021-05-04", "09:30"), flags=["truncated", "truncated"]), b"page", id=None)
    assert (article.published, article.flags) == ("2021-05-04", ["local-time 09:30", "truncated"])


def test_a_day_that_is_given_stands_over_the_pages_and_one_that_is_no_day_is_told():
    assert dated(Found(published=Day("2021-05-04")), "1 June 1931").published.value == "1931-06-01"
    found = dated(Found(published=Day("2021-05-04")), "soon")
    assert (found.published, found.flags) == (None, ["unread-date"])
    assert dated(Found(published=Day("2021-05-04")), None).published.value == "2021-05-04"


@given(st.text(max_size=200))
def test_what_is_visible_is_one_composed_line(text):
    shown = visible(text)
    assert shown == visible(shown) == shown.strip()
    assert not set(shown) & set("\n\r\t\u00a0\u00ad\u200b\ufeff\0\x1f")
    assert "  " not in shown
    assert unicodedata.is_normalized("NFC", shown)


@given(st.text(max_size=300))
def test_every_extent_of_any_text_quotes_it(text):
    article = build(Found(), text, text.encode("utf-8", "surrogatepass"), id=None)
    assert article.text == text
    for extent in [*article.paragraphs, *article.sentences]:
        assert article.text[extent.start : extent.end].strip()
    assert all(any(p.start <= s.start and s.end <= p.end for p in article.paragraphs) for s in article.sentences)
    held = {i for s in article.sentences for i in range(s.start, s.end)}
    assert all(i in held for i, character in enumerate(text) if not character.isspace())
