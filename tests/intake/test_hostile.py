"""Inputs that are made, or broken, to hang, to crash or to be lost without a word."""

import gzip
import io
import json
import os
import sys
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import ARTICLE, SENTENCES

from rapporteur.intake import read_clean_text, read_html, read_raw_text, read_stream
from rapporteur.record import Article, Rejected

# Seconds of processor time. Most cases take less than one on an idle core; what hangs takes for ever.
SOON = 30.0


def read(data: bytes | str, name: str = "page") -> list[Article | Rejected]:
    return list(read_stream(io.BytesIO(data.encode() if isinstance(data, str) else data), source=name))


@pytest.fixture(autouse=True, scope="module")
def warm():
    """The libraries' own tables are loaded once in a process."""
    read(ARTICLE)
    read("Short words of a language.")


ENTITIES = '<!DOCTYPE l [<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10)) + "]>"
FEED = "<rss version='2.0'><channel><title>Hills</title><item><title>{}</title><description>{}</description></item></channel></rss>"
CASES = {
    "five million characters of attributes": (ARTICLE + "<div " + " ".join(f"a{i}=1" for i in range(500_000)) + ">x</div>", None),
    "attributes before the article": ("<html><div " + " ".join(f"a{i}=1" for i in range(400_000)) + ">x</div>" + ARTICLE, None),
    "100,000 levels": ("<html><body>" + "<div>" * 100_000 + ARTICLE + "</div>" * 100_000, None),
    "a text of 20 MB": (ARTICLE + "<p>" + "word " * 4_000_000, None),
    "a word of 20 MB": (ARTICLE + "<p>" + "w" * 20_000_000, None),
    "a page of 50 MB": (ARTICLE + "<p>The word of the truce was said again by the elders.</p>" * 900_000, None),
    "200,000 links": (ARTICLE + "<a href=x>link</a>" * 200_000, None),
    "spaces": (ARTICLE + "<p>" + " " * 2_000_000 + "x", None),
    "entities": (ARTICLE + "&amp;" * 500_000, None),
    "times": ("<html><body><h1>a b c</h1>" + "<time>1 May 2020 10:00</time>" * 100_000 + ARTICLE, None),
    "entities of its own in XHTML": ('<?xml version="1.0"?>' + ENTITIES + ARTICLE + "<p>&l9;</p>", None),
    "entities of its own in a feed": ('<?xml version="1.0"?>' + ENTITIES + FEED.format("&l9;", "&l9;"), "refused"),
    "entities of its own in a feed of two-byte characters": (("\ufeff" + ENTITIES + FEED.format("&l9;", "&l9;")).encode("utf-16-le"), "damaged"),
    "a feed of attributes": ("<rss><channel><item " + " ".join(f'a{i}="1"' for i in range(100_000)) + "/></channel></rss>", "refused"),
    "a gzip bomb": (gzip.compress(bytes(50_000_000)), "refused"),
    "a gzip bomb of markup": (gzip.compress(b"<p>a</p>" * 6_000_000), "no-article"),
    "a gzip bomb of JSON lines": (gzip.compress(b'{"text": "' + b"a" * 50_000_000 + b'"}'), "too-large"),
    "gzip in gzip": (gzip.compress(gzip.compress(b"x" * 1_000)), "refused"),
    "cut gzip": (gzip.compress(os.urandom(500_000).hex().encode())[:-1_000], "damaged"),
    "a line of 10 MB": ("word and word of word said. " * 370_000, None),
    "a word of 10 MB in a raw page": ("w" * 10_000_000, "no-article"),
    "half a million lines": ("word said\n" * 500_000, "no-article"),
    "half a million stops": (". " * 1_000_000, "no-article"),
    "open declarations": ("<!" * 1_000_000, "no-article"),
    "open instructions": ("<?" * 500_000, "no-article"),
    "open comments": ("<!--" * 500_000, "empty"),
    "marks upon one letter": ("a" + "\u0301" * 1_000_000, "no-article"),
    "deep JSON": (b'{"text": "a"}\n' + b'{"a":' + b"[" * 1_000_000, None),
    "noise": (bytes(range(256)) * 1_000, "refused"),
    "PDF": (b"%PDF-1.7\n" + bytes(range(256)) * 100, "refused"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(5_000), "refused"),
    "an office document": (b"PK\x03\x04" + bytes(5_000), "refused"),
    "Zstandard": (b"\x28\xb5\x2f\xfd" + bytes(5_000), "refused"),
    "nothing": (b"", "empty"),
    "only a mark of byte order": (b"\xef\xbb\xbf", "empty"),
    "zeros": (bytes(5_000), "refused"),
}


