"""The report that is read in a terminal."""

import re

import msgspec
import pytest

from rapporteur.exchange.text import report, to_text
from rapporteur.record import Event, EventMention, span_of

replace = msgspec.structs.replace


def test_statements_are_told_in_reading_order_whatever_their_order_in_the_record(specimen):
    turned = replace(specimen, statements=specimen.statements[::-1])
    assert report(turned) == report(specimen)


def test_who_said_what_how_and_to_whom(specimen):
    told = report(specimen)
    assert " 2  Mara Velt “told” · say, indirect, to the harbour council, on 2031-03-04\n    that Norvania would not" in told


def test_the_pieces_of_a_split_quote_stay_together(specimen):
    assert "fishermen,” … “We clear the water\n    first.”" in report(specimen)


def test_nested_statements_stand_indented_and_name_their_reporter(specimen):
    told = report(specimen)
    assert "\n     5  the islands’ envoys “believe” · think, mixed, reported by Idris Kolm\n" in told
    assert "\n         6  Norvania “meant” · not want, indirect, reported by the islands’\n            envoys\n" in told


def test_negation_headline_and_missing_source_are_said(specimen):
    told = report(specimen)
    assert "Idris Kolm “say that” · not say" in told
    assert "Mara Velt “says” · say, indirect, in the title" in told
    assert "no source named “reportedly” · say" in told


def test_it_ends_with_the_counts(specimen):
    last = " ".join(report(specimen).split("─")[-1].split())
    assert last == (
        "10 statements by 5 speakers: 1 direct, 7 indirect, 2 mixed, 2 negated, "
        "2 reported by another source, 1 without a source"
    )


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_asked(specimen, width):
    assert max(map(len, report(specimen, width=width).splitlines())) <= width


def test_colour_adds_nothing_but_colour(specimen):
    coloured = report(specimen, colour=True)
    assert "\x1b[1mMara Velt\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == report(specimen)


def test_control_characters_of_an_article_never_reach_the_terminal(specimen):
    title = "\x1b]0;owned\x07Talks \u202eend\x9b2J \ud800"
    told = report(replace(specimen, article=replace(specimen.article, title=title), statements=[]))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", told)
    assert told.startswith("�]0;owned�Talks �end�2J �\n")


def test_nesting_that_cannot_be_followed_is_told_as_the_narrators(specimen):
    lost = replace(specimen.statements[3], inside="s5")
    statements = [*specimen.statements[:3], lost, *specimen.statements[4:]]
    told = report(replace(specimen, statements=statements))
    assert ", reported by" not in told
    assert len(re.findall(r"^ *\d+  ", told, re.M)) == len(statements)


def test_an_article_without_title_or_address_is_headed_by_its_id(specimen):
    bare = replace(specimen.article, title=None, url=None)
    assert report(replace(specimen, article=bare, statements=[])).startswith("specimen-1\n")


def test_the_words_of_the_article_stand_in_for_an_unknown_speaker(specimen):
    text = specimen.article.text
    unknown = replace(specimen.statements[7], speakers=[], source=[span_of(text, text.index("The pilots"), text.index(" want"))])
    assert "1  The pilots “want” · want" in report(replace(specimen, statements=[unknown]))


def test_several_reports_are_parted_by_an_empty_line(specimen):
    assert "".join(to_text([specimen, specimen])) == report(specimen) + "\n" + report(specimen)


def test_events_follow_the_statements_and_a_claim_says_whose_it_is(specimen):
    trigger = specimen.statements[9].content[0]
    mention = EventMention([trigger], [], [], None, None)
    claim = Event(
        id="e1", type="ASSAULT", mode="destroy", contexts=[], source=["a3"], target=[], symmetric=False, reality="happened", asserted_by=["s10"], status="claimed",
        coded=None, date=None, place=None, counts=None, mentions=[mention], confidence=0.8,
    )
    fact = replace(claim, id="e2", type="CONSULT", mode=None, source=["a1"], target=["a2"], asserted_by=["narrator"], status="happened")
    shown = report(replace(specimen, events=[claim, fact]), width=200)
    assert f"ASSAULT destroy: the islands’ envoys, “{trigger.words}”\n    claimed, says Mara Velt\n" in shown
    assert f"CONSULT: Mara Velt → Idris Kolm, “{trigger.words}”\n    happened\n" in shown
    assert shown.rstrip().endswith("2 events, 1 of them only claimed")
