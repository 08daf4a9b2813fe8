"""Which mentions mean the same, in articles written for these tests."""

import numpy as np

from rapporteur.intake import read_clean_text
from rapporteur.reading import Reader
from rapporteur.reading.coreference import PAIRED, UNARY, chains, pair_features, possible, unary_features
from rapporteur.reading.mentions import KINDS, Found
from rapporteur.reading.reader import scene_of
from rapporteur.reading.views import FEMALE, MALE, views_of


def views_in(text: str, *phrases: tuple[str, str] | tuple[str, str, int]):
    """The views of some phrases (words, kind, which occurrence) of a text."""
    article = read_clean_text(text, id="t", date="2013-05-10")
    words, _, attributions = Reader().attributions(article)
    found = []
    for phrase, kind, *nth in phrases:
        start = -1
        for _ in range((nth or [0])[0] + 1):
            start = text.index(phrase, start + 1)
        first = int(np.flatnonzero(words.start == start)[0])
        last = int(np.flatnonzero(words.end == start + len(phrase))[0]) + 1
        found.append(Found(first, last, KINDS.index(kind), 1.0))
    return views_of(words, found, scene_of(article), attributions, "2013-05-10")


def linked(views, pairs: dict[tuple[int, int], float]) -> list[int]:
    scores = np.full((len(views), len(views)), -5.0)
    for (later, earlier), score in pairs.items():
        scores[later, earlier] = score
    return chains(views, scores)


def test_a_view_says_what_its_words_name_and_who_speaks_around_it():
    text = 'Minister Leila Farouq arrived. "I am hopeful," said Farouq. The British prime minister was late.'
    views = views_in(text, ("Leila Farouq", "person"), ("I", "person"), ("Farouq", "person", 1), ("The British prime minister", "person"))
    assert views[0].named
    assert views[0].name == views[2].name >= 0
    assert views[1].quoted == views[2].speaks >= 0
    assert views[3].definite
    assert views[3].entity == "person:gbr:david-cameron"


def test_features_have_their_sizes_and_say_nothing_of_pairs_that_cannot_be():
    views = views_in("The governor met her deputy. She left.", ("The governor", "person"), ("her deputy", "person"), ("her", "person"), ("She", "person"))
    assert unary_features(views).shape == (4, UNARY)
    assert pair_features(views).shape == (4, 4, PAIRED)
    allowed = possible(views)
    assert allowed[3, 0]
    assert not allowed[0, 3]
    assert not allowed[2, 1]


def test_a_mention_joins_the_best_earlier_one_or_stands_alone():
    views = views_in("Anna Lund met Per Dahl. She left him.", ("Anna Lund", "person"), ("Per Dahl", "person"), ("She", "person"), ("him", "person"))
    assert (views[2].pronoun, views[3].pronoun) == (FEMALE, MALE)
    assert linked(views, {(2, 0): 2.0, (2, 1): 1.0, (3, 1): 1.0}) == [0, 1, 0, 1]
    assert linked(views, {}) == [0, 1, 2, 3]


def test_evidence_never_makes_two_people_one():
    views = views_in("Anna Lund met Ola Lund. Lund spoke. She spoke. He spoke.", ("Anna Lund", "person"), ("Ola Lund", "person"), ("She", "person"), ("He", "person"))
    assert linked(views, {(1, 0): 9.0}) == [0, 1, 2, 3]
    assert linked(views, {(2, 0): 1.0, (3, 2): 9.0}) == [0, 1, 0, 2]


def test_who_holds_the_office_on_the_day_is_who_is_named():
    views = views_in("David Cameron flew in. The British prime minister smiled.", ("David Cameron", "person"), ("The British prime minister", "person"))
    assert linked(views, {}) == [0, 0]
