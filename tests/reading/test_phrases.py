"""What a noun phrase says: the name, office, country or head noun that it consists of."""

import pytest

from rapporteur.reading.phrases import read_name, read_phrase


@pytest.mark.parametrize(
    ("words", "name", "office", "country"),
    [
        ("Chad's foreign minister, Adoum Brahim", "Adoum Brahim", "foreign minister", "TCD"),
        ("Adoum Brahim, the Chadian foreign minister", "Adoum Brahim", "foreign minister", "TCD"),
        ("Kenya's Prime Minister Peter Odhiambo", "Peter Odhiambo", "prime minister", "KEN"),
        ("US Secretary of State Martha Quill", "Martha Quill", "secretary of state", "USA"),
        ("Major General Ivan Petrov, spokesman for the Bulgarian army", "Ivan Petrov", "major general", "BGR"),
        ("Ghanaian Ambassador to the United Kingdom Samuel Mensah", "Samuel Mensah", "ambassador", "GHA"),
        ("chair of the Reading Council Ana Lopes", "Ana Lopes", "chair", None),
        ("President of the Republic of Malta Maria Borg", "Maria Borg", "president", "MLT"),
        ("Harbour Authority director Colonel Hassan al-Tamimi", "Hassan al-Tamimi", "director", None),
        ("Oxfam researcher Clara Dietz", "Clara Dietz", "researcher", None),
        ("Acting Mayor Peter Lund", "Peter Lund", "mayor", None),
        ("the mayor of Zurich, Anna Frei, who wants the bridge rebuilt", "Anna Frei", "mayor", None),
        ("Ambassador Quill", "Quill", "ambassador", None),
        ("Then-Foreign Minister Ana Ruiz", "Ana Ruiz", "foreign minister", None),
        ("Ousted President Peter Lund", "Peter Lund", "president", None),
        ("Palace Press Secretary Peter Cook", "Peter Cook", "press secretary", None),
        ("Dr. Maria Holm of the University of Bergen", "Maria Holm", None, None),
    ],
)
def test_a_person_is_named_without_titles_bodies_and_countries(words, name, office, country):
    reading = read_phrase(words)
    assert (reading.name, reading.kind, reading.office, reading.country) == (name, "person", office, country)
    assert words[slice(*reading.name_at)] == name


@pytest.mark.parametrize(
    ("words", "office", "country", "head"),
    [
        ("the Belgian PM", "prime minister", "BEL", "pm"),
        ("Portugal's premier", "prime minister", "PRT", "premier"),
        ("the head of the Danish government", "head of government", "DNK", "head"),
        ("the Prime Minister of Norway", "prime minister", "NOR", "minister"),
        ("Latvian minister", "minister", "LVA", "minister"),
        ("Iraqi Foreign Ministry spokeswoman", "spokesperson", "IRQ", "spokeswoman"),
        ("a Danish correspondent", "correspondent", "DNK", "correspondent"),
        ("the harbour master, who wants the pier kept", "harbour master", None, "master"),
        ("IMF Spokesman", "spokesperson", None, "spokesman"),
        ("the Taliban spokesman", "spokesperson", None, "spokesman"),
        ("NATO's secretary general", "secretary general", None, "general"),
    ],
)
def test_an_office_without_its_holder_names_nobody(words, office, country, head):
    reading = read_phrase(words)
    assert (reading.name, reading.office, reading.country, reading.head, reading.plural) == (None, office, country, head, False)


@pytest.mark.parametrize("words", ["EU inspectors", "Peruvian senators", "Anti-smuggling officers", "two Liberal mayors", "Riga dockers", "Christian Democrats"])
def test_people_of_a_body_or_place_are_not_the_body_or_place(words):
    reading = read_phrase(words)
    assert reading.name is None
    assert reading.plural


@pytest.mark.parametrize(
    ("words", "country"),
    [("Lisbon's defence ministry", "PRT"), ("the authorities in Nairobi", "KEN"), ("the Kenyan authorities", "KEN"), ("Riga prosecutors", "LVA")],
)
def test_a_capital_tells_the_country_of_what_it_describes(words, country):
    reading = read_phrase(words)
    assert (reading.name, reading.country) == (None, country)


def test_the_country_an_envoy_is_sent_to_is_not_his_own():
    assert read_phrase("the Kenyan ambassador to France").country == "KEN"
    assert read_phrase("the ambassador to France").country is None


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("the United Nations", "United Nations", "organisation"),
        ("Norway", "Norway", "state"),
        ("Oslo", "Norway", "state"),
        ("The Guardian", "The Guardian", "media"),
        ("the Interfax news agency", "Interfax", "media"),
        ("the Hezbollah movement", "Hezbollah", "organisation"),
        ("Romania's state news agency Agerpres", "Agerpres", "media"),
        ("the Fenland Gazette newspaper", "Fenland Gazette newspaper", "media"),
        ("the Fenland Observatory for Human Rights", "Fenland Observatory for Human Rights", "organisation"),
        ("the Ministry of Fisheries", "Ministry of Fisheries", "organisation"),
        ("Kurds", "Kurds", "population"),
    ],
)
def test_bodies_outlets_states_and_peoples_by_their_names(words, name, kind):
    reading = read_phrase(words)
    assert (reading.name, reading.kind) == (name, kind)


def test_a_title_makes_a_person_of_a_name_that_a_body_bears():
    assert read_phrase("Mr Boeing").kind == "person"
    assert read_phrase("Boeing").kind == "organisation"


def test_a_share_of_people_is_those_people():
    reading = read_phrase("Sixty-two per cent of the island's fishermen")
    assert (reading.name, reading.head, reading.plural) == (None, "fishermen", True)


def test_two_names_are_not_one_body():
    assert read_phrase("Oslo and Lima").name == "Norway"
    assert read_phrase("the Department of Health and Human Services").kind == "organisation"


def test_pronouns_and_their_gender():
    assert read_phrase("She")[1:] == read_phrase("she")[1:]
    assert (read_phrase("she").pronoun, read_phrase("she").gender) == ("she", "f")
    assert read_phrase("they").plural


def test_a_reflexive_adds_nothing():
    assert read_phrase("Peter Lund himself").name == "Peter Lund"


def test_what_leads_up_to_a_name_tells_its_office():
    reading = read_name("the Chadian foreign minister ", "Adoum Brahim")
    assert (reading.name, reading.office, reading.country) == ("Adoum Brahim", "foreign minister", "TCD")
    assert read_name("residents of ", "Port Fenner").office is None


@pytest.mark.parametrize("words", ["", " ", ",", "((", "—", "'s", "the", "of the", "and", "的", "A" * 500, "Fund of the " * 3_000, "Clara, " * 3_000, "Of And For", "\u202e"])
def test_odd_phrases_are_read_without_a_fault(words):
    read_phrase(words)
    read_name("", words)
