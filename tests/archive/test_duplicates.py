"""Fingerprints tell copies from other texts."""

from hypothesis import given
from hypothesis import strategies as st

from rapporteur.archive.duplicates import SHARED, fingerprint

WORDS = st.lists(st.text("abcdefghij", min_size=2, max_size=7), min_size=150, max_size=220)


def likeness(a: str, b: str) -> float:
    x, y = set(fingerprint(a)), set(fingerprint(b))
    return len(x & y) / max(1, min(len(x), len(y)))


@given(WORDS)
def test_a_cut_copy_is_held_in_the_whole(words):
    assert likeness(" ".join(words), " ".join(words[:90])) == 1.0 or not fingerprint(" ".join(words[:90]))


def test_other_texts_are_no_copies():
    ferry = " ".join(f"The ferry left pier {n} with {n * 7} people and came back at {n % 12}." for n in range(60))
    court = " ".join(f"Judge {n} heard witness {n * 3} on day {n % 30} of the trial in room {n % 9}." for n in range(60))
    assert likeness(ferry, court) < SHARED


def test_case_and_marks_do_not_count():
    text = "The coast guard fired on a trawler off the cape, the minister said, and nobody was hurt in the night."
    assert fingerprint(text) == fingerprint(text.upper().replace(",", " –"))
