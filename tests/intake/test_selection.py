"""From chances to lines: neighbours belong together."""

from hypothesis import given
from hypothesis import strategies as st

from rapporteur.intake.selection import selected

SENTENCE = "On the third day both commanders said that no shot had been fired."


def kept(*chances: float, texts: list[str] | None = None) -> str:
    return "".join("x" if k else "." for k in selected(texts or [SENTENCE] * len(chances), chances))


def test_likely_lines_are_kept_and_unlikely_ones_are_not():
    assert kept(0.02, 0.02, 0.9, 0.9, 0.9, 0.02, 0.02) == "..xxx.."


def test_a_doubtful_line_between_likely_ones_is_kept():
    assert kept(0.9, 0.9, 0.3, 0.9, 0.9) == "xxxxx"


def test_a_lone_line_far_from_the_article_is_not():
    assert kept(0.9, 0.9, 0.9, 0.02, 0.02, 0.02, 0.02, 0.02, 0.6) == "xxx......"


def test_furniture_in_a_gap_stays_out():
    texts = [SENTENCE, SENTENCE, "Advertisement", SENTENCE, SENTENCE]
    assert kept(0.95, 0.95, 0.001, 0.95, 0.95, texts=texts) == "xx.xx"


def test_where_nothing_is_likely_the_likeliest_sets_the_measure():
    assert kept(0.01, 0.2, 0.01, texts=["Menu", SENTENCE, "Home"]) == ".x."


@given(st.lists(st.tuples(st.sampled_from([SENTENCE, "Menu", "Read more", ""]), st.floats(0, 1)), max_size=30))
def test_every_line_is_decided(lines):
    assert len(selected([t for t, _ in lines], [c for _, c in lines])) == len(lines)
