"""Sentences that quote finders get wrong, in words written for these tests, each with variants."""

import pytest

from rapporteur.intake import read_clean_text
from rapporteur.reading import Reader


def told(text: str) -> list[tuple[list[str], str]]:
    """The speakers and first content of each outermost statement with quoted words or a speaker."""
    record = Reader().read(read_clean_text(text, id="t", date="2013-05-10"))
    names = {a.id: a.name for a in record.actors}
    return [([names[i] for i in s.speakers], s.content[0].words) for s in record.statements if s.inside is None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Karel Novy, a surgeon, said: "The wards are full."\n\n"If no blood comes by night, they will die," he added.', "Karel Novy"),
        ('Miriam Adeyemi, a nurse at the camp, said: "There is no water left."\n\n"We boil what we find," she added.', "Miriam Adeyemi"),
    ],
)
def test_a_quote_of_the_next_paragraph_is_of_whom_the_pronoun_takes_up(text, speaker):
    found = told(text)
    assert len(found) == 2
    assert {name for names, _ in found for name in names} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        'Late on Monday Idris Bello, an opposition MP, said he was worried. "What the board has done is shameful."',
        'On Friday Petra Lang, a Green councillor, said she was alarmed. "What the mayor has signed is a scandal."',
    ],
)
def test_a_quote_without_a_cue_goes_on_with_who_spoke_before(text):
    found = told(text)
    assert len({name for names, _ in found for name in names}) == 1
    assert any(name.endswith(("Bello", "Lang")) for names, _ in found for name in names)


def test_a_nickname_in_quotation_marks_is_no_quote():
    found = told('"Nobody feeds us," said a homeless man who goes by the name "Lofty."')
    assert [content for _, content in found] == ['"Nobody feeds us,"']


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marcus Webb told Diana Ortiz that he should run for the seat.", "Marcus Webb"),
        ("Diana Ortiz told Marcus Webb that she should run for the seat.", "Diana Ortiz"),
    ],
)
def test_a_pronoun_inside_what_is_said_may_be_the_speaker(text, speaker):
    record = Reader().read(read_clean_text(text, id="t", date="2013-05-10"))
    actor = next(a for a in record.actors if a.name == speaker)
    assert any(m.form == "pronoun" for m in actor.mentions)
