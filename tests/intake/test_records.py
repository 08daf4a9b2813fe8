"""What a WARC holds when some of it is cut off, damaged or too large."""

import gzip
import io
import os

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pages import page, response, warc, warc_record

from rapporteur.intake import LIMITS, Limits
from rapporteur.intake.records import Broken, Record, begins_records, records


def read(data: bytes, limits: Limits = LIMITS) -> list[Record | Broken]:
    return list(records(io.BytesIO(data), limits))


def urls(found: list[Record | Broken]) -> list[str]:
    return [r.url or "" for r in found if isinstance(r, Record) and r.kind == "response"]


def broken(found: list[Record | Broken]) -> list[tuple[int, str]]:
    return [(r.offset, r.reason) for r in found if isinstance(r, Broken)]


COUNT = 12
ALL = [f"https://hills.example/{i}" for i in range(COUNT)]


@pytest.mark.parametrize("zipped", [True, False])
def test_the_records_come_in_their_order_with_their_offsets(zipped):
    pieces = warc(COUNT, zipped=zipped)
    found = read(b"".join(pieces))
    assert broken(found) == []
    assert [r.kind for r in found] == ["warcinfo"] + ["request", "response"] * COUNT
    assert urls(found) == ALL
    assert [r.offset for r in found] == [sum(map(len, pieces[:i])) for i in range(len(pieces))]
    assert found[2].block.endswith(page(0).encode())
    assert found[2].media == "application/http"


def test_several_records_in_one_member_and_padding_between_members_are_read():
    pieces = warc(COUNT, zipped=False)
    data = gzip.compress(b"".join(pieces[:9])) + bytes(512) + gzip.compress(b"".join(pieces[9:]))
    assert urls(read(data)) == ALL


@pytest.mark.parametrize("zipped", [True, False])
def test_a_file_that_is_cut_gives_all_whole_records_and_one_that_is_told(zipped):
    pieces = warc(COUNT, zipped=zipped)
    whole, start = b"".join(pieces), sum(map(len, pieces[:-1]))
    for end in (start + 1, start + 5, start + 40, len(whole) - 30, len(whole) - 5):
        found = read(whole[:end])
        if not zipped and end == len(whole) - 5:  # only the lines behind the record are cut
            continue
        assert urls(found) == ALL[:-1]
        assert broken(found) == [(start, "damaged")]
        if end > start + 5:
            assert "truncated" in found[-1].detail


def test_a_file_that_is_cut_between_two_records_cannot_be_told_from_a_whole_one():
    pieces = warc(COUNT)
    assert broken(read(b"".join(pieces[:-1]))) == []


@pytest.mark.parametrize("where", range(2, 2 * COUNT, 5))
@pytest.mark.parametrize("damage", ["head", "middle", "check sum", "all"])
def test_a_damaged_member_costs_one_record(where, damage):
    pieces = warc(COUNT)
    hit = bytearray(pieces[where])
    at = {"head": slice(0, 4), "middle": slice(len(hit) // 2, len(hit) // 2 + 8), "check sum": slice(-8, -4), "all": slice(0, len(hit))}[damage]
    hit[at] = bytes(b ^ 0xA5 for b in hit[at])
    found = read(b"".join([*pieces[:where], bytes(hit), *pieces[where + 1 :]]))
    lost = 2 * COUNT + 1 - sum(isinstance(r, Record) for r in found)
    assert lost <= 1
    if lost:
        assert [offset for offset, _ in broken(found)] == [sum(map(len, pieces[:where]))]


def test_the_first_member_may_be_the_damaged_one():
    pieces = warc(COUNT)
    for hit in (pieces[0][:12] + b"\xff" * 8 + pieces[0][20:], pieces[0][:-8] + bytes(4) + pieces[0][-4:]):
        data = b"".join([hit, *pieces[1:]])
        assert begins_records(data)
        assert urls(read(data)) == ALL


def test_what_is_no_archive_begins_no_records():
    assert not begins_records(gzip.compress(page(0).encode()))
    assert not begins_records(b"")
    assert not begins_records(os.urandom(2_000))
    # the first member that opens decides: a page may speak of archives
    assert not begins_records(gzip.compress(b"<p>") + gzip.compress(b"WARC/1.0\r\n"))


def test_noise_between_plain_records_is_told_and_skipped():
    pieces = warc(COUNT, zipped=False)
    found = read(b"".join([*pieces[:5], b"junk that is no record\r\n" * 30, *pieces[5:]]))
    assert urls(found) == ALL
    assert len(broken(found)) == 1


def test_a_record_that_does_not_say_its_length_is_told_and_the_next_is_read():
    bad = b"WARC/1.0\r\nWARC-Type: response\r\n\r\n"
    for length in (b"", b"-5", b"many"):
        one = bad.replace(b"response", b"response\r\nContent-Length: " + length) if length else bad
        data = one + b"\r\n\r\n" + response(page(0).encode(), url=ALL[0])
        found = read(data)
        assert urls(found) == [ALL[0]]
        assert broken(found)[0] == (0, "damaged")
        assert urls(read(gzip.compress(one) + gzip.compress(response(page(0).encode(), url=ALL[0])))) == [ALL[0]]


@pytest.mark.parametrize("zipped", [True, False])
def test_a_record_that_is_too_large_is_told_and_the_next_is_read(zipped):
    pieces = [response(b"<p>" + b"a" * 300_000, url="https://hills.example/big"), response(page(0).encode(), url=ALL[0])]
    data = b"".join(gzip.compress(p) if zipped else p for p in pieces)
    found = read(data, Limits(page_bytes=10_000))
    assert broken(found) == [(0, "too-large")]
    assert urls(found) == [ALL[0]]


def test_a_record_that_its_writer_cut_is_marked():
    (record,) = read(warc_record("response", b"HTTP/1.1 200 OK\r\n\r\n<p>", url=ALL[0], fields="WARC-Truncated: length\r\n"))
    assert record.truncated


def test_a_header_that_never_ends_is_told():
    found = read(b"WARC/1.0\r\n" + b"X: y\r\n" * 40_000)
    assert broken(found)
    assert not urls(found)


@settings(deadline=None, max_examples=80)
@given(st.binary(max_size=300), st.booleans())
def test_no_bytes_break_it(data, marked):
    for found in read((b"WARC/1.0\r\n" if marked else b"\x1f\x8b\x08") + data):
        assert isinstance(found, Record | Broken)


@settings(deadline=None, max_examples=60)
@example(0, 0, b"WARC/")
@given(st.integers(0, 2 * 5), st.integers(0, 10_000), st.binary(min_size=1, max_size=20))
def test_any_damage_inside_one_member_costs_one_record(which, at, new):
    pieces = warc(5)
    hit = bytearray(pieces[which])
    at %= len(hit)
    hit[at : at + len(new)] = new[: len(hit) - at]
    found = read(b"".join([*pieces[:which], bytes(hit), *pieces[which + 1 :]]))
    whole = {(r.kind, r.url) for r in found if isinstance(r, Record)}
    rest = {(r.kind, r.url) for i, piece in enumerate(pieces) if i != which for r in read(piece)}
    assert rest <= whole


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_wherever_a_file_is_cut_what_stands_before_is_given(data):
    pieces = warc(4)
    whole = b"".join(pieces)
    end = data.draw(st.integers(10, len(whole)))
    found = read(whole[:end])
    before = [i for i in range(len(pieces)) if sum(map(len, pieces[: i + 1])) <= end]
    assert sum(isinstance(r, Record) for r in found) == len(before)
    assert bool(broken(found)) == (sum(len(pieces[i]) for i in before) < end)
