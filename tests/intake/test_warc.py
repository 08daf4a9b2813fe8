"""Archives as crawlers write them: which records are pages, and what is said of the others."""

import gzip
import io
import zlib

import pytest
from pages import ARTICLE, PARAGRAPHS, SENTENCES, page, response, warc, warc_record

from rapporteur.intake import LIMITS, Limits, read_sources, read_stream
from rapporteur.intake.warc import read_warc
from rapporteur.record import Article, Rejected

URL = "https://hills.example/a"


def read(*pieces: bytes, limits: Limits = LIMITS, date: str | None = None) -> list[Article | Rejected]:
    return list(read_warc(io.BytesIO(b"".join(pieces)), source="in.warc", limits=limits, date=date))


def brotli(body: bytes) -> bytes:
    import brotli

    return brotli.compress(body)


def deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def chunked(body: bytes) -> bytes:
    return b"".join(f"{len(c):x}\r\n".encode() + c + b"\r\n" for c in (body[:70], body[70:])) + b"0\r\n\r\n"


@pytest.mark.parametrize("zipped", [True, False])
def test_a_crawl_gives_the_articles_of_all_its_pages(zipped, tmp_path):
    """In the shape of CC-NEWS: gzip members of description, requests and answers."""
    file = tmp_path / ("crawl.warc.gz" if zipped else "crawl.warc")
    file.write_bytes(b"".join(warc(60, zipped=zipped)))
    found = list(read_sources([file]))
    assert [a.url for a in found] == [f"https://hills.example/{i}" for i in range(60)]
    assert [f"In village {i}, on day 0" in a.text for i, a in enumerate(found)] == [True] * 60


@pytest.mark.parametrize("name", ["archive", "archive.gz", "archive.html"])
def test_an_archive_is_known_by_its_bytes_and_not_by_its_name(name):
    found = list(read_stream(io.BytesIO(b"".join(warc(2))), source=name))
    assert [a.url for a in found] == ["https://hills.example/0", "https://hills.example/1"]


def test_an_archive_whose_first_member_is_damaged_is_an_archive(tmp_path):
    pieces = warc(3)
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(b"".join([pieces[0][:-8] + bytes(8), *pieces[1:]]))
    lost, *found = read_sources([file])
    assert (lost.source, lost.reason) == (f"{file}@0", "damaged")
    assert [a.url for a in found] == [f"https://hills.example/{i}" for i in range(3)]


def test_a_cut_archive_gives_what_it_held_and_tells_the_loss():
    data = b"".join(warc(5))
    *found, lost = read(data[:-40])
    assert [a.url for a in found] == [f"https://hills.example/{i}" for i in range(4)]
    assert (lost.reason, "truncated" in lost.detail) == ("damaged", True)
    assert lost.source.startswith("in.warc@")


