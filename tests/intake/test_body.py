"""Which blocks of a page are its article."""

import json

import pytest
from pages import ARTICLE, PARAGRAPHS, SENTENCES, TITLE

from rapporteur.intake import read_html
from rapporteur.intake.body import agreed
from rapporteur.intake.dom import Block
from rapporteur.record import Article, Rejected

RUNNING = "The elders of the third village sent word that the well was to be shared until the rains came."


def running(*marks: str) -> Block:
    return Block(RUNNING, frozenset(marks))


def keep(blocks: list[Block], by_rules: str, by_shape: str) -> str:
    kept = agreed(blocks, [c == "x" for c in by_rules], [c == "x" for c in by_shape])
    return "".join("x" if k else "." for k in kept)


def test_what_both_extractors_keep_is_the_article():
    blocks = [running(), Block("Menu"), Block("Home")]
    assert keep(blocks, "xx.", "x.x") == "x.."


def test_either_one_s_word_is_enough_for_running_text_inside():
    assert keep([running()] * 3, "x.x", "xxx") == "xxx"
    assert keep([running()] * 3, "xxx", "x.x") == "xxx"


@pytest.mark.parametrize("mark", ["named-related", "in-figure", "named-comments", "named-picture", "in-aside"])
def test_but_not_in_a_part_of_the_page_that_is_named_for_something_else(mark):
    assert keep([running(), running(mark), running()], "x.x", "xxx") == "x.x"


def test_a_name_that_most_of_the_article_stands_in_says_nothing():
    assert keep([running("named-related")] * 4, "xx.x", "xxxx") == "xxxx"


@pytest.mark.parametrize("mark", ["named-caption", "in-figcaption", "named-comments", "hidden"])
def test_captions_and_comments_go_though_both_extractors_keep_them(mark):
    assert keep([running(), running(mark), running()], "xxx", "xxx") == "x.x"


def test_the_linked_headline_of_another_article_goes_and_a_linked_sentence_stays():
    headline = Block("Elders of the third village to share their well", frozenset(["link"]))
    assert keep([running(), headline, running()], "xxx", "xxx") == "x.x"
    assert keep([running(), running("link"), running()], "xxx", "xxx") == "xxx"


def test_a_heading_between_needs_both():
    assert keep([running(), Block("Third village"), running()], "x.x", "xxx") == "x.x"


def test_a_long_stretch_that_one_extractor_lost_is_kept():
    assert keep([running()] * 7, "xx.....", "xxxxxxx") == "xxxxxxx"
    assert keep([running()] * 4, "xx..", "xxxx") == "xx.."


def test_comments_are_no_stretch_of_the_article():
    assert keep([running()] * 2 + [running("named-comments")] * 6, "xx......", "xxxxxxxx") == "xx......"


def test_where_they_agree_on_nothing_one_of_them_is_believed():
    assert keep([running()] * 2, "xx", "..") == "xx"
    assert keep([running()] * 2, "..", "xx") == "xx"


def page(body: str) -> str:
    return f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>"


def text_of(html: str) -> str:
    found = read_html(html.encode())
    assert isinstance(found, Article), found
    return found.text


LIST = "<ul><li>The first village kept its two wells open to both sides.</li><li>The second village sent bread and oil to the ford.</li></ul>"
COMMENTS = "".join(f'<div class="comment"><p>I was at the ford on day {i} and I heard no elder say a word of thanks to anybody.</p></div>' for i in range(4))
TEASERS = "".join(f'<li><a href="/{i}">The price of salt in village {i} has risen once more, and nobody knows who buys it.</a></li>' for i in range(6))


def test_a_list_inside_the_article_stays():
    text = text_of(page(f"<article><h1>{TITLE}</h1>{PARAGRAPHS}{LIST}<p>{RUNNING}</p></article>"))
    assert "The first village kept" in text
    assert text.endswith(RUNNING)


def test_comments_and_lists_of_other_articles_are_left_out():
    html = page(
        f"<nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav><article><h1>{TITLE}</h1>{PARAGRAPHS}</article>"
        f'<aside class="related"><h3>Related</h3><ul>{TEASERS}</ul></aside><section id="comments"><h2>Comments</h2>{COMMENTS}</section><footer>Terms</footer>'
    )
    text = text_of(html)
    assert all(sentence in text for sentence in SENTENCES)
    assert "price of salt" not in text
    assert "heard no elder" not in text
    assert "Home" not in text


def test_paragraphs_that_are_parted_by_breaks_are_paragraphs():
    text = text_of(page(f"<h1>{TITLE}</h1><div class='story'>{'<br><br>'.join(SENTENCES)}</div>"))
    assert all(sentence in text for sentence in SENTENCES)


def test_a_page_in_another_language_has_its_article():
    sentences = [f"Am Tag {i} der Waffenruhe sagten beide Seiten, es sei kein Schuss gefallen, und dankten den Ältesten dafür." for i in range(6)]
    text = text_of(page("<article>" + "".join(f"<p>{s}</p>" for s in sentences) + "</article>"))
    assert text.split("\n\n") == sentences


def test_a_linked_headline_between_paragraphs_is_left_out():
    text = text_of(page(f"<article><h1>{TITLE}</h1>{PARAGRAPHS}<p><a href='/salt'>Price of salt doubles in the second village</a></p><p>{RUNNING}</p></article>"))
    assert "Price of salt" not in text
    assert text.endswith(RUNNING)


def test_a_quoted_tweet_is_part_of_the_article():
    tweet = "Nobody at the ford has heard a shot for eight days, and may it stay so, says the clerk of the ford."
    text = text_of(page(f"<article><h1>{TITLE}</h1>{PARAGRAPHS}<blockquote class='twitter-tweet'><p>{tweet}</p>— The clerk (@ford)</blockquote>{PARAGRAPHS.replace('On day', 'By day')}</article>"))
    assert tweet in text


def test_what_is_hidden_is_not_read():
    html = ARTICLE.replace("</article>", f'<div style="display:none">{"<p>Nobody is to read this line of the page, said the clerk of it.</p>" * 6}</div></article>')
    assert "Nobody is to read" not in text_of(html)


def linked(*bodies: str) -> str:
    """A page whose linked data carry the texts of articles."""
    things = [{"@type": "NewsArticle", "headline": TITLE, "articleBody": body} for body in bodies]
    return f'<script type="application/ld+json">{json.dumps(things)}</script>'


def test_the_linked_data_have_the_article_of_a_page_that_a_script_builds():
    assert text_of(page(linked("\n\n".join(SENTENCES)) + "<div id='app'>Please wait</div>")).split("\n\n") == SENTENCES


def test_the_linked_data_have_the_rest_of_an_article_of_which_the_page_shows_the_beginning():
    shown = f"<article><h1>{TITLE}</h1><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></article>"
    assert text_of(page(linked("".join(f"<p>{s}</p>" for s in SENTENCES)) + shown)).split("\n\n") == SENTENCES


def test_what_the_page_shows_stands_over_linked_data_that_say_little_more_or_something_else():
    shown = f"<article><h1>{TITLE}</h1>{PARAGRAPHS}</article>"
    assert text_of(page(linked(" ".join([*SENTENCES, RUNNING])) + shown)).split("\n\n") == SENTENCES
    assert text_of(page(linked(f"{RUNNING} " * 20) + shown)).split("\n\n") == SENTENCES


def test_a_page_that_describes_many_articles_has_none_of_them():
    found = read_html(page(linked(*["\n".join(SENTENCES)] * 3) + "<div id='app'>Please wait</div>").encode())
    assert isinstance(found, Rejected)
