"""Documents with mentions and chains for training: the project's own items, and GUM without the documents that are
kept for evaluation.

GUM marks everything that is referred to. Persons and organisations are learnt as mentions; places take part in chains
but are neither learnt as mentions nor as none, since an own item decides by what they do; all else is no mention.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rapporteur.evaluation.compile import article_of
from rapporteur.evaluation.markup import Item
from rapporteur.intake import read_clean_text
from rapporteur.reading import Reader
from rapporteur.reading.mentions import KINDS, Found
from rapporteur.reading.reader import day_of, scene_of
from rapporteur.reading.tokens import Tokens, passages_of, tokenize
from rapporteur.reading.views import View, views_of
from rapporteur.reading.words import Words
from rapporteur.record import Article
from training.data import WordMap

_KIND_OF_GUM = {"person": KINDS.index("person"), "organization": KINDS.index("organisation"), "place": KINDS.index("state")}
# the reports that the set of readings is made of: evaluation only
HELD_BACK = frozenset(f"GUM_news_{name}" for name in ("afghan", "asylum", "crane", "election", "flag", "korea", "questionnaire", "worship"))


@dataclass
class MentionDocument:
    """Mentions in order. `chain` is the number of what a mention refers to, `learnt` whether it is an example of a mention,
    `kinds_known` whether its kind is one; no pair of words that begins and ends in `unknown` words is an example of no mention."""

    id: str
    genre: str
    tokens: Tokens
    words: Words
    found: list[Found]
    chain: list[int]
    learnt: list[bool]
    kinds_known: list[bool]
    unknown: np.ndarray
    views: list[View]


# characters (in the title?, start, end), chain, kind, learnt, kind known
Marked = tuple[tuple[bool, int, int], int, int, bool, bool]


def _document(id: str, genre: str, article: Article, reader: Reader, marked: list[Marked], unknown: list[tuple[bool, int, int]]) -> MentionDocument:
    passages = passages_of(article.title, article.text, [(p.start, p.end) for p in article.paragraphs])
    tokens = tokenize(reader.encoder.tokenizer, passages)
    words, _, attributions = reader.attributions(article)
    at = WordMap(tokens)
    rows: dict[tuple[int, int], Marked] = {}
    for row in marked:
        inside = at.words(row[0])
        if len(inside):
            rows.setdefault((int(inside[0]), int(inside[-1]) + 1), row)
    ordered = sorted(rows, key=lambda s: (s[0], -s[1]))
    dark = np.zeros(len(words), bool)
    for span in unknown:
        dark[at.words(span)] = True
    found = [Found(a, b, rows[a, b][2], 1.0) for a, b in ordered]
    chain, _, learnt, known = ([rows[s][n] for s in ordered] for n in (1, 2, 3, 4))
    views = views_of(words, found, scene_of(article), attributions, day_of(article))
    return MentionDocument(id, genre, tokens, words, found, chain, learnt, known, dark, views)


def item_document(item: Item, reader: Reader) -> MentionDocument:
    """An own item, all of whose mentions are marked."""
    keys = list(item.actors)
    marked = [((title, a, b), keys.index(key), KINDS.index(item.actors[key].kind), True, True) for key, a, b, title in item.mentions]
    return _document(item.id, "own", article_of(item), reader, marked, [])


def gum_documents(path: Path, reader: Reader) -> list[MentionDocument]:
    """GUM's documents (.jsonl) without those that are held back."""
    out = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in HELD_BACK:
            continue
        article = read_clean_text(row["text"], id=row["id"], date=row["date"] if len(row["date"] or "") == 10 else None)
        chains: dict[str, int] = {}
        marked, unknown = [], []
        for e in row["entities"]:
            span = (False, e["start"], e["end"])
            if e["type"] in _KIND_OF_GUM:
                person_or_body = e["type"] != "place"
                marked.append((span, chains.setdefault(e["cluster"], len(chains)), _KIND_OF_GUM[e["type"]], person_or_body, person_or_body))
            if e["type"] == "place":
                unknown.append(span)
        out.append(_document(row["id"], row["genre"], article, reader, marked, unknown))
    return out
