"""In whose words a content stands."""

import pytest

from rapporteur.reading.mode import mode_of, quoted_extents
from rapporteur.record import Span


def mode(text: str, *contents: str, nested_cue: str | None = None) -> str:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words), words)

    quoted = {"text": quoted_extents(text, [(0, len(text))])}
    return mode_of([at(c) for c in contents], quoted, nested_cue=at(nested_cue) if nested_cue else None)


@pytest.mark.parametrize(
    ("text", "contents", "expected"),
    [
        ("“The ford is safe,” she said.", ["“The ford is safe,”"], "direct"),
        ("“The ford,” she said, “is safe.”", ["“The ford,”", "“is safe.”"], "direct"),
        ("She said the ford was “as safe as ever”.", ["the ford was “as safe as ever”"], "mixed"),
        ("She said the ford was safe.", ["the ford was safe"], "indirect"),
        ("‘The ford is safe,’ she said.", ["‘The ford is safe,’"], "direct"),
    ],
)
def test_quotation_marks_tell(text, contents, expected):
    assert mode(text, *contents) == expected


def test_a_quoted_speaker_who_reports_another_does_not_quote_him():
    assert mode("“The elders want the ford closed,” she said.", "the ford closed", nested_cue="want") == "indirect"


def test_marks_inside_a_quotation_are_the_inner_speakers():
    assert mode("“The elders said 'close it' to us,” she said.", "'close it'", nested_cue="said") == "direct"


def test_a_nested_quotation_that_begins_behind_its_cue_is_the_inner_speakers():
    assert mode("She said that the elders want “the ford closed”.", "“the ford closed”", nested_cue="want") == "direct"
