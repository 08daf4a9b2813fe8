import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapporteur.intake.linked_data import article_objects, names_of, paragraphs_in, text_of


def headlines(*values: object) -> list[str | None]:
    return [
        thing.get("headline")
        for thing in article_objects([v if isinstance(v, str) else json.dumps(v) for v in values])
    ]


NEWS = {"@type": "NewsArticle", "headline": "Truce holds"}


@pytest.mark.parametrize(
    "value",
    [
        NEWS,
        [NEWS],
        {"@graph": [{"@type": "WebSite"}, NEWS]},
        {"@type": "WebPage", "mainEntity": NEWS},
        {"@type": ["Thing", "ReportageNewsArticle"], "headline": "Truce holds"},
        "<!-- " + json.dumps(NEWS) + " -->",
        json.dumps(NEWS) + ";",
        json.dumps(NEWS)[:-1] + ', "description": "a tab\there and a\nline end"}',
    ],
)
def test_the_object_of_the_article_is_found(value):
    assert headlines(value) == ["Truce holds"]


@pytest.mark.parametrize(
    "value",
    [
        "",
        "{",
        "null",
        "[]",
        {"@type": "WebSite", "headline": "x"},
        {"headline": "x"},
        {"@type": 3},
        '{"a":' * 5_000,
        "[" * 100_000,
    ],
)
def test_what_describes_no_article_gives_none(value):
    assert headlines(value) == []


def test_those_with_a_headline_come_first():
    assert headlines({"@type": "Article"}, NEWS) == ["Truce holds", None]


def test_who_is_referred_to_is_put_in():
    graph = {
        "@graph": [
            {**NEWS, "author": [{"@id": "#p"}, {"name": "Ana Ruiz"}], "publisher": {"@id": "#o"}},
            {"@id": "#p", "@type": "Person", "name": "Awa Diop"},
            {"@id": "#o", "name": "Hill Gazette"},
        ]
    }
    (thing,) = article_objects([json.dumps(graph)])
    assert names_of(thing["author"]) == ["Awa Diop", "Ana Ruiz"]
    assert text_of(thing["publisher"]) == "Hill Gazette"
    (lost,) = article_objects([json.dumps({**NEWS, "author": {"@id": "#nobody"}})])
    assert names_of(lost["author"]) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" a ", "a"),
        ("", None),
        (None, None),
        (3, None),
        (["", {"name": "b"}], "b"),
        ({"name": ["c"]}, "c"),
        ({"@value": "d"}, "d"),
        ({"url": "e"}, None),
    ],
)
def test_the_text_of_a_value_is_what_it_is_called(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Awa Diop", ["Awa Diop"]),
        ([{"@type": "Person", "name": "Awa Diop"}, "Ana Ruiz"], ["Awa Diop", "Ana Ruiz"]),
        ({"@type": "Organization", "name": "Hill Gazette"}, []),
        ({"@type": ["NewsMediaOrganization"], "name": "Hill Gazette"}, []),
        ({"@type": "Person"}, []),
        (None, []),
    ],
)
def test_the_names_of_authors_are_those_of_people(value, names):
    assert names_of(value) == names


def test_the_text_of_one_article_is_taken_in_lines_and_that_of_many_is_not():
    body = {**NEWS, "articleBody": "One &amp; two.\n\n<p>Three.</p>&lt;p&gt;Four.&lt;/p&gt;"}
    assert paragraphs_in([body]) == ["One & two.", "Three.", "Four."]
    assert paragraphs_in([body] * 5) == []
    assert paragraphs_in([{**NEWS, "articleBody": ["no string"]}]) == []


json_values = st.recursive(
    st.none() | st.integers() | st.text(max_size=10),
    lambda c: (
        st.lists(c, max_size=4)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "name", "author", "publisher", "headline"])
            | st.text(max_size=5),
            c,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(json_values)
def test_no_json_breaks_it(value):
    for thing in article_objects(
        [json.dumps({"@graph": [value, {"@type": "Article", "author": value, "publisher": value}]})]
    ):
        assert all(isinstance(name, str) for name in names_of(thing.get("author")))
        text_of(thing.get("publisher"))
