import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.intake.charset import decode
from rapporteur.record import Rejected

WORDS = "Señor Muñoz said “no” – the café in Łódź stays closed."
ENCODINGS = [
    "utf-8",
    "utf-16",
    "utf-7",
    "iso-8859-1",
    "windows-1251",
    "shift_jis",
    "iso-2022-jp",
    "gb18030",
    "big5",
    "euc-kr",
    "hz-gb-2312",
    "base64",
    "idna",
    "none",
]


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


RUSSIAN = (
    "Губернатор сказал, что мост через реку откроют в пятницу, а жители обоих берегов ему не поверили. " * 3
)
CHINESE = "省长说，河上的桥将于星期五开放，两岸的居民都不相信他的话。" * 6


@pytest.mark.parametrize(
    ("text", "truly", "declared"),
    [
        (RUSSIAN, "cp1251", "utf-8"),
        (RUSSIAN, "koi8-r", "utf-8"),
        (RUSSIAN, "utf-8", "windows-1251"),
        (CHINESE, "gb18030", "utf-8"),
        (CHINESE, "utf-8", "gb2312"),
        (CHINESE, "utf-8", "x-unknown"),
        (CHINESE, "utf-8", "utf-16"),
        (WORDS, "utf-16-le", "utf-8"),
        (WORDS.replace("Łódź", "Cádiz") * 5, "cp1252", "utf-8"),
        (WORDS.replace("Łódź", "Cádiz") * 5, "cp1252", "shift_jis"),
    ],
)
@pytest.mark.parametrize("where", ["header", "page"])
def test_a_false_declaration_is_not_believed(text, truly, declared, where):
    meta = f'<meta charset="{declared}">' if where == "page" else ""
    decoded = decode(
        (meta + text).encode(truly), source="x", declared=declared if where == "header" else None
    )
    assert (decoded.text, decoded.flags) == (meta + text, [])


@settings(deadline=None)
@given(
    st.binary(max_size=600) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass")),
    st.none() | st.text(max_size=20) | st.sampled_from(ENCODINGS),
)
def test_any_bytes_are_text_or_damaged_and_what_could_not_be_read_is_told(data, declared):
    decoded = decode(data, source="x", declared=declared)
    if isinstance(decoded, Rejected):
        assert decoded.reason == "damaged"
    else:
        assert ("\ufffd" in decoded.text) == (
            "replaced-characters" in decoded.flags
        ) or "\ufffd".encode() in data
        assert "\0" not in decoded.text
        decoded.text.encode("utf-8")


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=300),
    st.sampled_from(ENCODINGS),
)
def test_unicode_comes_out_as_it_went_in_whatever_is_declared(text, declared):
    decoded = decode(text.encode(), source="x", declared=declared)
    assert isinstance(decoded, Rejected) if text.count("\ufffd") > 3 else decoded.text == text
