"""Expressions of time on GUM's form: what counts as found, and as the same days."""

import builtins
import json
from datetime import date

import pytest

from rapporteur.evaluation.figures import AbsentData
from rapporteur.evaluation.gum_open import Given, Gold, evaluate, gold_of, is_right

TEXT = "He ruled from 2004 to 2009. At 15:11 GMT he spoke. Early in 2012 he fell, a few months ago it was not. In May he had gone."


def mark(words: str, **value: str) -> dict:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), **value}


def row(*dates: dict, genre: str = "news") -> dict:
    return {"genre": genre, "date": "2012-06-15", "text": TEXT, "dates": list(dates)}


MARKS = [
    mark("2004", when="2004"),
    mark("2009", when="2009"),
    mark("15:11 GMT", when="15:11:00"),
    mark("2012", when="2012"),
    mark("a few months ago", notAfter="2012-06"),
    mark("May", when="--05"),
]


def test_ranges_are_joined_and_times_of_the_day_left_out():
    gold, clocks = gold_of(row(*MARKS))
    assert [TEXT[g.start : g.end] for g in gold] == ["2004 to 2009", "2012", "a few months ago", "May"]
    assert (gold[0].first, gold[0].last) == ("2004", "2009")
    assert [TEXT[a:b] for a, b in clocks] == ["15:11 GMT"]


@pytest.mark.parametrize(
    ("gold", "first", "last", "right"),
    [
        (("2004", "2009"), date(2004, 1, 1), date(2009, 12, 31), True),
        (("2004-02", "2004-02"), date(2004, 2, 1), date(2004, 2, 29), True),
        (("2004-02", "2004-02"), date(2004, 2, 1), date(2004, 2, 28), False),
        (("--05", "--05"), date(1999, 5, 1), date(1999, 5, 31), True),
        (("--05-03", "--05-03"), date(1999, 5, 3), date(1999, 5, 3), True),
        ((None, "2012-06"), None, date(2012, 6, 15), True),
        ((None, "2012-06-15"), None, date(2012, 6, 14), False),
        (("1979", None), date(1979, 1, 1), None, True),
        (("-2009-03-13", "-2009-03-13"), date(2009, 3, 13), date(2009, 3, 13), False),
    ],
)
def test_the_same_days_are_right(gold, first, last, right):
    assert is_right(Gold(0, 4, *gold), Given(0, 4, first, last)) is right


def test_a_day_is_right_for_a_month_or_year_that_holds_it_where_only_days_are_given():
    assert is_right(Gold(0, 4, "2004", "2004", "2004"), Given(0, 4, date(2004, 7, 7), date(2004, 7, 7)), by_day=True)
    assert not is_right(Gold(0, 4, "2004", "2005"), Given(0, 4, date(2004, 7, 7), date(2004, 7, 7)), by_day=True)


def test_news_and_interviews_count_and_the_set_may_be_absent(tmp_path, monkeypatch):
    (tmp_path / "train.jsonl").write_text("\n".join(map(json.dumps, [row(*MARKS), row(*MARKS, genre="fiction")])))
    (tmp_path / "dev.jsonl").write_text(json.dumps(row(*MARKS, genre="interview")))
    plain = builtins.__import__

    def without_dateparser(name, *rest):
        if name.startswith("dateparser"):
            raise ImportError(name)
        return plain(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_dateparser)
    figures, _ = evaluate(tmp_path)
    values = {f.name: f for f in figures}
    assert set(values) == {"times found", "times with the same days", "value of times found"}
    assert values["times found"].gold == 8
    assert values["times with the same days"].value == 1.0
    with pytest.raises(AbsentData):
        evaluate(tmp_path / "nowhere")
