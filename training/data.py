"""Documents with labels of attributions for training: PolNeAR and the project's own corpus.

Partial labels are not negatives: a document says for each head whether its labels may be learnt from
(`layers`), and words whose labels are unknown (titles and discarded stretches of PolNeAR) are left out.
"""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from rapporteur.evaluation.compile import depth
from rapporteur.evaluation.markup import Item
from rapporteur.reading.tokens import Tokens, passages_of, tokenize

CLS, SEP, MASK = 101, 102, 103
ROLE_LABEL = {"source": 1, "cue": 3, "content": 5}
IGNORE = -1


@dataclass
class Attribution:
    """Character spans of one attribution as (passage source is title, start, end), by role; `depth` 0 is outermost."""

    source: list[tuple[bool, int, int]]
    cue: list[tuple[bool, int, int]]
    content: list[tuple[bool, int, int]]
    audience: list[tuple[bool, int, int]] = field(default_factory=list)
    depth: int = 0


@dataclass
class Document:
    """Tokens with word-level labels.

    `outer`, `inner`, `audience`: label of each word, IGNORE where unknown; `inner` is None where the layer is.
    `links`: (link number, index of the word that points, index of the word it points to or -1 for nowhere).
    """

    id: str
    tokens: Tokens
    outer: np.ndarray
    inner: np.ndarray | None
    audience: np.ndarray
    links: list[tuple[int, int, int]]


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """Extents of the lines that hold more than white space, trimmed."""
    return [(m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]


class WordMap:
    """From characters to words, for the title and for the text."""

    def __init__(self, tokens: Tokens):
        firsts = np.flatnonzero(tokens.first)
        self.start = tokens.start[firsts]
        last = np.append(firsts[1:], len(tokens.ids)) - 1
        self.end = tokens.end[last]
        self.title = np.array([tokens.passages[p].is_title for p in tokens.passage[firsts]], bool)

    def words(self, span: tuple[bool, int, int]) -> np.ndarray:
        """Indices of the words that the span touches."""
        title, start, end = span
        return np.flatnonzero((self.title == title) & (self.start < end) & (self.end > start))


def _mark(labels: np.ndarray, words: np.ndarray, begin: int) -> None:
    if len(words):
        labels[words] = begin + 1
        labels[words[0]] = begin


def label_document(id: str, tokens: Tokens, attributions: list[Attribution], *, full: bool, nested: bool, ignore=()) -> Document:
    """Word labels of a document. `full` says that title and addressees are annotated too, `nested` that attributions
    inside contents are; the nested layer is learnt and read inside contents only."""
    at = WordMap(tokens)
    outer = np.zeros(len(at.start), np.int64)
    inner = np.zeros_like(outer)
    audience = np.zeros_like(outer)
    links: list[tuple[int, int, int]] = []
    for a in attributions:
        labels = outer if a.depth == 0 else inner
        if a.depth <= 1:
            for role, begin in ROLE_LABEL.items():
                for span in getattr(a, role):
                    _mark(labels, at.words(span), begin)
        for span in a.audience:
            _mark(audience, at.words(span), 1)
        cue = at.words(a.cue[0]) if a.cue else []
        if not len(cue):
            continue
        source = at.words(a.source[0]) if a.source else []
        links.append((0, int(cue[0]), int(source[0]) if len(source) else -1))
        for number, role in ((1, "content"), (2, "audience")):
            for span in getattr(a, role):
                words = at.words(span)
                if len(words):
                    links.append((number, int(words[0]), int(cue[0])))
    for span in ignore:
        outer[at.words(span)] = IGNORE
    if not full:
        outer[at.title] = IGNORE
        audience = _around(audience, [at.words(a.cue[0]) for a in attributions if a.cue and a.audience])
    inner[(outer < ROLE_LABEL["content"])] = IGNORE
    return Document(id, tokens, outer, inner if nested else None, audience, links)


def _around(audience: np.ndarray, cues: list[np.ndarray]) -> np.ndarray:
    """Addressees that are known only beside some cues: the cue, the addressee and the few words after it are known."""
    known = np.full_like(audience, IGNORE)
    for cue in cues:
        end = int(cue[-1]) + 1
        while end < len(audience) and audience[end] > 0:
            end += 1
        known[cue[0] : end + 4] = audience[cue[0] : end + 4]
    return known


def load_silver(path: Path) -> dict[str, dict]:
    """What `training.silver` found, by article."""
    return {row["id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}


def _text_spans(spans) -> list[tuple[bool, int, int]]:
    return [(False, s, e) for s, e in spans]


def load_polnear(path: Path, tokenizer: Tokenizer, silver: dict[str, dict] | None = None) -> list[Document]:
    """PolNeAR articles (.jsonl or .jsonl.gz) as documents whose outermost layer is known, the title unknown, nested
    attributions and addressees only as far as `silver` has them."""
    opener = gzip.open if path.suffix == ".gz" else open
    out = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            d = json.loads(line)
            tokens = tokenize(tokenizer, passages_of(d["title"], d["text"], paragraphs_of(d["text"])))
            extra = silver[d["id"]] if silver else {"nested": [], "audience": []}
            heard = {tuple(cue): tuple(words) for cue, words in extra["audience"]}
            attributions = [
                Attribution(
                    *(_text_spans(a[role]) for role in ("source", "cue", "content")),
                    audience=_text_spans([heard[tuple(c)] for c in a["cue"] if tuple(c) in heard]),
                )
                for a in d["attributions"]
            ]
            attributions += [
                Attribution(*(_text_spans(a[role]) for role in ("source", "cue", "content")), depth=1) for a in extra["nested"]
            ]
            ignore = _text_spans(d["discard"])
            out.append(label_document(d["id"], tokens, attributions, full=False, nested=silver is not None, ignore=ignore))
    return out


def _closed(text: str, start: int, end: int) -> int:
    """The end of a source, behind the comma that closes an apposition: PolNeAR has it inside (925 of 1,027 times in
    its training part), the corpus leaves it out."""
    return end + 1 if ", " in text[start:end] and text[end : end + 1] == "," else end


def _with_colon(text: str, start: int, end: int) -> int:
    """The end of a cue, behind the colon that follows it ("said:"): PolNeAR has it inside (223 of 241 times), the corpus
    leaves it out."""
    return end + 1 if text[end : end + 1] == ":" and text[start:end] != ":" else end


def item_document(item: Item, tokenizer: Tokenizer) -> Document:
    """An item of the project's corpus as a document of which every layer is known."""
    tokens = tokenize(tokenizer, passages_of(item.title, item.text, paragraphs_of(item.text)))
    attributions = [
        Attribution(
            [(m.title, m.start, _closed(item.title if m.title else item.text, m.start, m.end)) for m in s.spans("source")],
            [(m.title, m.start, _with_colon(item.title if m.title else item.text, m.start, m.end)) for m in s.spans("cue")],
            *([(m.title, m.start, m.end) for m in s.spans(role)] for role in ("content", "audience")),
            depth=depth(item, s),
        )
        for s in item.statements
    ]
    return label_document(item.id, tokens, attributions, full=True, nested=True)
