"""Actors of whole articles, written for these tests: each once, with all that refers to it."""

from rapporteur import read
from rapporteur.intake import read_clean_text
from rapporteur.reading import Reader


def actors_of(text: str, title: str | None = None) -> dict[str, list[str]]:
    """The words of each actor's mentions by its name."""
    record = Reader().read(read_clean_text(text, id="t", title=title, date="2013-05-10"))
    return {a.name: [m.words for m in a.mentions] for a in record.actors}


def test_an_office_is_who_holds_it_on_the_day():
    actors = actors_of("The British prime minister flew to Sochi on Friday. David Cameron said that he would raise the matter with Vladimir Putin.")
    assert {"The British prime minister", "David Cameron", "he"} <= set(actors["David Cameron"])


def test_a_capital_that_acts_is_its_state_and_a_mere_place_is_nobody():
    actors = actors_of("Moscow rejected the plan. Russia would not sign it, diplomats said. The envoys had met in Geneva.")
    assert {"Moscow", "Russia"} <= set(actors["Russia"])
    assert not any("Geneva" in name or name == "Switzerland" for name in actors)


def test_a_plural_mention_belongs_to_a_group_with_members():
    record = Reader().read(read_clean_text("London and Paris called for an end to the embargo. Berlin refused to follow, officials said.", id="t", date="2013-05-10"))
    group = next(a for a in record.actors if a.members)
    names = {a.id: a.name for a in record.actors}
    assert {names[m] for m in group.members} == {"United Kingdom", "France"}
    assert any(m.words == "London and Paris" for m in group.mentions)


def test_the_name_of_a_person_is_a_mention_without_titles():
    mentions = [m for ms in actors_of("Opposition leader Tomas Brenner said the vote was stolen. Brenner told reporters that he would appeal.").values() for m in ms]
    assert "Tomas Brenner" in mentions
    assert "Brenner" in mentions
    assert not any(m.startswith("Opposition leader Tomas") for m in mentions)


def test_every_mention_quotes_its_article():
    record = read("examples/pages/01-scraped-page.txt")
    record = record[0] if isinstance(record, list) else record
    source = {"text": record.article.text, "title": record.article.title}
    for actor in record.actors:
        for m in actor.mentions:
            assert source[m.field][m.start : m.end] == m.words
