"""Entries of feeds: those that carry their article are read, those that only announce it are named with their link."""

import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import PARAGRAPHS, SENTENCES

from rapporteur.intake import LIMITS, Limits, read_stream
from rapporteur.intake.feeds import read_feed
from rapporteur.record import Article, Rejected

LINK = "https://hills.example/truce"
TEXT = "<content:encoded><![CDATA[{}]]></content:encoded>"


def item(inside: str, *, title: str = "Truce holds in the hills", link: str = LINK, more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}{inside}</item>"


def rss(*items: str, head: str = "<title>Hill Gazette</title><language>en-gb</language>", before: str = "") -> str:
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}<rss version="2.0" {names}><channel>{head}{"".join(items)}</channel></rss>'


def read(feed: str | bytes, *, limits: Limits = LIMITS, truncated: bool = False, date: str | None = None) -> list[Article | Rejected]:
    return list(read_feed(feed.encode() if isinstance(feed, str) else feed, source="feed.xml", limits=limits, truncated=truncated, date=date))


def test_an_entry_of_rss_gives_its_article():
    more = "<dc:creator>Awa Diop</dc:creator><pubDate>Tue, 04 May 2021 18:20:00 +0200</pubDate><description>In short.</description>"
    (article,) = read(rss(item(TEXT.format(PARAGRAPHS), more=more)))
    assert article.text.split("\n\n") == SENTENCES
    assert (article.title, article.url, article.outlet, article.language) == ("Truce holds in the hills", LINK, "Hill Gazette", "en")
    assert (article.authors, article.published) == (["Awa Diop"], "2021-05-04T18:20:00+02:00")


def test_an_entry_of_atom_gives_its_article():
    feed = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Hill &amp;amp; Valley</title><entry>
      <title type="html">Truce &lt;em&gt;holds&lt;/em&gt; in the hills</title><link rel="alternate" href="{LINK}"/><author><name>Awa Diop</name></author>
      <published>2021-05-04T18:20:00Z</published><updated>2021-05-06T00:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{PARAGRAPHS}</div></content></entry></feed>"""
    (article,) = read(feed)
    assert article.text.split("\n\n") == SENTENCES
    assert (article.title, article.url, article.outlet) == ("Truce holds in the hills", LINK, "Hill & Valley")
    assert (article.authors, article.published) == (["Awa Diop"], "2021-05-04T18:20:00+00:00")


def test_an_entry_of_rdf_gives_its_article():
    feed = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Hill Gazette</title></channel><item rdf:about="{LINK}"><title>Truce</title><link>{LINK}</link>
      <dc:date>2021-05-04T18:20:00+02:00</dc:date><description><![CDATA[{PARAGRAPHS}]]></description></item></rdf:RDF>"""
    (article,) = read(feed)
    assert (article.text.split("\n\n"), article.published, article.outlet) == (SENTENCES, "2021-05-04T18:20:00+02:00", "Hill Gazette")


def test_an_entry_of_an_aggregator_names_its_own_outlet():
    (article,) = read(rss(item(TEXT.format(PARAGRAPHS), more='<source url="https://valley.example/feed">Valley Post</source>')))
    assert article.outlet == "Valley Post"


def test_the_given_day_stands_over_that_of_the_entry():
    (article,) = read(rss(item(TEXT.format(PARAGRAPHS), more="<pubDate>Tue, 04 May 2021 18:20:00 +0200</pubDate>")), date="1985-03-02")
    assert article.published == "1985-03-02"


@pytest.mark.parametrize(
    ("inside", "detail"),
    [
        ("<description>The two armies agree on six kilometres of hills, officers said on Thursday.</description>", f"summary only: {LINK}"),
        (f"<description>{' '.join(SENTENCES)} Read more…</description>", f"summary only: {LINK}"),
        (f"<description>{' '.join(SENTENCES)} [&amp;hellip;]</description>", f"summary only: {LINK}"),
        ("<description></description>", f"no text: {LINK}"),
        ("", f"no text: {LINK}"),
        ("<description>&lt;img src='a.png'&gt;</description>", f"no text: {LINK}"),
    ],
)
def test_an_entry_that_only_announces_its_article_is_named_with_its_link(inside, detail):
    found, article = read(rss(item(inside), item(TEXT.format(PARAGRAPHS))))
    assert (found.reason, found.detail, found.source) == ("no-article", detail, f"feed.xml#{LINK}")
    assert isinstance(article, Article)


