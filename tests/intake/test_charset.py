import codecs

import pytest

from rapporteur.intake.charset import decode
from rapporteur.record import Rejected

WORDS = "Señor Muñoz said “no” – the café in Łódź stays closed."


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
    ],
)
def test_unicode_is_read_in_each_of_its_forms(data):
    assert decode(data, source="x").text == WORDS


def test_a_page_that_declares_its_charset_wrongly_is_read_as_what_it_is():
    page = f'<meta charset="iso-8859-1"><p>{WORDS}'
    assert WORDS in decode(page.encode(), source="x", declared="latin-1").text


@pytest.mark.parametrize("how", ["header", "meta"])
def test_a_declared_charset_counts_where_the_bytes_are_no_utf8(how):
    text = "Министр сказал: «нет»."
    data = (('<meta charset="windows-1251">' if how == "meta" else "") + text).encode("cp1251")
    assert text in decode(data, source="x", declared="windows-1251" if how == "header" else None).text


def test_latin_one_means_windows_1252_as_in_browsers():
    assert decode("“Quoted”".encode("cp1252"), source="x", declared="iso-8859-1").text == "“Quoted”"


def test_a_few_broken_bytes_are_marked_and_flagged():
    data = (WORDS * 50).encode() + b"\xff" + b" end"
    decoded = decode(data, source="x")
    assert decoded.flags == ["replaced-characters"]
    assert decoded.text.count("\ufffd") == 1
    assert WORDS in decoded.text


def test_mostly_broken_bytes_are_rejected():
    rejected = decode(b"\x81\x8d\x8f\x90\x9d" * 400, source="x", declared="utf-8")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "damaged"


def test_nulls_are_taken_out_and_flagged():
    decoded = decode(b"one\0two and three", source="x")
    assert (decoded.text, decoded.flags) == ("onetwo and three", ["null-characters"])
