import gzip
import time
import zlib
from contextlib import suppress

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.intake import Limits
from rapporteur.intake.compression import UnknownEncoding, decoded
from rapporteur.intake.streams import DamagedStream, Overgrown

PAGE = b"<p>The elders of both villages met at the ford, and nothing was signed there.</p>" * 20
RAW = zlib.compressobj(wbits=-15)
FORMS = {
    "gzip": gzip.compress(PAGE),
    "x-gzip": gzip.compress(PAGE),
    "deflate": zlib.compress(PAGE),
    "Deflate": RAW.compress(PAGE) + RAW.flush(),
    "br": brotli.compress(PAGE),
    " GZIP ,, identity": gzip.compress(PAGE),
    "deflate, br": brotli.compress(zlib.compress(PAGE)),
    "identity": PAGE,
    "": PAGE,
}


@pytest.mark.parametrize("name", FORMS)
def test_each_encoding_is_undone(name):
    assert decoded(FORMS[name], name) == PAGE


def test_no_header_means_no_encoding():
    assert decoded(PAGE, None) == PAGE


def test_a_body_that_was_stored_decompressed_stays():
    assert decoded(PAGE, "gzip") == PAGE


def test_a_page_in_several_members_is_whole():
    assert decoded(gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:]), "gzip") == PAGE


@pytest.mark.parametrize("name", ["zstd", "compress", "gzip, gzip, gzip", "br, br, br"])
def test_what_is_not_read_is_told(name):
    with pytest.raises(UnknownEncoding):
        decoded(PAGE, name)


@pytest.mark.parametrize("name", ["gzip", "deflate", "Deflate", "br"])
def test_a_cut_page_is_damaged(name):
    with pytest.raises(DamagedStream):
        decoded(FORMS[name][:-5], name)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_a_page_with_other_bytes_in_it_is_damaged(name):
    data = FORMS[name]
    with pytest.raises(DamagedStream):
        decoded(data[:12] + bytes(b ^ 0x5A for b in data[12:40]) + data[40:], name)


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", lambda b: brotli.compress(b, quality=3)), ("gzip, gzip", lambda b: gzip.compress(gzip.compress(b)))])
def test_a_bomb_is_refused_soon(name, pack):
    bomb = pack(bytes(60_000_000))
    started = time.process_time()
    with pytest.raises(Overgrown):
        decoded(bomb, name)
    assert time.process_time() - started < 1


def test_a_page_of_just_the_limit_is_read():
    limits = Limits(page_bytes=len(PAGE))
    assert decoded(gzip.compress(PAGE), "gzip", limits) == PAGE
    with pytest.raises(Overgrown):
        decoded(gzip.compress(PAGE + b"a"), "gzip", limits)


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br"]))
def test_no_bytes_break_it(data, name):
    for body in (data, b"\x1f\x8b\x08\x00" + data):
        with suppress(DamagedStream, Overgrown):
            decoded(body, name)
