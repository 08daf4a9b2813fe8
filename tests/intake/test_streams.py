import gzip
import io
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.intake import LIMITS, Limits
from rapporteur.intake.streams import CHUNK, DamagedStream, Gunzipped, Overgrown, read_bounded, with_head


class Trickle(io.RawIOBase):
    """A stream that gives a few bytes at a time, as pipes and sockets do."""

    def __init__(self, data: bytes, most: int) -> None:
        self._data, self._most = io.BytesIO(data), most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        data = self._data.read(min(self._most, len(buffer)))
        buffer[: len(data)] = data
        return len(data)


def unzipped(data: bytes, limits: Limits = LIMITS) -> bytes:
    return io.BufferedReader(Gunzipped(io.BytesIO(data), limits)).read()


@given(st.binary(max_size=300), st.integers(1, 400), st.integers(1, 50))
def test_a_stream_begins_again_behind_a_look_at_its_head(data, size, most):
    head, stream = with_head(Trickle(data, most), size)
    assert head == data[:size]
    assert stream.read() == data


@given(st.binary(max_size=300), st.integers(1, 400), st.integers(1, 50))
def test_no_more_is_read_than_the_bound_and_more_is_told(data, bound, most):
    assert read_bounded(Trickle(data, most), bound) == (data[:bound], len(data) > bound)


@given(st.lists(st.binary(max_size=200), min_size=1, max_size=5), st.integers(0, 40), st.integers(1, 60))
def test_all_members_of_a_gzip_stream_are_read_with_padding_between(pieces, padding, most):
    data = b"".join(gzip.compress(p, mtime=0) + bytes(padding) for p in pieces)
    assert Gunzipped(Trickle(data, most)).readall() == b"".join(pieces)


def test_padding_longer_than_a_read_ends_nothing():
    assert unzipped(gzip.compress(b"one", mtime=0) + bytes(3 * CHUNK) + gzip.compress(b"two", mtime=0)) == b"onetwo"


@given(st.binary(min_size=1, max_size=400), st.data())
def test_a_cut_stream_is_damaged_wherever_it_is_cut(data, draw):
    packed = gzip.compress(data, mtime=0)
    with pytest.raises(DamagedStream):
        unzipped(packed[: draw.draw(st.integers(1, len(packed) - 1))])


@pytest.mark.parametrize(
    "data",
    [gzip.compress(b"text", mtime=0)[:-8] + bytes(8), gzip.compress(b"one", mtime=0) + b"and no more gzip", gzip.compress(b"one", mtime=0) + b"\x1f\x8b\x08", b"\x1f\x8b\x08" + bytes(50), zlib.compress(b"text"), b""],
)
def test_what_is_no_whole_gzip_is_damaged_and_never_shorter_without_a_word(data):
    with pytest.raises(DamagedStream):
        unzipped(data)


def test_what_stands_before_the_damage_can_be_read():
    stream = io.BufferedReader(Gunzipped(io.BytesIO(gzip.compress(b"line\n", mtime=0) + b"junk")))
    assert stream.readline() == b"line\n"
    with pytest.raises(DamagedStream):
        stream.readline()


def test_a_bomb_is_stopped_and_a_large_text_is_not():
    bomb = gzip.compress(bytes(20_000_000))
    with pytest.raises(Overgrown):
        unzipped(bomb)
    text = gzip.compress(b"".join(b"Word %d of the elders was heard.\n" % (i * i) for i in range(150_000)))
    assert len(unzipped(text)) > LIMITS.page_bytes


def test_a_bomb_is_stopped_by_its_ratio_before_it_is_large():
    with pytest.raises(Overgrown):
        unzipped(gzip.compress(bytes(1_000_000)), Limits(page_bytes=10_000, expansion_ratio=50))


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data):
    with suppress(DamagedStream, Overgrown):
        unzipped(b"\x1f\x8b\x08\x00" + data)
