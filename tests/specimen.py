"""A record made by hand from an invented article: every form of statement that the outputs must show."""

from __future__ import annotations

import hashlib
import re

from rapporteur.record import (
    Actor,
    Article,
    Extent,
    Manifest,
    Mention,
    Record,
    Span,
    Statement,
    Time,
    span_of,
)

TITLE = "Norvania will not reopen the strait, says Velt"
PARAGRAPHS = (
    "Foreign Minister Mara Velt told the harbour council on Tuesday that Norvania would not reopen "
    "the Selk strait before the mines were cleared.",
    "“We do not bargain with other people’s fishermen,” she said. “We clear the water first.”",
    "According to Idris Kolm, who leads the Selk Islands’ delegation, the islands’ envoys believe that "
    "Norvania “never meant” to share the charts.",
    "Kolm did not say that the talks had failed.",
    "The pilots want the two governments to keep a joint watch. It is reportedly under study in both capitals.",
    "Velt accused the islanders of cutting the buoys loose at night.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def at(words: str, nth: int = 0) -> Span:
    """The span of the `nth` place where `words` stand in the text."""
    start = [m.start() for m in re.finditer(re.escape(words), TEXT)][nth]
    return span_of(TEXT, start, start + len(words))


def in_title(words: str) -> Span:
    start = TITLE.index(words)
    return span_of(TITLE, start, start + len(words), field="title")


def _mention(span: Span, form: str) -> Mention:
    return Mention(span.start, span.end, span.words, span.field, form=form)


def _actor(id: str, name: str, kind: str, *mentions: Mention, **known) -> Actor:
    unknown = {"entity": None, "members": [], "country": None, "sector": None, "code": None, "role": None, "wikidata": None}
    return Actor(id=id, name=name, kind=kind, mentions=list(mentions), **{**unknown, **known})


def _statement(id: str, speakers: list[str], source: list[Span], cue: list[Span], content: list[Span], **more) -> Statement:
    usual = {"audience": [], "audience_spans": [], "mode": "indirect", "act": "say", "polarity": "affirmed", "said_on": None, "inside": None, "confidence": 0.8}
    return Statement(id=id, speakers=speakers, source=source, cue=cue, content=content, **{**usual, **more})


def article(**changed) -> Article:
    paragraphs, start = [], 0
    for paragraph in PARAGRAPHS:
        paragraphs.append(Extent(start, start + len(paragraph)))
        start += len(paragraph) + 2
    sentences = [
        Extent(p.start + m.start(), p.start + m.end())
        for p in paragraphs
        for m in re.finditer(r"\S.*?[.](?=”|\s|$)”?", TEXT[p.start : p.end])
    ]
    fields = {
        "id": "specimen-1", "url": "https://courier.example/strait", "outlet": "The Selk Courier", "title": TITLE,
        "authors": ["Ona Brandt"], "published": "2031-03-04", "language": "en", "text": TEXT,
        "paragraphs": paragraphs, "sentences": sentences,
        "sha256": hashlib.sha256(b"page").hexdigest(), "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    }
    return Article(**{**fields, **changed})


def record(**changed_article) -> Record:
    actors = [
        _actor("a1", "Mara Velt", "person", _mention(at("Mara Velt"), "name"), _mention(at("she", 1), "pronoun"),
               entity="velt", country="NRV", sector="GOV", code="NRVGOV", role="foreign minister"),
        _actor("a2", "Idris Kolm", "person", _mention(at("Idris Kolm"), "name"), country="SLK", sector="GOV"),
        _actor("a3", "the islands’ envoys", "group", _mention(at("the islands’ envoys"), "nominal")),
        _actor("a4", "the pilots", "group", _mention(at("The pilots"), "nominal")),
        _actor("a5", "the harbour council", "organisation", _mention(at("the harbour council"), "nominal")),
        _actor("a6", "Norvania", "state", _mention(at("Norvania"), "name"), entity="norvania", country="NRV", code="NRV"),
    ]
    tuesday = Time("2031-03-04", "2031-03-04", "day", "on", at("on Tuesday"))
    statements = [
        _statement("s1", ["a1"], [in_title("Velt")], [in_title("says")], [in_title("Norvania will not reopen the strait")]),
        _statement("s2", ["a1"], [at("Foreign Minister Mara Velt")], [at("told")],
                   [at("that Norvania would not reopen the Selk strait before the mines were cleared")],
                   audience=["a5"], audience_spans=[at("the harbour council")], said_on=tuesday, confidence=0.93),
        _statement("s3", ["a1"], [at("she", 1)], [at("said")],
                   [at("“We do not bargain with other people’s fishermen,”"), at("“We clear the water first.”")],
                   mode="direct", confidence=0.97),
        _statement("s4", ["a2"], [at("Idris Kolm, who leads the Selk Islands’ delegation")], [at("According to")],
                   [at("the islands’ envoys believe that Norvania “never meant” to share the charts")], mode="mixed"),
        _statement("s5", ["a3"], [at("the islands’ envoys")], [at("believe")],
                   [at("that Norvania “never meant” to share the charts")], mode="mixed", act="think", inside="s4"),
        _statement("s6", ["a6"], [at("Norvania", 1)], [at("meant")], [at("to share the charts")],
                   act="want", polarity="negated", inside="s5", confidence=0.55),
        _statement("s7", ["a2"], [at("Kolm", 1)], [at("say that")], [at("the talks had failed")], polarity="negated"),
        _statement("s8", ["a4"], [at("The pilots")], [at("want")], [at("the two governments to keep a joint watch")], act="want"),
        _statement("s9", [], [], [at("reportedly")], [at("under study in both capitals")]),
        _statement("s10", ["a1"], [at("Velt", 1)], [at("accused")], [at("the islanders of cutting the buoys loose at night")], act="accuse"),
    ]  # fmt: skip
    manifest = Manifest(rapporteur="0.1.0", model="0" * 64, knowledge="1" * 64, layers=["actors", "statements"], settings={})
    return Record(article=article(**changed_article), actors=actors, statements=statements, manifest=manifest)
