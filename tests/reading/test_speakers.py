"""Whom sources refer to, in articles written for these tests."""

import pytest

from rapporteur.intake import read_clean_text
from rapporteur.reading.mode import quoted_extents
from rapporteur.reading.scene import open_scene, place_of
from rapporteur.reading.speakers import resolve
from rapporteur.record import Span


def span(text: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words), words)


def scene_of(text: str, title: str | None = None):
    article = read_clean_text(text, id="t", title=title, date="2020-01-01")
    return open_scene(article, {"text": quoted_extents(text, [(p.start, p.end) for p in article.paragraphs]), "title": []})


def who(text: str, *sources: str | tuple[str, int], enclosing: str | None = None) -> list[str]:
    """The names of whom the last of the sources refers to, all of them resolved in order as outermost speakers."""
    scene = scene_of(text)
    found, speaker = [], None
    if enclosing:
        (speaker,) = resolve(scene, span(text, enclosing), enclosing=None, audience=[])
    for source in sources:
        words, nth = source if isinstance(source, tuple) else (source, 0)
        at = span(text, words, nth)
        found = resolve(scene, at, enclosing=speaker, audience=[])
        scene.spoken += [(place_of(at), r) for r in found[:1]]
    return [r.name for r in found]


@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        ("Foreign Minister Ana Ruiz spoke first. Ruiz said the talks would go on.", ["Ruiz"], "Ana Ruiz"),
        ("Ana Ruiz, the foreign minister, arrived. The minister said no.", ["The minister"], "Ana Ruiz"),
        ("Colonel Idris Bako arrived at noon. The colonel said the road was clear.", ["The colonel"], "Idris Bako"),
        ("Ana Ruiz met Tom Berg in Oslo. She said the meeting was short.", ["She"], "Ana Ruiz"),
        ("Karim Aziz, a nurse, said the ward was full. He said more would come.", ["Karim Aziz, a nurse", ("He", 0)], "Karim Aziz"),
        ("Moscow has spoken against the plan.", ["Moscow"], "Russia"),
        ("Amnesty International opened an office. The organisation said it would stay.", ["The organisation"], "Amnesty International"),
        ("The Home Office letter says forms must be in English.", ["The Home Office letter"], "Home Office"),
        ("Kenya closed the border. Kenya opened it again. The government said it was safe.", ["The government"], "Kenya"),
        ("The Norwegian government said no.", ["The Norwegian government"], "Norway"),
        ("Talks began in Oslo with US president, Ana Ruiz. The US president said they went well.", ["The US president"], "Ana Ruiz"),
        ("A report by Amnesty International found ten graves.", ["A report by Amnesty International"], "Amnesty International"),
    ],
)
def test_a_source_is_resolved(text, sources, name):
    assert who(text, *sources) == [name]


def test_two_bearers_of_a_surname_stay_apart():
    text = "Ana Ruiz and Pedro Ruiz ran the office. Ana Ruiz said it was over. Pedro Ruiz said it was not."
    assert who(text, ("Ana Ruiz", 1)) == ["Ana Ruiz"]
    assert who(text, ("Pedro Ruiz", 1)) == ["Pedro Ruiz"]


def test_a_letter_seen_by_an_outlet_is_not_the_outlets():
    assert "Sky News" not in who("A leaked letter seen by Sky News says the forms must be in English.", "A leaked letter seen by Sky News")


def test_the_president_of_one_country_is_not_that_of_another():
    text = "Ana Ruiz, the president of Chile, spoke first. The Peruvian president said nothing."
    assert who(text, "The Peruvian president") == ["Peruvian president"]


def test_a_poll_without_an_author_speaks_for_nobody():
    assert who("A recent poll found little support.", "A recent poll") == []


def test_names_joined_are_one_group_with_members():
    text = "Moscow and London have agreed to meet."
    (group,) = resolve(scene_of(text), span(text, "Moscow and London"), enclosing=None, audience=[])
    assert group.kind == "group"
    assert [m.name for m in group.members] == ["Russia", "United Kingdom"]


def test_the_two_sides_are_the_states_named_before():
    text = "Norway met Denmark on Monday. The two sides agreed to meet again."
    (group,) = resolve(scene_of(text), span(text, "The two sides"), enclosing=None, audience=[])
    assert sorted(m.name for m in group.members) == ["Denmark", "Norway"]


def test_i_is_who_speaks_and_we_the_body_that_is_spoken_for():
    text = "Red Cross spokesman Idris Bako said: “I saw it. We need help.”"
    scene = scene_of(text)
    (speaker,) = resolve(scene, span(text, "Red Cross spokesman Idris Bako"), enclosing=None, audience=[])
    at = text.index("I saw")
    assert resolve(scene, Span(at, at + 1, "I"), enclosing=speaker, audience=[]) == [speaker]
    (body,) = resolve(scene, span(text, "We"), enclosing=speaker, audience=[])
    assert body is not speaker


def test_you_is_who_is_spoken_to():
    text = "Ana Ruiz told Tom Berg: “You knew.”"
    scene = scene_of(text)
    (told,) = resolve(scene, span(text, "Tom Berg"), enclosing=None, audience=[])
    assert resolve(scene, span(text, "You"), enclosing=None, audience=[told]) == [told]


def test_who_is_the_name_before_it():
    assert who("Tom Berg, who opposes the plan, left early.", "who") == ["Tom Berg"]


def test_an_office_without_a_holder_keeps_its_words():
    assert who("The mayor of the port said it was closed.", "The mayor of the port") == ["mayor of the port"]


def test_a_relative_clause_is_no_part_of_the_name():
    assert who("The mayor, who wants it kept, said no.", "The mayor, who wants it kept") == ["mayor"]


def test_a_place_in_a_relative_clause_is_no_body_that_is_spoken_for():
    text = "Writer Idris Bako, who has covered the war in Chad, said: “We need help.”"
    scene = scene_of(text)
    (speaker,) = resolve(scene, span(text, "Writer Idris Bako, who has covered the war in Chad"), enclosing=None, audience=[])
    assert resolve(scene, span(text, "We"), enclosing=speaker, audience=[]) == [speaker]


@pytest.mark.parametrize("words", ["Norway, Denmark and Peru", "both Norway and Denmark", "Ana Ruiz, Tom Berg and Norway"])
def test_a_list_of_names_is_one_group(words):
    text = f"{words} met on Monday."
    (group,) = resolve(scene_of(text), span(text, words), enclosing=None, audience=[])
    assert len(group.members) == words.count(",") + 2


def test_a_comma_joins_states_in_a_headline_only():
    scene = scene_of("Norway, Denmark said, was late.", title="Norway, Denmark sign accord")
    (group,) = resolve(scene, Span(0, 15, "Norway, Denmark", "title"), enclosing=None, audience=[])
    assert [m.name for m in group.members] == ["Norway", "Denmark"]
