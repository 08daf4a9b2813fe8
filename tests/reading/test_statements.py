"""From attributions to statements: who speaks in which, in articles written for these tests."""

import pytest

from rapporteur.intake import read_clean_text
from rapporteur.reading.mode import quoted_extents
from rapporteur.reading.scene import open_scene
from rapporteur.reading.statements import Draft, hearers, write_statements
from rapporteur.record import Span


def at(text: str, words: str, field: str = "text") -> Span:
    start = text.rindex(words)
    return Span(start, start + len(words), words, field)


def speakers(text: str, *attributions: tuple[str, str, str], title: str | None = None, headline: tuple[str, str, str] | None = None) -> list[str]:
    """The names of who speaks in each attribution (source, cue, content), in reading order."""
    article = read_clean_text(text, id="t", title=title, date="2020-01-01")
    quoted = {"text": quoted_extents(article.text, [(p.start, p.end) for p in article.paragraphs]), "title": []}
    drafts = [Draft([at(article.text, s)], [at(article.text, c)], [at(article.text, x)], [], 0, 1.0) for s, c, x in attributions]
    if headline:
        source, cue, content = (at(title or "", words, "title") for words in headline)
        drafts.append(Draft([source], [cue], [content], [], 0, 1.0))
    _, by, _ = write_statements(article, drafts, open_scene(article, quoted), confidence=lambda x: x)
    return [r.name for group in by for r in group]


LEAD = "A senior minister has ruled out elections before the harvest. “Nobody votes in a wet field,” Ana Ruiz told reporters."
SAID = [("A senior minister", "has ruled out", "elections before the harvest"), ("Ana Ruiz", "told", "“Nobody votes in a wet field,”")]


def test_who_is_named_next_is_whom_the_lead_described():
    assert speakers(LEAD, *SAID) == ["Ana Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        LEAD.replace("A senior minister", "One minister"),
        LEAD.replace("harvest.", "harvest, speaking on condition of anonymity."),
        LEAD.replace("Ana Ruiz told", "Ana Ruiz, a farmer, told"),
        "Ana Ruiz was there. " + LEAD,
    ],
)
def test_somebody_else_stays_somebody_else(text):
    source = "One minister" if "One minister" in text else "A senior minister"
    named = "Ana Ruiz, a farmer" if "a farmer" in text else "Ana Ruiz"
    found = speakers(text, (source, *SAID[0][1:]), (named, *SAID[1][1:]))
    assert found[0] != "Ana Ruiz"
    assert found[1] == "Ana Ruiz"


def test_a_headline_is_by_whoever_says_so_below():
    found = speakers(LEAD, *SAID, title="No elections before harvest - minister", headline=("minister", "-", "No elections before harvest"))
    assert found == ["Ana Ruiz"] * 3


def test_whom_an_accusation_names_does_not_hear_it():
    text = "Oslo accused Bergen of delay."
    article = read_clean_text(text, id="t", date="2020-01-01")
    assert hearers(article, "accuse", [at(text, "Bergen")], [at(text, "Bergen of delay")]) == []
    assert hearers(article, "ask", [at(text, "Bergen")], [at(text, "Bergen of delay")]) == [at(text, "Bergen")]


@pytest.mark.parametrize(
    ("text", "act", "heard"),
    [
        ("Oslo told Bergen that it would wait.", "say", True),
        ("Oslo said to Bergen that it would wait.", "say", True),
        ("Oslo said of Bergen that it would wait.", "say", False),
        ("Oslo knows Bergen that it would wait.", "know", False),
        ("Oslo shows to Bergen that it would wait.", "show", True),
    ],
)
def test_who_hears_is_told_by_the_words_before(text, act, heard):
    article = read_clean_text(text, id="t", date="2020-01-01")
    assert bool(hearers(article, act, [at(text, "Bergen")], [at(text, "that it would wait")])) is heard


def test_who_is_told_to_do_something_is_given_an_order():
    text = "Oslo told Bergen to wait. Oslo told Bergen that it would wait."
    order, news = (Draft([], [at(text, "told")], [at(text, content)], [], 0, 1.0) for content in ("to wait", "that it would wait"))
    assert (order.act, news.act) == ("order", "say")
