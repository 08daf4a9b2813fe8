"""Whatever a person points at is read or named, in the order in which it was given."""

import gzip
import io
import json
import os

import pytest
from pages import ARTICLE, SENTENCES, page, warc

from rapporteur.intake import Limits, files_below, read_sources, read_stream
from rapporteur.record import Article, Rejected

RAW = "Home\nWorld\nTruce holds in the hills\n" + "\n\n".join(SENTENCES)
LINE = json.dumps({"id": "clean", "text": "One line."})
FEED = f"<rss version='2.0'><channel><title>Hills</title><item><title>Truce</title><link>https://hills.example/f</link><description><![CDATA[{ARTICLE}]]></description></item></channel></rss>"


def reasons(found) -> list[str]:
    return [f.reason if isinstance(f, Rejected) else "read" for f in found]


@pytest.fixture
def put(tmp_path):
    def write(name: str, data: bytes | str):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return write


KINDS = {"page.html": ARTICLE, "page.txt": RAW, "lines.jsonl": LINE, "feed.xml": FEED, "crawl.warc": b"".join(warc(1, zipped=False))}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("called", ["name", "nothing", "wrongly"])
def test_each_kind_is_known_by_its_bytes(put, name, zipped, called):
    data = KINDS[name].encode() if isinstance(KINDS[name], str) else KINDS[name]
    file = put({"name": name, "nothing": "data", "wrongly": "data.html"}[called], gzip.compress(data) if zipped else data)
    (article,) = read_sources([file])
    assert isinstance(article, Article), article
    assert ("One line." if name == "lines.jsonl" else "In village 0" if "warc" in name else SENTENCES[0]) in article.text


def test_sources_come_in_the_order_in_which_they_are_given(put):
    last = put("z.jsonl", '{"text": "z"}')
    first = put("a.jsonl", '{"text": "a"}')
    found = read_sources([last, "-", first, last], stdin=io.BytesIO(b'{"text": "stdin"}'))
    assert [a.text for a in found] == ["z", "stdin", "a", "z"]


def test_a_path_may_be_a_string_or_a_path(put):
    file = put("a.jsonl", LINE)
    assert list(read_sources([str(file)])) == list(read_sources([file]))


def test_a_folder_gives_all_files_below_it_sorted_and_without_hidden_ones(put, tmp_path):
    for name in ("b/2.jsonl", "b/c/1.jsonl", "a.jsonl", "b/10.jsonl", ".hidden.jsonl", ".git/x.jsonl", "b/.x/y.jsonl"):
        put(name, json.dumps({"text": name}))
    assert [a.text for a in read_sources([tmp_path])] == ["a.jsonl", "b/10.jsonl", "b/2.jsonl", "b/c/1.jsonl"]


def test_no_fault_in_one_file_ends_the_others(put, tmp_path):
    put("1.html", ARTICLE)
    put("2.pdf", b"%PDF-1.7")
    put("3.warc.gz", b"".join(warc(2))[:-30])
    put("4.html.gz", gzip.compress(ARTICLE.encode())[:-9])
    put("5.txt", "")
    put("6.jsonl", "{\n" + LINE)
    (tmp_path / "7.html").symlink_to(tmp_path / "nowhere")
    put("8.html", page(8))
    assert reasons(read_sources([tmp_path])) == ["read", "refused", "read", "damaged", "damaged", "empty", "damaged", "read", "not-found", "read"]


def test_links_to_folders_are_followed_and_each_folder_is_read_once(put, tmp_path):
    put("in/a.jsonl", '{"text": "a"}')
    put("out/b.jsonl", '{"text": "b"}')
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "other").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "same").symlink_to(tmp_path / "out")
    assert [a.text for a in read_sources([tmp_path / "in"])] == ["a", "b"]


def test_a_folder_that_cannot_be_looked_into_is_named_and_the_rest_is_read(put, tmp_path, monkeypatch):
    put("a/1.jsonl", LINE)
    put("b/2.jsonl", LINE)
    real = os.scandir

    def scandir(path):
        if str(path).endswith("/a"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    closed, article = read_sources([tmp_path])
    assert (closed.source, closed.reason, closed.detail) == (str(tmp_path / "a"), "not-found", "Permission denied")
    assert article.text == "One line."
    assert files_below(str(tmp_path)) == [closed, str(tmp_path / "b" / "2.jsonl")]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("absent.html", "not-found"),
        ("", "not-found"),
        ("a\0b", "error"),
        ("x" * 5_000, "not-found"),
        ("empty folder", "empty"),
        ("ftp://hills.example/a", "refused"),
        ("file:///etc/hostname", "refused"),
        ("/dev/null", "refused"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path, monkeypatch, source, reason):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty folder").mkdir()
    (found,) = read_sources([source])
    assert (found.source, found.reason) == (source, reason)


def test_a_pipe_in_a_folder_is_named_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (found,) = read_sources([tmp_path])
    assert found.reason == "refused"


def test_a_fault_while_reading_is_the_last_outcome_of_its_source(put):
    class Failing(io.RawIOBase):
        def __init__(self) -> None:
            self._given = [b'{"text": "one"}\n' * 10_000]

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            if not self._given:
                raise OSError(5, "Input/output error")
            data, rest = self._given[0][: len(buffer)], self._given.pop()[len(buffer) :]
            self._given += [rest] if rest else []
            buffer[: len(data)] = data
            return len(data)

    *read, fault = read_stream(io.BufferedReader(Failing()), source="disk.jsonl")
    assert {a.text for a in read} == {"one"}
    assert (fault.source, fault.reason, fault.detail) == ("disk.jsonl", "not-found", "Input/output error")


def test_a_page_over_the_limit_is_cut_and_flagged():
    data = (ARTICLE + "<p>word</p>" * 20_000).encode()
    (article,) = read_stream(io.BytesIO(data), source="-", limits=Limits(page_bytes=50_000))
    assert "truncated" in article.flags
    assert article.text.startswith(SENTENCES[0])


def test_a_feed_over_the_limit_gives_what_it_holds_and_says_so():
    item = FEED[FEED.index("<item>") : FEED.index("</channel>")]
    data = FEED.replace(item, item * 30).encode()
    lost, *read = read_stream(io.BytesIO(data), source="-", limits=Limits(feed_bytes=len(item) * 10))
    assert (lost.reason, reasons(read)) == ("too-large", ["read"] * 9)


def test_the_given_day_stands_over_that_of_every_kind(put, tmp_path):
    for name, data in KINDS.items():
        put(name, data)
    assert {a.published for a in read_sources([tmp_path], date="1985-03-02")} == {"1985-03-02"}


def test_gzip_in_gzip_is_refused(put):
    assert reasons(read_sources([put("a.gz", gzip.compress(gzip.compress(b"x")))])) == ["refused"]


@pytest.mark.parametrize("name", ["ä ö.html", "new\nline.html", "-.html", "%s{}.html", os.fsdecode(b"bytes\xff.html")])
def test_a_file_of_any_name_is_read(put, name):
    assert reasons(read_sources([put(name, ARTICLE)])) == ["read"]
