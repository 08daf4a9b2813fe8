"""The self-contained HTML report, as a document."""

import base64
import hashlib
import itertools
import re

import lxml.html
import msgspec
import pytest

from rapporteur.exchange.html import to_html
from rapporteur.record import Rejected

replace = msgspec.structs.replace

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "'><iframe srcdoc='<script>parent.alert(1)</script>'>",
    "</title></style></mark></p><script>alert(1)</script>",
    "javascript:alert(1)",
    "\x00<scr\x00ipt>alert(1)</scr\x00ipt>",
    "<!--<script>alert(1)//-->",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{constructor.constructor('alert(1)')()}}",
]


def everywhere(record, payload: str):
    """The record with `payload` in every field that an article or a reading could put words into."""
    span = {"start": 0, "end": len(payload), "words": payload}
    plain = msgspec.to_builtins(record)
    plain["article"] |= {
        "id": payload, "url": payload, "outlet": payload, "title": payload, "authors": [payload], "language": payload,
        "published": payload, "text": payload, "paragraphs": [], "sentences": [],
    }  # fmt: skip
    for actor in plain["actors"]:
        actor |= {"name": payload, "role": payload, "country": payload, "sector": payload, "code": payload, "entity": payload}
    for statement in plain["statements"]:
        statement |= {"source": [span], "cue": [span], "content": [span, {**span, "in": "title"}], "audience_spans": [span]}
        statement["said_on"] = {"start": payload, "end": payload, "precision": "day", "relation": "on", "span": None}
    plain["manifest"] |= {"rapporteur": payload, "model": payload, "knowledge": payload, "layers": [payload]}
    return msgspec.convert(plain, type(record))


def page(*outcomes) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring("".join(to_html(outcomes)))


def by_class(root, name: str):
    return root.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")


def without_numbers(root) -> lxml.html.HtmlElement:
    for number in by_class(root, "ref"):
        number.drop_tree()
    return root


def test_the_article_stands_there_word_for_word(specimen):
    root = without_numbers(page(specimen))
    assert [p.text_content() for p in by_class(root, "text")] == specimen.article.text.split("\n\n")
    assert by_class(root, "title")[0].text_content() == specimen.article.title


def test_every_piece_of_every_statement_is_marked_as_what_it_is(specimen):
    root = without_numbers(page(specimen))
    for number, statement in enumerate(specimen.statements, start=1):
        for letter, spans in (("s", statement.source), ("q", statement.cue), ("c", statement.content)):
            marked = "".join(m.text_content() for m in by_class(root, f"n{number}") if letter in m.get("class").split() and m.tag == "mark")
            for span in spans:
                assert span.words in marked


def test_nested_contents_are_marked_by_their_depth(specimen):
    root = without_numbers(page(specimen))
    (deepest,) = [m for m in by_class(root, "d2") if m.tag == "mark"]
    assert deepest.text_content() == "to share the charts"


def test_a_note_says_who_and_how_beside_the_paragraph_where_it_begins(specimen):
    rows = by_class(page(specimen), "row")
    notes = [[" ".join(note.text_content().split()) for note in row.xpath(".//li")] for row in rows]
    assert notes == [
        ["1Mara Velt sayssay, indirect, in the title"],
        ["2Mara Velt toldsay, indirect, to the harbour council, on 2031-03-04"],
        ["3Mara Velt saidsay, direct"],
        [
            "4Idris Kolm According tosay, mixed",
            "5the islands’ envoys believethink, mixed, reported by Idris Kolm",
            "6Norvania meantnot want, indirect, reported by the islands’ envoys",
        ],
        ["7Idris Kolm say thatnot say, indirect"],
        ["8the pilots wantwant, indirect", "9no source named reportedlysay, indirect"],
        ["10Mara Velt accusedaccuse, indirect"],
    ]


def test_every_link_inside_the_page_leads_somewhere_and_every_id_is_there_once(specimen):
    root = page(specimen, Rejected("x.html", "empty", "nothing there"), specimen)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")} <= set(ids)


def test_the_speakers_are_listed_with_all_they_said(specimen):
    said = {
        s.xpath("string(.//h3)"): [re.sub(r"^\d+ ", "", li.text_content().split(" say,")[0]) for li in s.xpath(".//li")]
        for s in by_class(page(specimen), "speaker")
    }
    assert list(said) == ["Mara Velt", "Idris Kolm", "the islands’ envoys", "Norvania", "the pilots", "no source named"]
    assert said["Mara Velt"][1] == "told that Norvania would not reopen the Selk strait before the mines were cleared"
    assert sum(map(len, said.values())) == len(specimen.statements)


