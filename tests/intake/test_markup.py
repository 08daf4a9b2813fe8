import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.intake import read_html
from rapporteur.intake.markup import shown_text, tame
from rapporteur.record import Article

ARTICLE = (
    "<html><head><title>Truce holds in the hills</title></head><body><article><h1>Truce holds in the hills</h1>"
    + "".join(f"<p>On day {i} of the truce both commanders said that no shot had been fired, and each thanked the elders for it.</p>" for i in range(8))
    + "</article>"
)
N = 100_000
HOSTILE = {
    "attributes": ARTICLE + "<div " + " ".join(f"a{i}=1" for i in range(N)) + ">x</div>",
    "attributes first": "<div " + " ".join(f"a{i}" for i in range(N)) + ">x</div>" + ARTICLE,
    "a tag that never ends": ARTICLE + "<div " + " ".join(f"a{i}='x'" for i in range(N)),
    "deep": ARTICLE + "<div>" * N,
    "deep formatting": ARTICLE + "<b>" * N,
    "open paragraphs in formatting": "<font><p>" * 50_000 + ARTICLE,
    "tables in tables": "<table><tr><td>" * 20_000 + ARTICLE,
    "open comments": ARTICLE + "<!--" * 200_000,
    "open scripts": ARTICLE + "<script>" * 200_000,
    "angles": ARTICLE + "<" * 500_000,
    "open tags": ARTICLE + "<a" * 500_000,
    "open quotation marks": ARTICLE + '<a href="' * N,
    "mixed quotation marks": ARTICLE + "<a b='\" c=\"'" * N,
    "one long text": ARTICLE + "<p>" + "word " * 400_000,
    "linked data": '<script type="application/ld+json">' + '{"a":' * N + "</script>" + ARTICLE,
    "many lists": ARTICLE + "<ul>" + "<li>alpha beta</li>" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_answers_soon_and_keeps_its_article(name):
    started = time.monotonic()
    found = read_html(HOSTILE[name].encode())
    assert time.monotonic() - started < 3  # below 1 s on an idle machine
    assert isinstance(found, Article), found
    assert "On day 0 of the truce" in found.text
    assert "On day 7 of the truce" in found.text


def test_the_bounds_are_flagged():
    assert "cut-tags" in read_html(HOSTILE["attributes"].encode()).flags
    assert "degraded" in read_html(HOSTILE["deep"].encode()).flags


def test_a_page_that_is_sane_is_left_alone():
    assert tame(ARTICLE) == (ARTICLE, False, [])


def test_a_quotation_mark_in_the_text_of_a_tag_opens_nothing():
    page = '<p class=o\'clock title="5 > 4">A</p><div id=x>B</div>'
    assert tame(page).text == page


@given(st.text(alphabet="<>/a=b\"' !-pdiv\n", max_size=120))
def test_any_markup_can_be_looked_at(text):
    assert len(tame(text).text) <= len(text)
    shown_text(text)


tame_is_linear = "<a b='" * 20_000


def test_the_look_is_linear():
    def seconds(times: int) -> float:
        started = time.perf_counter()
        tame(tame_is_linear * times)
        return time.perf_counter() - started

    seconds(1)
    assert seconds(8) < 40 * max(seconds(1), 0.002)
