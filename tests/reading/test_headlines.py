"""Whom a headline quotes when it gives no name."""

import pytest

from rapporteur.reading.headlines import Told, content_words, restated
from rapporteur.reading.referents import Referent
from rapporteur.record import Span


def title_span(words: str) -> Span:
    return Span(0, len(words), words, "title")


def told(words: str, **known) -> Told:
    referent = Referent()
    referent.names[known.get("name", "Ana Ruiz")] += 1
    referent.plural = known.get("plural", False)
    if known.get("country"):
        referent.countries[known["country"]] += 1
    return Told(content_words([Span(0, len(words), words)]), [referent])


ROBBED = "“We were robbed of the last two goals by the wind”"


def names(found: list[Referent]) -> list[str]:
    return [r.name for r in found]


def test_the_speaker_is_who_says_the_same_below():
    found = restated(title_span("coach"), [title_span("“We were robbed of goals”")], [told("the pitch was wet", name="Tom Berg"), told(ROBBED)])
    assert names(found) == ["Ana Ruiz"]


def test_inflections_do_not_matter():
    found = restated(title_span("Minister"), [title_span("talks delayed till harvest")], [told("that the talk would be delaying the harvests")])
    assert names(found) == ["Ana Ruiz"]


@pytest.mark.parametrize("source", ["Tom Berg", "he", "report"])
def test_a_name_a_pronoun_and_a_document_are_left_as_they_are(source):
    assert restated(title_span(source), [title_span("“We were robbed of goals”")], [told(ROBBED)]) == []


def test_nobody_where_nothing_below_says_the_like():
    assert restated(title_span("coach"), [title_span("stadium to be closed in winter")], [told(ROBBED)]) == []


def test_one_shared_word_is_not_enough():
    assert restated(title_span("coach"), [title_span("goals")], [told(ROBBED)]) == []


def test_a_speaker_of_another_country_is_not_meant():
    given = [told("the border bridge is closed for good", country="CHL")]
    assert restated(title_span("Peruvian minister"), [title_span("border bridge closed")], given) == []


def test_a_single_office_is_not_a_crowd():
    given = [told("the border bridge is closed for good", plural=True)]
    assert restated(title_span("minister"), [title_span("border bridge closed")], given) == []
    assert restated(title_span("ministers"), [title_span("border bridge closed")], given) != []
