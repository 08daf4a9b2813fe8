import gzip

import pytest

from rapporteur.intake.sniff import sniff


@pytest.mark.parametrize(
    ("head", "name", "format"),
    [
        (b"", "", "empty"),
        (b" \n\t ", "", "empty"),
        (gzip.compress(b"x"), "", "gzip"),
        (b"WARC/1.0\r\nWARC-Type: response", "", "warc"),
        (b'{"text": "a"}\n{"text": "b"}', "", "jsonl"),
        (b'{"text": broken\n{"text": "b"}', "", "jsonl"),
        (b'{"text": broken', "x.jsonl", "jsonl"),
        (b"<!DOCTYPE html><html>", "", "html"),
        (b"\xef\xbb\xbf\n<!-- saved --><html>", "", "html"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "", "html"),
        ("<html><body>".encode("utf-16"), "", "html"),
        (b"junk <p>a</p> <p>b</p> <div>c</div>", "", "html"),
        (b"<?xml version='1.0'?><!-- c --><rss version='2.0'>", "page.html", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "", "feed"),
        (b"<?xml version='1.0'?><urlset>", "", "other"),
        (b"%PDF-1.7", "a.txt", "other"),
        (b"\x89PNG\r\n\x1a\n", "", "other"),
        (bytes(range(256)) * 4, "", "other"),
        (b"a,b\n1,2\n", "table.csv", "other"),
        (b'[{"text": "a"}]', "", "other"),
        (b"Plain words about a border.", "page.txt", "raw"),
        (b"He said x < y and left.", "", "raw"),
    ],
)
def test_the_bytes_say_what_they_are(head, name, format):
    assert sniff(head, name=name).format == format


def test_what_is_not_read_is_named():
    assert sniff(b"%PDF-1.4").name == "PDF"
    assert sniff(b"x;y", name="folder/data.CSV").name == "a .csv file"
