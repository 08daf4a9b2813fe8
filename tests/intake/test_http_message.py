import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.intake.http_message import dechunked, parse


def test_an_answer_has_its_status_headers_and_body():
    found = parse(b"HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; Charset=\"windows-1251\"\r\nX-Empty:\r\n\r\n<p>a\r\n\r\nb")
    assert (found.status, found.body) == (200, b"<p>a\r\n\r\nb")
    assert (found.media_type, found.charset) == ("text/html", "windows-1251")
    assert found.headers["x-empty"] == ""


@pytest.mark.parametrize("message", [b"HTTP/1.1 200\nA: b\n\n<p>", b"HTTP/2 200 \r\nA: b\r\n\r\n<p>", b"HTTP/1.0 200 Fine thing\r\na:b\r\n\r\n<p>"])
def test_answers_of_careless_servers_are_read(message):
    found = parse(message)
    assert (found.status, found.headers, found.body) == (200, {"a": "b"}, b"<p>")


def test_an_answer_without_headers_or_body_has_none():
    found = parse(b"HTTP/1.1 204 No Content")
    assert (found.status, found.headers, found.body, found.media_type, found.charset) == (204, {}, b"", "", None)


@pytest.mark.parametrize("message", [b"", b"<html>", b"GET / HTTP/1.1\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\r\nHTTP/1.1 200 OK\r\n\r\n"])
def test_what_does_not_begin_as_an_answer_is_none(message):
    assert parse(message) is None


def test_of_repeated_headers_the_last_stands():
    assert parse(b"HTTP/1.1 200 OK\r\nA: 1\r\nA: 2\r\n\r\n").headers == {"a": "2"}


def test_chunks_are_joined():
    assert parse(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\n<p>\r\n4;x=y\r\nword\r\n0\r\n\r\n").body == b"<p>word"
    assert dechunked(b"3\n<p>\n4 \nword\n0\n\n") == b"<p>word"


def test_what_was_cut_in_a_chunk_is_kept():
    assert dechunked(b"3\r\n<p>\r\nff\r\nwor") == b"<p>wor"
    assert dechunked(b"3\r\n<p>\r\n") == b"<p>"


@pytest.mark.parametrize("body", [b"<p>a</p>", b"Added: nothing\r\nof it", b"Bad\tnews\n<p>", b"2020 was a year\n", b""])
def test_a_body_that_was_stored_without_its_chunks_stays(body):
    assert dechunked(body) == body


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=6))
def test_any_chunks_give_what_was_sent(pieces):
    sent = b"".join(f"{len(p):x}\r\n".encode() + p + b"\r\n" for p in pieces) + b"0\r\n\r\n"
    assert dechunked(sent) == b"".join(pieces)


@given(st.binary(max_size=200))
def test_no_bytes_break_it(data):
    for message in (data, b"HTTP/1.1 200 OK\r\n" + data, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + data):
        found = parse(message)
        assert found is None or 0 <= found.status <= 999