def test_an_entry_without_link_and_title_is_named_by_its_number():
    (found,) = read(rss("<item><description>Short.</description></item>"))
    assert (found.source, found.detail) == ("feed.xml#1", "no text: an entry without a link")


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        (rss(), "empty"),
        ("<rss><channel><title>Cut", "damaged"),
        ("<feed>", "damaged"),
        (rss(item("&a;"), before='<!DOCTYPE rss [<!ENTITY a "b">]>'), "refused"),
        (rss(item("&a;"), before='<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'), "refused"),
        (rss(item(""), before='<!doctype rss [ <!-- x --> <!entity % a "b"> ]>'), "refused"),
        (rss(item(""), before="<!DOCTYPE rss" + " " * 3_000 + '[<!ENTITY a "b">]>'), "refused"),
        (rss("<item " + "a='b' " * 20_000 + ">"), "refused"),
    ],
)
def test_a_feed_that_cannot_be_read_is_named(feed, reason):
    (found,) = read(feed)
    assert (found.source, found.reason) == ("feed.xml", reason)


def test_a_page_inside_an_entry_may_have_what_no_feed_has():
    picture = f'<img src="data:image/png;base64,{"A" * 100_000}">'
    page = f"<!DOCTYPE html [<!ENTITY a 'b'>]>{picture}{PARAGRAPHS}"
    (article,) = read(rss(item(TEXT.format(page))))
    assert article.text.split("\n\n") == SENTENCES


def test_a_feed_that_breaks_off_gives_its_whole_entries_and_says_so():
    feed = rss(*[item(TEXT.format(PARAGRAPHS), link=f"{LINK}/{i}") for i in range(4)])
    lost, *articles = read(feed[: feed.rindex("<item>") + 200], truncated=True)
    assert lost.reason == "too-large"
    assert [a.url for a in articles] == [f"{LINK}/{i}" for i in range(3)]


def test_entries_beyond_the_limit_are_counted():
    feed = rss(*[item(TEXT.format(PARAGRAPHS), link=f"{LINK}/{i}") for i in range(7)])
    *articles, lost = read(feed, limits=Limits(feed_entries=5))
    assert [a.url for a in articles] == [f"{LINK}/{i}" for i in range(5)]
    assert (lost.reason, lost.detail) == ("too-large", "2 entries beyond the first 5 are not read")


def test_markup_that_is_not_well_formed_is_read_all_the_same():
    (article,) = read(rss(item(TEXT.format(PARAGRAPHS), title="Talks & tea", more="<guid>x<br></guid>")))
    assert article.title == "Talks & tea"
    assert article.text.split("\n\n") == SENTENCES


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_the_charset_that_the_feed_declares_is_used(encoding):
    feed = rss(item(TEXT.format(PARAGRAPHS.replace("elders", "señores")))).replace('encoding="UTF-8"', f'encoding="{encoding}"')
    (article,) = read(feed.encode(encoding))
    assert "thanked the señores for it" in article.text


def test_a_feed_is_known_though_it_is_called_a_page():
    (article,) = read_stream(io.BytesIO(rss(item(TEXT.format(PARAGRAPHS))).encode()), source="index.html")
    assert article.text.split("\n\n") == SENTENCES


@pytest.mark.parametrize(
    "feed",
    [
        rss(*["<item>" * 50_000]),
        rss("<![CDATA[" * 100_000),
        rss(item(TEXT.format("<div>" * 100_000 + PARAGRAPHS))),
        rss(*[item("<category>a</category>" * 30_000)]),
        rss(item("&amp;" * 300_000)),
        "<rss" + "<a " * 500_000,
    ],
    ids=["open entries", "open texts", "deep page", "categories", "entities", "open tags"],
)
def test_a_hostile_feed_answers_soon(feed):
    started = time.process_time()
    assert read(feed, limits=Limits(feed_seconds=5.0))
    assert time.process_time() - started < 15


def test_no_connection_is_opened_and_no_file(monkeypatch):
    import socket

    monkeypatch.setattr(socket, "socket", None)
    monkeypatch.setattr(socket, "create_connection", None)
    (found,) = read("https://hills.example/feed")
    assert found.reason == "damaged"
    more = '<?xml-stylesheet href="https://hills.example/style.xsl"?><!DOCTYPE rss SYSTEM "https://hills.example/rss.dtd">'
    (article,) = read(rss(item(TEXT.format(PARAGRAPHS)), before=more))
    assert article.text.split("\n\n") == SENTENCES


@settings(max_examples=40)
@given(st.text(alphabet="<>/ab&;![]CDATA- '\"=itemrsl\n", max_size=120))
def test_no_markup_breaks_it(text):
    for found in read(rss(item(text))):
        assert isinstance(found, Article) or found.reason != "error", found
