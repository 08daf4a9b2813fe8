"""Expressions of time: what is found, where, and what days it means."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.reading.time_grammar import FORMS, MONTHS, WEEKDAYS
from rapporteur.reading.time_tense import tense_of
from rapporteur.reading.times import MEANINGS, find_expressions, find_times, resolve

DAY = date(2013, 5, 8)  # a Wednesday


def only(text: str, day: date | None = DAY):
    (found,) = find_times(text, day)
    return found


def told(found) -> tuple:
    return (found.span.words, found.start, found.end, found.precision, found.relation)


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "precision"),
    [
        # weekdays: behind, ahead, by a word
        ("The envoy left on Thursday.", "Thursday", "2013-05-02", "2013-05-02", "day"),
        ("The envoy will leave on Thursday.", "Thursday", "2013-05-09", "2013-05-09", "day"),
        ("On Thursday, the envoy will leave.", "Thursday", "2013-05-09", "2013-05-09", "day"),
        ("The envoy left on Wednesday.", "Wednesday", "2013-05-08", "2013-05-08", "day"),
        ("They met last Thursday.", "last Thursday", "2013-05-02", "2013-05-02", "day"),
        ("They meet next Friday.", "next Friday", "2013-05-10", "2013-05-10", "day"),
        ("Thursday's attack killed three.", "Thursday", "2013-05-02", "2013-05-02", "day"),
        ("They fled on Thursday night.", "Thursday night", "2013-05-02", "2013-05-02", "hour"),
        ("He spoke earlier on Friday.", "earlier on Friday", "2013-05-03", "2013-05-03", "hour"),
        ("On Thursday, May 9, the council meets.", "Thursday, May 9", "2013-05-09", "2013-05-09", "day"),
        ("Talks resume a week on Monday.", "a week on Monday", "2013-05-20", "2013-05-20", "day"),
        ("Talks resume Monday week.", "Monday week", "2013-05-20", "2013-05-20", "day"),
        # by where we stand
        ("He died today.", "today", "2013-05-08", "2013-05-08", "day"),
        ("He died yesterday.", "yesterday", "2013-05-07", "2013-05-07", "day"),
        ("He leaves the day after tomorrow.", "the day after tomorrow", "2013-05-10", "2013-05-10", "day"),
        ("He died last night.", "last night", "2013-05-07", "2013-05-07", "hour"),
        ("Shells fell overnight.", "overnight", "2013-05-07", "2013-05-08", "hour"),
        ("He spoke this morning.", "this morning", "2013-05-08", "2013-05-08", "hour"),
        ("He left this week.", "this week", "2013-05-06", "2013-05-12", "week"),
        ("He left last month.", "last month", "2013-04-01", "2013-04-30", "month"),
        ("He leaves next year.", "next year", "2014-01-01", "2014-12-31", "year"),
        ("It rained for the past week.", "the past week", "2013-05-01", "2013-05-08", "week"),
        ("They met at the weekend.", "the weekend", "2013-05-04", "2013-05-05", "day"),
        ("They will meet at the weekend.", "the weekend", "2013-05-11", "2013-05-12", "day"),
        ("He fell ill late last year.", "late last year", "2012-10-01", "2012-12-31", "quarter"),
        ("It rose earlier this year.", "earlier this year", "2013-01-01", "2013-05-08", "year"),
        ("It will rise later this month.", "later this month", "2013-05-08", "2013-05-31", "month"),
        # counted
        ("He left two years ago.", "two years ago", "2011-01-01", "2011-12-31", "year"),
        ("He left a fortnight ago.", "a fortnight ago", "2013-04-22", "2013-04-28", "week"),
        ("He left three days ago.", "three days ago", "2013-05-05", "2013-05-05", "day"),
        ("He left a year ago today.", "a year ago today", "2012-05-08", "2012-05-08", "day"),
        ("He has served for the past three days.", "the past three days", "2013-05-05", "2013-05-08", "day"),
        ("The court will sit in two weeks' time.", "in two weeks' time", "2013-05-20", "2013-05-26", "week"),
        ("Decades ago they traded.", "Decades ago", None, "2013-05-08", "decade"),
        ("Many fled in recent weeks.", "recent weeks", None, "2013-05-08", "week"),
        # dates
        ("He died on 9 May 2011.", "9 May 2011", "2011-05-09", "2011-05-09", "day"),
        ("He died on the 9th of May, 2011.", "the 9th of May, 2011", "2011-05-09", "2011-05-09", "day"),
        ("It was Sept. 11, 2001.", "Sept. 11, 2001", "2001-09-11", "2001-09-11", "day"),
        ("He died on 3 May.", "3 May", "2013-05-03", "2013-05-03", "day"),
        ("He died on 3 June.", "3 June", "2012-06-03", "2012-06-03", "day"),
        ("He will go on 3 June.", "3 June", "2013-06-03", "2013-06-03", "day"),
        ("He came on Sunday 12 May.", "Sunday 12 May", "2013-05-12", "2013-05-12", "day"),
        ("He came on the 5th.", "the 5th", "2013-05-05", "2013-05-05", "day"),
        ("Filed 2013-05-01.", "2013-05-01", "2013-05-01", "2013-05-01", "day"),
        ("Signed 25/12/2012.", "25/12/2012", "2012-12-25", "2012-12-25", "day"),
        ("Signed 10/05/2013.", "10/05/2013", "2013-05-10", "2013-05-10", "day"),
        ("They met in May 2012.", "May 2012", "2012-05-01", "2012-05-31", "month"),
        ("They met in March.", "March", "2013-03-01", "2013-03-31", "month"),
        ("They met in November.", "November", "2012-11-01", "2012-11-30", "month"),
        ("They will vote in November.", "November", "2013-11-01", "2013-11-30", "month"),
        ("They met in mid-April.", "mid-April", "2013-04-11", "2013-04-20", "week"),
        ("By then, March of next year, it closed.", "March of next year", "2014-03-01", "2014-03-31", "month"),
        ("The 2011 uprising failed.", "2011", "2011-01-01", "2011-12-31", "year"),
        ("He rose in early 2012.", "early 2012", "2012-01-01", "2012-03-31", "quarter"),
        ("Born in '98, he fled.", "'98", "1998-01-01", "1998-12-31", "year"),
        # ranges
        ("They met on 10–12 April.", "10–12 April", "2013-04-10", "2013-04-12", "day"),
        ("They met on April 10-12, 2012.", "April 10-12, 2012", "2012-04-10", "2012-04-12", "day"),
        ("It ran from 3 March to 5 April.", "from 3 March to 5 April", "2013-03-03", "2013-04-05", "day"),
        ("He ruled between 2001 and 2004.", "between 2001 and 2004", "2001-01-01", "2004-12-31", "year"),
        ("The war of 2008-09 ended.", "2008-09", "2008-01-01", "2009-12-31", "year"),
        ("They met from Monday to Wednesday.", "from Monday to Wednesday", "2013-05-06", "2013-05-08", "day"),
        ("It ran from November to February.", "from November to February", "2012-11-01", "2013-02-28", "month"),
        # parts of a year and more
        ("It fell in the first half of 2012.", "the first half of 2012", "2012-01-01", "2012-06-30", "quarter"),
        ("It fell in the fourth quarter of 2012.", "the fourth quarter of 2012", "2012-10-01", "2012-12-31", "quarter"),
        ("Output fell in Q3 2012.", "Q3 2012", "2012-07-01", "2012-09-30", "quarter"),
        ("Profits fell in the fourth quarter.", "the fourth quarter", "2012-10-01", "2012-12-31", "quarter"),
        ("They fled in summer 2012.", "summer 2012", "2012-06-01", "2012-08-31", "season"),
        ("They return next spring.", "next spring", "2014-03-01", "2014-05-31", "season"),
        ("Wars of the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("Wars of the eighties.", "the eighties", "1980-01-01", "1989-12-31", "decade"),
        ("Wars of the 19th century.", "the 19th century", "1800-01-01", "1899-12-31", "decade"),
        ("It was the first week of April.", "the first week of April", "2013-04-01", "2013-04-07", "week"),
        ("It was the last day of 2012.", "the last day of 2012", "2012-12-31", "2012-12-31", "day"),
        ("It was the second Sunday of April 2013.", "the second Sunday of April 2013", "2013-04-14", "2013-04-14", "day"),
        # named days
        ("He died on Christmas Eve.", "Christmas Eve", "2012-12-24", "2012-12-24", "day"),
        ("They met on Good Friday.", "Good Friday", "2013-03-29", "2013-03-29", "day"),
        ("After the attacks of 9/11 they fled.", "9/11", "2001-09-11", "2001-09-11", "day"),
        ("It was two weeks before Easter 2013.", "two weeks before Easter 2013", "2013-03-11", "2013-03-17", "week"),
        ("He resigned on the eve of Friday's vote.", "the eve of Friday", "2013-05-02", "2013-05-02", "day"),
    ],
)
def test_an_expression_means_its_days(text, words, start, end, precision):
    found = only(text)
    assert told(found)[:4] == (words, start, end, precision)
    assert text[found.span.start : found.span.end] == words


@pytest.mark.parametrize(
    ("text", "start", "end", "relation"),
    [
        ("He must go by the end of the month.", "2013-05-08", "2013-05-31", "by"),
        ("It ends before the end of the year.", "2013-05-08", "2013-12-31", "by"),
        ("He had gone by 2010.", None, "2010-12-31", "by"),
        ("The war has raged since 2011.", "2011-01-01", None, "since"),
        ("He has been held since May.", "2013-05-01", None, "since"),
        ("The truce was extended until Friday.", None, "2013-05-10", "until"),
        ("The office was closed until Friday.", None, "2013-05-03", "until"),
        ("He left before 10 May 2012.", None, "2012-05-09", "before"),
        ("He left after 10 May 2012.", "2012-05-11", None, "after"),
        ("He came around 1990.", "1990-01-01", "1990-12-31", "about"),
        ("After Thursday's attack they fled.", "2013-05-02", "2013-05-02", "on"),
        ("Iran must answer within 48 hours.", "2013-05-08", "2013-05-10", "by"),
        ("The rule applies from Monday on, he will say.", "2013-05-13", None, "since"),
        ("Ramadan 2012 was hot.", "2012-07-20", "2012-08-17", "about"),
    ],
)
def test_a_preposition_sets_the_relation_and_opens_the_interval(text, start, end, relation):
    found = only(text)
    assert (found.start, found.end, found.relation) == (start, end, relation)


@pytest.mark.parametrize(
    "text",
    [
        "He may march in the sun, she sat.",
        "Theresa May said so. May was applauded.",
        "Security Council resolution 1973 sent 2000 soldiers.",
        "He was jailed for three days.",
        "A man in his 40s was held.",
        "The second half began without goals in the first quarter.",
        "The Sunday Times and the Mail on Sunday reported it.",
        "They pray every Friday and each May.",
        "The Winter Olympics and the Arab Spring.",
        "He fell on the eve of the vote.",
        "The fall of Kabul shocked them.",
        "The price was $2000, or 1,999 euros, 50 percent.",
        "On the 15th floor he waited.",
        "Nobody knew the day of the attack.",
        "On 31 April they will not meet.",
        "Turkish paper Dunya Today wrote.",
        "The Yom Kippur War and Easter Island.",
    ],
)
def test_what_is_no_time_is_not_found(text):
    assert find_times(text, DAY) == []


def test_two_verbs_two_tenses():
    first, second = find_times("The minister said on Thursday he will resign on Monday.", DAY)
    assert (first.start, second.start) == ("2013-05-02", "2013-05-13")


def test_what_is_told_of_a_day_counts_from_it():
    text = "On 3 April the rebels attacked. The next day the army fled. Two weeks later, they returned. That month was hot."
    assert [t.start for t in find_times(text, DAY)] == ["2013-04-03", "2013-04-04", "2013-04-15", "2013-04-01"]


def test_nothing_told_as_past_lies_after_the_articles_day():
    assert find_times("The following day they left.", DAY) == []


def test_a_date_without_a_year_takes_it_from_its_neighbours():
    assert [t.start for t in find_times("He was seized in August 2008 and freed in October.", DAY)] == ["2008-08-01", "2008-10-01"]
    assert [t.start for t in find_times("In November and December 2010 it snowed.", DAY)] == ["2010-11-01", "2010-12-01"]


def test_the_order_of_a_date_in_figures_follows_one_that_has_no_other():
    assert [t.start for t in find_times("From 02/03/2011 and 25/03/2011.", DAY)] == ["2011-03-02", "2011-03-25"]
    assert [t.start for t in find_times("From 02/03/2011 and 03/25/2011.", DAY)] == ["2011-02-03", "2011-03-25"]


def test_without_a_day_only_what_says_its_own_date_has_one():
    by_itself, relative = find_times("On 9 May 2012 they left; they returned last week.", None)
    assert (by_itself.start, by_itself.end) == ("2012-05-09", "2012-05-09")
    assert (relative.start, relative.end, relative.precision, relative.span.words) == (None, None, "week", "last week")


def test_words_alone_are_resolved_with_the_tense_that_is_given():
    assert resolve("on Thursday", DAY).start == "2013-05-02"
    assert resolve("on Thursday", DAY, tense="future").start == "2013-05-09"
    assert resolve("by the end of May", DAY).relation == "by"
    assert resolve("nothing of the kind", DAY) is None


def test_the_tense_can_be_given_by_the_reader():
    (found,) = find_times("They met on Thursday.", DAY, tense_of=lambda text, start, end: "future")
    assert found.start == "2013-05-09"


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("The vote will be held on Thursday.", "Thursday", "future"),
        ("The treaty would have been signed on Thursday.", "Thursday", "past"),
        ("The summit had been scheduled for Thursday's session.", "Thursday", "past"),
        ("Xi to meet Putin Friday", "Friday", "future"),
        ("He said Sunday's vote would go ahead.", "Sunday", "future"),
        ("He said Sunday's vote was fair.", "Sunday", "past"),
        ("She warned ahead of Sunday's election.", "Sunday", "future"),
        ("He told them on Tuesday that they should go.", "Tuesday", "past"),
        ("A long Thursday.", "Thursday", None),
    ],
)
def test_the_verbs_of_the_clause_tell_the_tense(text, word, tense):
    assert tense_of(text, text.index(word), text.index(word) + len(word)) == tense


def test_every_form_has_a_meaning_and_every_meaning_a_form():
    assert {form.name for form in FORMS} == set(MEANINGS)


WORDS = [*MONTHS, *WEEKDAYS, "the", "of", "to", "from", "between", "and", "until", "by", "early", "end", "last", "next", "two", "years", "ago", "week",
         "later", "1999", "2013", "9", "31st", "29", "February", "-", "–", "/", ",", ".", "\n\n", "will", "said", "day", "before", "quarter", "first",
         "Easter", "summer", "9999", "century", "hours", "within", "'s", "0", "1990s", "overnight", "Q3", "2000-02-30"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=80), st.dates(date(1000, 1, 1), date(9000, 1, 1)))
def test_spans_quote_any_text_in_its_order_and_intervals_run_forward(text, day):
    position = 0
    for found in find_times(text, day):
        assert position <= found.span.start < found.span.end
        assert text[found.span.start : found.span.end] == found.span.words
        assert found.start is None or found.end is None or found.start <= found.end
        position = found.span.end


@pytest.mark.parametrize("pump", ["May ", "May 1 ", "1 ", "2001-", "the first ", "Monday ", "the end of ", "two years ", " ", "\n", "early "])
def test_eight_times_the_text_takes_no_more_than_some_twenty_times_the_time(pump):
    def seconds(text: str) -> float:
        started = time.thread_time()
        find_expressions(text, DAY)
        return time.thread_time() - started

    short, long = (pump * (size // len(pump)) for size in (800, 6400))
    took = seconds(long)
    if took > 0.2:  # below it a clock tells nothing; above, once more, for it may have been the machine
        assert min(took, seconds(long)) < 20 * min(seconds(short) for _ in range(3))