@pytest.mark.parametrize("name", CASES)
def test_it_answers_soon_with_the_article_or_a_named_reason(name):
    data, reason = CASES[name]
    started = time.process_time()
    found = read(data)
    assert time.process_time() - started < SOON
    assert found
    if reason is not None:
        assert [type(f) for f in found] == [Rejected]
        assert found[0].reason == reason
    elif ARTICLE in (data if isinstance(data, str) else ""):
        assert isinstance(found[0], Article), found
        assert all(sentence in found[0].text for sentence in SENTENCES)
    else:
        assert isinstance(found[0], Article), found


def test_what_a_limit_took_is_flagged():
    assert "truncated" in read(CASES["a page of 50 MB"][0])[0].flags
    assert "truncated" in read(CASES["a text of 20 MB"][0])[0].flags
    assert "degraded" in read(CASES["100,000 levels"][0])[0].flags
    assert "cut-tags" in read(CASES["attributes before the article"][0])[0].flags


def test_an_external_entity_opens_no_file_and_no_connection(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the secret words of the file")
    opened: list[str] = []
    sys.addaudithook(lambda event, args: opened.append(f"{event} {args}") if event in ("open", "socket.connect") and "secret" in str(args) else None)
    page = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>{ARTICLE}<p>&x; was what the elder said in the end.</p>'
    (article,) = read(page)
    assert opened == []
    assert "secret words" not in article.text


def test_memory_stays_bounded():
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name in ("a page of 50 MB", "a text of 20 MB", "200,000 links", "a gzip bomb of markup"):
        read(CASES[name][0])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_000_000  # kB on Linux


CONTROLS = "The elder \u202esaid\u202c that the truce \u2066holds\u2069 in the hills of the north and in the valley too. "


def test_marks_of_direction_are_kept_and_spans_quote_them():
    article = read_raw_text(CONTROLS * 4)
    assert "\u202e" in article.text
    assert all(article.text[s.start : s.end].strip() for s in article.sentences)


MIXED = "Señor Muñoz said “no” – the café in Łódź stays closed, and the elders of the four villages agreed with him on that. "


@pytest.mark.parametrize(
    ("data", "flag"),
    [
        (ARTICLE.replace("truce", "tru\0ce").encode(), "null-characters"),
        (b"\xef\xbb\xbf" + ARTICLE.encode(), None),
        (ARTICLE.encode("utf-16"), None),
        (ARTICLE.encode().replace(b"elders", b"eld\xffers", 1), "replaced-characters"),
        (('<meta charset="utf-8">' + ARTICLE.replace("elders", "señores")).encode("cp1252"), None),
        (('<meta charset="shift_jis">' + ARTICLE.replace("elders", "señores")).encode(), None),
        (ARTICLE.replace("elders", "señores").encode("cp1252"), None),
    ],
)
def test_bytes_of_any_charset_give_the_article_and_tell_what_is_wrong(data, flag):
    (article,) = read(data)
    assert isinstance(article, Article), article
    assert "commanders said that no shot had been fired" in article.text
    assert (flag is None and not {"null-characters", "replaced-characters"} & set(article.flags)) or flag in article.flags
    if "señores".encode("cp1252") in data or "señores".encode() in data:
        assert "señores" in article.text


def test_mostly_unreadable_bytes_are_damaged_and_not_an_article():
    page = ARTICLE.encode().replace(b" ", b" \xff\xfe\x81 ")
    (found,) = read(b'<meta charset="utf-8">' + page)
    assert isinstance(found, Rejected) or "replaced-characters" in found.flags or "\ufffd" not in found.text


def test_lone_surrogates_in_a_clean_text_are_kept():
    article = read_clean_text("One \ud800 two. Three.")
    assert article.text == "One \ud800 two. Three."
    assert article.text[article.sentences[0].start : article.sentences[0].end] == "One \ud800 two."


def test_a_line_of_json_that_is_broken_costs_only_itself():
    lines = [json.dumps({"text": f"Line {i}."}) for i in range(5)]
    lines[1] = lines[1][:-4]
    lines[3] = "\x00\x01 noise"
    found = read("\n".join(lines), "in.jsonl")
    assert [f.text if isinstance(f, Article) else f.reason for f in found] == ["Line 0.", "damaged", "Line 2.", "damaged", "Line 4."]


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400))
def test_no_bytes_break_it(data):
    for found in read(data):
        assert isinstance(found, Article | Rejected)
        assert not isinstance(found, Rejected) or found.reason != "error", found


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(ARTICLE) - 1), st.binary(min_size=1, max_size=6)), max_size=12))
def test_no_damage_to_a_page_breaks_it(edits):
    data = bytearray(ARTICLE.encode())
    for at, new in edits:
        data[at : at + len(new)] = new
    found = read_html(bytes(data))
    assert isinstance(found, Article) or found.reason != "error", found
    if isinstance(found, Article):
        assert all(found.text[e.start : e.end] == found.text[e.start : e.end].strip() != "" for e in [*found.paragraphs, *found.sentences])


def test_a_stored_stream_of_zlib_is_no_gzip():
    assert read(zlib.compress(b"x" * 100))[0].reason in {"refused", "no-article", "damaged"}
