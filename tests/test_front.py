"""What `import rapporteur` offers."""

import subprocess
import sys
import types
from pathlib import Path

import pytest

import rapporteur
from rapporteur.record import Rejected


@pytest.fixture
def rooms(monkeypatch, specimen):
    """Toy rooms: what intake finds is set by the test; the reader gives the specimen's record."""
    found = []

    class Reader:
        def read_many(self, articles):
            for article in articles:
                yield Rejected(article.id, "not-english", "it is not") if article.language == "fr" else specimen

    intake = types.SimpleNamespace(read_sources=lambda sources, *, date=None: iter(found))
    monkeypatch.setitem(sys.modules, "rapporteur.intake", intake)
    monkeypatch.setitem(sys.modules, "rapporteur.reading", types.SimpleNamespace(Reader=Reader))
    return found


def test_a_source_of_one_article_gives_its_record(rooms, specimen):
    rooms.append(specimen.article)
    assert rapporteur.read(Path("page.html")) is specimen


def test_a_rejected_source_raises_and_says_why(rooms):
    rejected = Rejected("page.html", "no-article", "a form")
    rooms.append(rejected)
    with pytest.raises(rapporteur.RejectedError, match=r"page\.html: no-article: a form") as raised:
        rapporteur.read("page.html")
    assert raised.value.rejected is rejected


def test_an_article_that_the_reader_rejects_raises_too(rooms):
    import specimen as made

    rooms.append(made.article(language="fr"))
    with pytest.raises(rapporteur.RejectedError, match="not-english"):
        rapporteur.read("page.html")


def test_a_source_without_any_article_raises(rooms):
    with pytest.raises(rapporteur.RejectedError, match="empty"):
        rapporteur.read("folder")


def test_a_source_of_several_articles_is_refused_with_the_way_to_read_them(rooms, specimen):
    rooms.extend([specimen.article, specimen.article])
    with pytest.raises(ValueError, match=r"2 articles.*read_many"):
        rapporteur.read("feed.xml")


def test_the_public_names_are_there_and_no_others():
    assert rapporteur.__all__ == sorted(rapporteur.__all__)
    assert all(getattr(rapporteur, name) is not None for name in rapporteur.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Writer'"):
        _ = rapporteur.Writer


def test_importing_the_package_loads_neither_model_nor_parsers():
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, rapporteur; print(*sys.modules)"], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"numpy", "onnxruntime", "tokenizers", "lxml", "msgspec"} & set(loaded)


def test_a_phrase_is_answered():
    assert rapporteur.actor("the British prime minister", on="2013-05-10")["name"] == "David Cameron"