def test_only_actors_of_the_registry_are_one_across_articles(specimen):
    names = [s.xpath("string(.//h3)") for s in by_class(page(specimen, specimen), "speaker")]
    assert names.count("Mara Velt") == 1
    assert names.count("Idris Kolm") == 2
    assert names[-1] == "no source named"


def test_what_a_speaker_said_in_several_articles_stands_under_the_title_of_each(specimen):
    velt = by_class(page(specimen, specimen), "speaker")[0]
    assert [a.get("href") for a in velt.xpath(".//p[@class='where']/a")] == ["#a1", "#a2"]
    first, second = ([li.text_content() for li in ol] for ol in velt.xpath(".//ol"))
    assert first == second


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03-04T18:20:05-04:00", "2031-03-04 18:20 UTC-04:00"),
        ("2031-03-04T18:20Z", "2031-03-04 18:20 UTC"),
        ("2031-03-04T18:20:00+00:00", "2031-03-04 18:20 UTC"),
    ],
)
def test_the_moment_of_publication_is_shown_to_the_minute(specimen, published, shown):
    root = page(replace(specimen, article=replace(specimen.article, published=published)))
    assert by_class(root, "meta")[0].text_content().split(" · ")[1] == shown


def test_many_articles_have_an_index_and_what_was_rejected_is_listed_with_its_reason(specimen):
    root = page(specimen, Rejected("b/<x>.html", "not-english", "the text is in French"), specimen)
    assert root.xpath("//nav//ol//a/@href") == ["#a1", "#a2"]
    assert root.xpath("string(//*[@id='rejected']//li)").strip() == "b/<x>.html · not-english · the text is in French"


def test_a_run_that_read_nothing_still_says_what_was_rejected():
    root = page(Rejected("b.html", "empty", "nothing there"))
    assert "b.html · empty · nothing there" in root.text_content()


def test_it_has_one_main_heading_landmarks_and_a_language(specimen):
    for root in (page(specimen), page(specimen, specimen)):
        assert len(root.xpath("//h1")) == 1
        assert len(root.xpath("//main")) == len(root.xpath("//header[@class='masthead']")) == 1
        assert root.get("lang") == "en"
        levels = [int(h.tag[1]) for h in root.xpath("//h1|//h2|//h3")]
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_it_asks_no_host_for_anything_and_its_style_is_allowed_by_its_own_hash(specimen):
    root = page(specimen)
    assert not root.xpath("//script|//link|//img|//iframe|//object|//form|//@style|//@src")
    style = root.xpath("string(//style)")
    assert "url(" not in style
    assert "@import" not in style
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = root.xpath("string(//meta[@http-equiv]/@content)")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://courier.example/a?b=1&c=2", True),
        ("HTTP://courier.example/", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("https://courier.example/\"onmouseover=\"alert(1)", False),
        ("//courier.example/a", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_web_addresses_become_links(specimen, url, linked):
    root = page(replace(specimen, article=replace(specimen.article, url=url)))
    outside = [href for href in root.xpath("//a/@href") if not href.startswith("#")]
    assert outside == ([url] if linked else [])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_any_field_is_text(specimen, payload):
    hostile = everywhere(specimen, payload)
    root = page(hostile, hostile, Rejected(payload, "error", payload))
    allowed = {
        "html", "head", "meta", "title", "style", "body", "a", "header", "p", "b", "span", "mark", "h1", "h2", "h3", "nav", "ol", "ul",
        "li", "small", "main", "article", "div", "strong", "section", "footer", "br",
    }  # fmt: skip
    assert {e.tag for e in root.iter() if isinstance(e.tag, str)} <= allowed
    assert not any(name.startswith("on") for e in root.iter() for name in e.attrib)
    assert all(href.startswith("#") for href in root.xpath("//a/@href"))


def test_a_statement_without_any_words_of_its_own_has_a_note_all_the_same(specimen):
    bare = replace(specimen.statements[1], source=[], cue=[], content=[])
    root = page(replace(specimen, statements=[bare]))
    assert len(by_class(root, "note")) == 1
    assert not root.xpath("//a[@href='#a1-w1']")


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("ink", "link") for ground in ("paper", "c1", "c2", "c3", "lit")),
        *((ink, ground) for ink in ("quiet", "no") for ground in ("paper", "lit")),  # the inks of notes
    ],
)
def test_all_text_has_enough_contrast_on_every_ground_it_stands_on(specimen, theme, ink, ground):
    style = page(specimen).xpath("string(//style)")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.S)[:2]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", {"light": light, "dark": dark}[theme]))
    lighter, darker = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
