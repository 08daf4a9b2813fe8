"""Who does what to whom as grammar shows it: verbs with subject and object, from the machine parses of PolNeAR's articles (polnear-corenlp).

Marked events are few; every parsed verb shows which noun phrase acts and which is acted on, in passives, relative clauses,
participles, coordination and control. The parses are machine output, and their noun phrases are not all actors: this teaches the links of
parties first, and own items have the last word.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from rapporteur.knowledge.plover import TYPES
from rapporteur.reading.event_links import CandidateView, Standing, TriggerView, near, party_features, stem
from rapporteur.reading.tokens import Tokens, passages_of, tokenize
from rapporteur.reading.triggers import ROLES
from rapporteur.reading.views import NO_PRONOUN, pronoun_class
from training.data import IGNORE, WordMap, paragraphs_of

WORDS = 150  # of a stretch, about
_LEFT = frozenset(["det", "amod", "compound", "nummod", "nmod:poss", "det:predet", "case", "advmod", "mwe"])
_AUXILIARIES = frozenset(["be", "have", "do", "get", "say"])
_SOURCE, _TARGET = ROLES.index("source"), ROLES.index("target")
_BY_PREPOSITION = ("with", "against", "on", "at", "to", "upon", "from", "for", "by", "into", "over")
_ACTED = {"nsubj": _SOURCE, "nsubj:xsubj": _SOURCE, "nmod:agent": _SOURCE, "dobj": _TARGET, "nsubjpass": _TARGET, "nsubjpass:xsubj": _TARGET, "iobj": _TARGET}


class Clause(NamedTuple):
    """A verb of a sentence (its token) with the heads of who acts, who is acted on, and those of whom the parse does not say."""

    verb: int
    parties: tuple[frozenset[int], frozenset[int]]
    unsure: frozenset[int]


def graph(sentence: dict) -> set[tuple[int, int, str]]:
    """(dependent, governor, relation) of a sentence, with what the enhanced graph adds and drops."""
    basic = {(d, h, r) for d, (h, r) in enumerate(zip(sentence["head"], sentence["rel"], strict=True)) if h is not None}
    dropped = {tuple(e) for e in sentence.get("enh_del", [])}
    return (basic - dropped) | {tuple(e) for e in sentence.get("enh_add", [])}


def clauses(sentence: dict) -> Iterator[Clause]:
    """The verbs of a sentence that have a party."""
    tags, edges = sentence["pos"].split(" "), graph(sentence)
    for verb, tag in enumerate(tags):
        if not tag.startswith("VB") or sentence["lemma"][verb] in _AUXILIARIES or any(d == verb and r in ("aux", "auxpass", "cop") for d, _, r in edges):
            continue
        parties: tuple[set[int], set[int]] = (set(), set())
        unsure = set()
        for d, h, r in edges:
            if h == verb and r in _ACTED:
                parties[_ACTED[r]].add(d)
            elif h == verb and r.startswith("nmod:") and r[5:] in _BY_PREPOSITION:
                unsure.add(d)
            elif d == verb and r == "acl" and tag in ("VBN", "VBG"):
                parties[_TARGET if tag == "VBN" else _SOURCE].add(h)
        if any(parties):
            yield Clause(verb, (frozenset(parties[0]), frozenset(parties[1])), frozenset(unsure))


def phrases(sentence: dict) -> dict[int, tuple[int, int]]:
    """First and last token (exclusive) of each noun phrase by its head: with what stands before it and its "of" phrase, without
    clauses, appositions and what is joined to it."""
    tags, rels, heads = sentence["pos"].split(" "), sentence["rel"], sentence["head"]
    out = {}
    for head, tag in enumerate(tags):
        if not (tag.startswith("NN") or tag in ("PRP", "PRP$")) or rels[head] in ("compound", "mwe"):
            continue
        first = head
        while first > 0 and _within(first - 1, head, heads) and rels[first - 1] in _LEFT and tags[first - 1] != "IN":
            first -= 1
        out[head] = (first, _with_of(head, sentence, tags))
    return out


def _with_of(head: int, sentence: dict, tags: list[str]) -> int:
    """The end of a phrase: behind its "of" phrase where that follows at once."""
    last = head + 1
    if last < len(tags) and sentence["lemma"][last] == "of" and not tags[head].startswith("PRP"):
        inner = next((i for i in range(last + 1, len(tags)) if sentence["head"][i] == head and sentence["rel"][i] == "nmod"), None)
        if inner is not None and inner - last <= 6:
            return inner + 1
    return last


def _within(token: int, head: int, heads: list) -> bool:
    """Whether a token hangs on the head, at any depth."""
    seen = 0
    while token is not None and token >= 0 and seen < 40:
        if token == head:
            return True
        token, seen = heads[token], seen + 1
    return False


def stretches(document: dict) -> Iterator[list[dict]]:
    """The sentences of a document in runs of about WORDS."""
    run: list[dict] = []
    for sentence in document["sentences"]:
        run.append(sentence)
        if sum(len(s["begin"]) for s in run) >= WORDS:
            yield run
            run = []
    if run:
        yield run


def syntax_examples(parses: Path, texts: Path, tokenizer: Tokenizer, every: int = 1) -> Iterator[tuple[str, Tokens, dict]]:
    """Id, tokens, and triggers with candidates, roles and features, of the stretches of every so many documents."""
    with gzip.open(texts, "rt", encoding="utf-8") as lines:
        text_of = {d["id"]: d["text"] for d in map(json.loads, lines)}
    with gzip.open(parses, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every:
                continue
            document = json.loads(line)
            for n, run in enumerate(stretches(document)):
                begin, end = run[0]["begin"][0], run[-1]["end"][-1]
                text = text_of[document["id"]][begin:end]
                tokens = tokenize(tokenizer, passages_of(None, text, paragraphs_of(text)))
                labels = _labels(run, begin, WordMap(tokens), text)
                if labels is not None:
                    yield f"{document['id']}-{n}", tokens, labels


def _labels(run: list[dict], offset: int, at: WordMap, text: str) -> dict | None:
    triggers, wanted, candidates, heads = [], [], [], {}
    for number, sentence in enumerate(run):
        for head, (first, last) in phrases(sentence).items():
            words = at.words((False, sentence["begin"][first] - offset, sentence["end"][last - 1] - offset))
            if len(words):
                heads[number, head] = len(candidates)
                candidates.append(_candidate(sentence, head, (int(words[0]), int(words[-1]) + 1), number, at, text))
        for c in clauses(sentence):
            words = at.words((False, sentence["begin"][c.verb] - offset, sentence["end"][c.verb] - offset))
            if len(words):
                lemma = stem(text[sentence["begin"][c.verb] - offset : sentence["end"][c.verb] - offset])
                triggers.append(TriggerView(Standing(int(words[0]), int(words[-1]) + 1, number, -1, -1), "ASSAULT", None, "happened", lemma, ""))
                wanted.append((number, c))
    if not triggers or not candidates:
        return None
    roles = np.full((len(triggers), len(candidates), len(ROLES)), IGNORE, np.int8)
    roles[:, :, [_SOURCE, _TARGET]] = 0
    for i, (number, c) in enumerate(wanted):
        for role, members in zip((_SOURCE, _TARGET), c.parties, strict=True):
            for head in members:
                if (number, head) in heads:
                    roles[i, heads[number, head], role] = 1
        for head in c.unsure:
            if (number, head) in heads:
                roles[i, heads[number, head]] = IGNORE
    party = party_features(triggers, candidates)
    party[..., -len(TYPES):] = 0  # the type is not known
    return {"triggers": triggers, "candidates": candidates, "roles": roles, "party": party, "near": near(triggers, candidates)}


def _candidate(sentence: dict, head: int, words: tuple[int, int], number: int, at: WordMap, text: str) -> CandidateView:
    tag = sentence["pos"].split(" ")[head]
    said = text[at.start[words[0]] : at.end[words[1] - 1]]
    before = text[at.start[words[0] - 1] : at.end[words[0] - 1]].casefold() if words[0] > 0 else ""
    pronoun = pronoun_class(said.casefold()) if tag.startswith("PRP") else NO_PRONOUN
    inside = sentence["rel"][head] in ("nmod:poss", "nmod")
    named, definite = tag.startswith("NNP"), said.casefold().startswith(("the ", "this ", "these ", "those "))
    return CandidateView(Standing(*words, number, -1, -1), 0, -1, pronoun, named, definite, tag in ("NNS", "NNPS"), -1, -1, inside, before)