@pytest.mark.parametrize(
    ("encode", "headers"),
    [
        (gzip.compress, "Content-Encoding: gzip\r\n"),
        (gzip.compress, "Content-Encoding: x-gzip\r\n"),
        (zlib.compress, "Content-Encoding: deflate\r\n"),
        (deflate, "Content-Encoding: deflate\r\n"),
        (brotli, "Content-Encoding: br\r\n"),
        (lambda b: brotli(gzip.compress(b)), "Content-Encoding: gzip, br\r\n"),
        (chunked, "Transfer-Encoding: chunked\r\n"),
        (lambda b: chunked(gzip.compress(b)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        # an archive that stores the body without what its headers say
        (bytes, "Content-Encoding: gzip\r\n"),
        (bytes, "Transfer-Encoding: chunked\r\n"),
        (bytes, "Content-Encoding: identity\r\n"),
    ],
)
def test_a_page_is_read_through_its_encodings(encode, headers):
    (article,) = read(response(encode(ARTICLE.encode()), headers=headers))
    assert article.text.split("\n\n") == SENTENCES


@pytest.mark.parametrize(
    ("record", "reason", "detail"),
    [
        (response(b"x", status="404 Not Found"), "no-article", "HTTP status 404"),
        (response(b"", status="301 Moved"), "no-article", "HTTP status 301"),
        (response(b""), "empty", "the page has no content"),
        (response(b"%PDF-1.4", media="application/pdf"), "refused", "application/pdf is not read"),
        (response(b"\x89PNG", media="image/png"), "refused", "image/png is not read"),
        (response(b"{}", media="application/json"), "refused", "application/json is not read"),
        (response(b"User-agent: *", url="https://hills.example/robots.txt"), "refused", "no page: robots.txt"),
        (warc_record("response", b"20260101\nhills.example. A 93.184.216.34", url="dns:hills.example"), "refused", "no page: a look-up"),
        (warc_record("response", b"no answer at all", url=URL), "damaged", "the record holds no HTTP response"),
        (response(gzip.compress(ARTICLE.encode())[:-20], headers="Content-Encoding: gzip\r\n"), "damaged", "the compressed page ends too early"),
        (response(gzip.compress(bytes(9_000_000)), headers="Content-Encoding: gzip\r\n"), "too-large", "the page has more than 5,242,880 bytes when decompressed"),
        (response(b"(\xb5/\xfd", headers="Content-Encoding: zstd\r\n"), "refused", "content encoding 'zstd' is not read"),
        (response(b"x", headers="Content-Encoding: gzip, gzip, gzip\r\n"), "refused", "3 content encodings is not read"),
        (warc_record("continuation", b"<p>rest", url=URL), "refused", "a record in several pieces is not read"),
        (warc_record("resource", b"\xff\xd8\xff", url=URL, media="image/jpeg"), "refused", "image/jpeg is not read"),
    ],
)  # fmt: skip
def test_a_record_that_gives_no_article_is_named_and_the_next_is_read(record, reason, detail):
    lost, article = read(record, response(page(1).encode(), url="https://hills.example/1"))
    assert (lost.reason, lost.detail) == (reason, detail)
    assert lost.source.startswith("in.warc#")
    assert article.url == "https://hills.example/1"


def test_what_tells_of_the_crawl_only_is_no_input():
    others = [warc_record(kind, b"HTTP/1.1 304 Not Modified\r\n\r\n", url=URL) for kind in ("request", "revisit", "metadata", "warcinfo")]
    assert [a.url for a in read(*others, response(page(1).encode(), url=URL))] == [URL]


def test_an_archive_without_a_page_is_told():
    (found,) = read(warc_record("warcinfo", b"software: none"))
    assert (found.source, found.reason) == ("in.warc", "empty")


def test_a_page_that_was_stored_without_its_answer_is_read():
    (article,) = read(warc_record("resource", ARTICLE.encode(), url=URL, media="text/html"))
    assert (article.url, article.text.split("\n\n")) == (URL, SENTENCES)


def test_a_page_that_was_stored_as_text_is_read_as_a_scraped_one():
    text = "Home\nTruce holds in the hills\n" + "\n".join(SENTENCES) + "\nContact"
    (article,) = read(warc_record("conversion", text.encode(), url=URL, media="text/plain"))
    assert (article.url, article.text.split("\n\n"), article.title) == (URL, SENTENCES, "Truce holds in the hills")


def test_a_page_that_its_crawler_cut_is_flagged():
    (article,) = read(response(ARTICLE.encode()).replace(b"WARC-Type", b"WARC-Truncated: length\r\nWARC-Type", 1))
    assert "truncated" in article.flags


def test_the_charset_of_the_answer_counts():
    body = ARTICLE.replace("elders", "señores").encode("cp1252")
    (article,) = read(response(body, media="text/html; charset=ISO-8859-1"))
    assert "señores" in article.text


@pytest.mark.parametrize("media", ["text/xml", "application/xhtml+xml", "application/xml", ""])
def test_pages_without_the_type_of_html_are_known_by_their_beginning(media):
    (article,) = read(response(f"<?xml version='1.0'?><!DOCTYPE html><html><body>{PARAGRAPHS}</body></html>".encode(), media=media))
    assert article.text.split("\n\n") == SENTENCES


def test_the_given_day_stands_over_that_of_the_pages():
    (article,) = read(response(ARTICLE.encode()), date="1985-03-02")
    assert article.published == "1985-03-02"


def test_the_hash_is_that_of_the_page():
    from hashlib import sha256

    (article,) = read(response(gzip.compress(ARTICLE.encode()), headers="Content-Encoding: gzip\r\n"))
    assert article.sha256 == sha256(ARTICLE.encode()).hexdigest()
