import pytest

from rapporteur.intake import read_html
from rapporteur.intake.html import page_day

BODY = "".join(
    f"<p>In round {i} the delegates from the two river provinces said that the dam would stay shut until the wells were counted.</p>" for i in range(6)
)


def page(head: str = "", above: str = "", below: str = "", foot: str = "", lang: str = "en") -> bytes:
    title = "Delegates argue over the dam"
    return f"<html lang='{lang}'><head><title>{title}</title>{head}</head><body>{above}<article><h1>{title}</h1>{below}{BODY}</article>{foot}</body></html>".encode()


@pytest.mark.parametrize(
    ("html", "url", "expected"),
    [
        (page('<meta property="article:published_time" content="2021-05-04T08:00:00+02:00">'), None, "2021-05-04T08:00:00+02:00"),
        (page('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "datePublished": "2021-05-04"}</script>'), None, "2021-05-04"),
        (page(), "https://dam.example/2021/05/14/delegates", "2021-05-14"),
        (page(), "https://dam.example/news/2021/11/27/20595828/delegates", "2021-11-27"),
        (page(), "https://dam.example/2021-11-08-delegates-argue/", "2021-11-08"),
        (page(), "https://dam.example/2021/nov/8/delegates", "2021-11-08"),
        (page(), "https://dam.example/world/202105041044893040-delegates", "2021-05-04"),
        (page(), "https://dam.example/20210504/delegates", "2021-05-04"),
        (page(), "https://dam.example/2021/1234567/delegates", None),
        (page(below="<p>4 May 2021</p>"), None, "2021-05-04"),
        (page(below="<div>Updated 6 May 2021</div><div>4 May 2021</div>"), None, "2021-05-04"),
        (page(above="<div>Tuesday, May 4, 2021</div>"), None, "2021-05-04"),
        (page(below="<time datetime='2021-05-04T12:22:42-0400'>1 minute ago</time>"), None, "2021-05-04T12:22:42-04:00"),
        (page(below="<div>05/04/2021</div>", lang="en-US"), None, "2021-05-04"),
        (page(below="<div>05/04/2021</div>", lang="fr"), None, "2021-04-05"),
        (page(foot="<script>var page = {'publish_date': '2021-05-04 07:00', kind: 1}</script>"), None, "2021-05-04"),
        (page(foot="<footer>© 1998</footer>"), None, None),
    ],
)  # fmt: skip
def test_the_day_is_read_from_the_surest_that_says_it(html, url, expected):
    assert page_day(html, url=url) == expected


def utc(moment: str) -> str:
    return f'<meta property="article:published_time" content="{moment}">'


def test_a_moment_in_utc_gives_the_day_that_the_page_shows():
    assert page_day(page(utc("2021-05-05T01:30:00Z"), below="<time>May 4, 2021</time>")) == "2021-05-04"


def test_a_day_that_no_clock_shows_at_that_moment_is_another_day():
    assert page_day(page(utc("2021-05-04T05:23:00Z"), below="<time>May 5, 2021</time>")) == "2021-05-04T05:23:00+00:00"


def test_the_day_of_a_change_says_nothing_of_the_moment_of_publication():
    assert page_day(page(utc("2021-05-04T18:00:00Z"), below="<time class='date-updated'>May 5, 2021</time>")) == "2021-05-04T18:00:00+00:00"


def test_a_moment_in_utc_is_told_by_the_clock_of_the_page_where_it_shows_one():
    foot = "<script>[{'t': '2021-05-03T10:00:00-0400'}, {'t': 'Mon, 03 May 2021 09:00:00 -0400'}]</script>"
    assert page_day(page(utc("2021-05-05T01:30:00Z"), foot=foot)) == "2021-05-04T21:30:00-04:00"


def test_a_moment_in_utc_stays_where_nothing_says_otherwise():
    assert page_day(page(utc("2021-05-05T01:30:00Z"))) == "2021-05-05T01:30:00+00:00"


def test_a_time_of_day_without_its_offset_is_flagged_and_not_made_up():
    article = read_html(page(below="<div>4 May 2021, 18:20</div>"))
    assert article.published == "2021-05-04"
    assert "local-time 18:20" in article.flags
