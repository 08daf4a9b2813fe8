import hashlib
import io
import json

import pytest

from rapporteur.intake import LIMITS, Limits
from rapporteur.intake.jsonl import read_jsonl
from rapporteur.record import Article, Rejected

PAGE = "<html><body><h1>Pass reopened to goats</h1>" + "<p>The pass above the village was reopened to herds on Friday, the council said.</p>" * 1 + (
    "<p>Herders on the other side called the decision “a first step and a short one,” and asked for the wells as well.</p></body></html>"
)


def read(*lines: object, limits: Limits = LIMITS) -> list[Article | Rejected]:
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(read_jsonl(io.BytesIO(data), source="in.jsonl", limits=limits))


def test_reads_text_and_html_and_keeps_what_is_given():
    text, html = read({"text": "Short.", "id": 7, "title": "T"}, {"html": PAGE, "id": "p", "url": "https://h.example/p", "outlet": "The Goatherd", "date": "4 May 2019"})
    assert (text.id, text.text, text.title) == ("7", "Short.", "T")
    assert (html.id, html.outlet, html.published, html.title) == ("p", "The Goatherd", "2019-05-04", "Pass reopened to goats")
    assert html.text.startswith("The pass above the village")


def test_the_hash_is_that_of_the_line():
    line = b'{"text": "A."}'
    (article,) = read(line)
    assert article.sha256 == hashlib.sha256(line).hexdigest()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"no json", "damaged"),
        (b"[1, 2]", "damaged"),
        (b'{"text": 3}', "damaged"),
        (b'{"text": "\xff"}', "damaged"),
        (b'{"text": "\\ud800"}', "damaged"),
        (b'{"text": "cut', "damaged"),
        (b'{"title": "only"}', "empty"),
        (b'{"html": "<p>"}', "no-article"),
        (b'{"x":' * 50_000, "damaged"),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_the_rest_goes_on(line, reason):
    first, bad, last = read({"text": "One."}, line, {"text": "Three."})
    assert (first.text, last.text) == ("One.", "Three.")
    assert (bad.source, bad.reason) == ("in.jsonl:2", reason)


def test_a_line_that_is_too_long_is_skipped_whole():
    limits = Limits(line_bytes=100)
    bad, good = read({"text": "x" * 5_000}, {"text": "Good."}, limits=limits)
    assert (bad.reason, bad.source) == ("too-large", "in.jsonl:1")
    assert good.text == "Good."


def test_blank_lines_are_no_lines():
    assert [a.text for a in read(b"", {"text": "A."}, b"  ", b"")] == ["A."]
