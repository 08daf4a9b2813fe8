"""The blocks of a page: text by the elements that stand on lines of their own."""

import pytest
from lxml import html

from rapporteur.intake.dom import page_blocks


def blocks(body: str) -> list[tuple[str, set[str]]]:
    return [(b.text, set(b.marks)) for b in page_blocks(html.document_fromstring(f"<html><body>{body}</body></html>"))]


def texts(body: str) -> list[str]:
    return [text for text, _ in blocks(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One <b>bold</b> word.</p><p>Two.</p>", ["One bold word.", "Two."]),
        ("<div>One.<br>Two.</div>", ["One.", "Two."]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<p>One<script>var x = 1;</script> two</p>", ["One two"]),
        ("<p>One <select><option>Two</select>three</p>", ["One three"]),
        ("Bare words <p>One</p> and more", ["Bare words", "One", "and more"]),
    ],
)
def test_blocks_are_the_lines_of_the_page(body, expected):
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("body", "mark"),
    [
        ("<h1>One</h1>", "heading"), ("<figure><p>One</p></figure>", "in-figure"), ("<div class='comment-list'><p>One</p></div>", "named-comments"),
        ("<div id='related-stories'><p>One</p></div>", "named-related"), ("<p style='display: none'>One</p>", "hidden"), ("<div hidden><p>One</p></div>", "hidden"),
        ("<div class='ad'><p>One</p></div>", "named-ad"),
    ],
)  # fmt: skip
def test_a_block_knows_what_it_stands_in(body, mark):
    ((text, marks),) = blocks(body)
    assert text == "One"
    assert mark in marks


@pytest.mark.parametrize(
    ("body", "linked"),
    [
        ("<p><a href='/a'>One two three</a></p>", True), ("<p><b><a href='/a'>One <i>two</i> three</a></b></p>", True), ("<a href='/a'><div>One two three</div></a>", True),
        ("<p>One <a href='/a'>two</a> three</p>", False), ("<p><a name='a'>One two three</a></p>", False), ("<p><a href='/a'></a>One two three</p>", False),
    ],
)  # fmt: skip
def test_a_block_that_is_nothing_but_a_link_says_so(body, linked):
    ((_, marks),) = blocks(body)
    assert ("link" in marks) == linked


def test_what_comes_behind_an_element_is_not_in_it():
    assert blocks("<figure>One</figure><p>Two</p>")[1] == ("Two", set())


def test_deep_nesting_costs_no_recursion():
    parser = html.HTMLParser(huge_tree=True)
    root = html.document_fromstring("<div>" * 2_000 + "One" + "</div>" * 2_000, parser=parser)
    assert [b.text for b in page_blocks(root)] == ["One"]
