"""What the network learns from, as plain arrays: `python -m training.examples --polnear DIR --gum DIR --stories FILE --silver FILE --out FILE`.

An example is one document with the labels that its set has; what a set does not label is None and is not learnt. The file is made
once and holds all that training needs, so that a machine without the sets can train. The own items are always in it.
"""

from __future__ import annotations

import argparse
import lzma
import pickle
from pathlib import Path

import numpy as np

from rapporteur.evaluation.corpus import is_held_out
from rapporteur.evaluation.markup import Item
from rapporteur.reading import Reader
from rapporteur.reading.coreference import pair_features, possible, unary_features
from rapporteur.reading.event_links import near, party_features, twin_features
from rapporteur.reading.tokens import Tokens
from training.corpus.check import load_items
from training.data import Document, item_document, load_polnear, load_silver
from training.event_data import EventDocument, event_document, targets, weak_stories
from training.mention_data import MentionDocument, gum_documents
from training.mention_data import item_document as item_mentions
from training.stake_data import stake_labels
from training.syntax_data import syntax_examples

MOST_PAIRS = 200  # mentions of a document whose chains are learnt at once
FINE = 100  # features are stored as hundredths


def base(kind: str, id: str, tokens: Tokens) -> dict:
    """An example without labels."""
    return {
        "kind": kind, "id": id, "ids": tokens.ids.astype(np.int32), "features": tokens.features.astype(np.uint8), "first": tokens.first,
        "passage": tokens.passage[tokens.first].astype(np.int32), "attributions": None, "mentions": None, "events": None, "stakes": None, "weak": None,
    }


def attribution_labels(d: Document) -> dict:
    """Labels of words by layer, and links."""
    return {
        "outer": d.outer.astype(np.int8), "inner": None if d.inner is None else d.inner.astype(np.int8), "audience": d.audience.astype(np.int8),
        "links": np.array(d.links, np.int32).reshape(-1, 3),
    }


def fine(features: np.ndarray) -> np.ndarray:
    """Features between 0 and 2.5 in hundredths."""
    return np.clip(np.round(features * FINE), 0, 255).astype(np.uint8)


def mention_labels(d: MentionDocument) -> dict:
    """Spans with kind, chain and what may be learnt of them; features of the first MOST_PAIRS and of their pairs."""
    views = d.views[:MOST_PAIRS]
    n = len(views)
    below = np.tril_indices(n, -1)
    return {
        "spans": np.array([(m.first, m.last, m.kind) for m in d.found], np.int32).reshape(-1, 3), "chain": np.array(d.chain, np.int32),
        "learnt": np.array(d.learnt, bool), "kinds_known": np.array(d.kinds_known, bool), "unknown": d.unknown,
        "unary": unary_features(views), "possible": possible(views)[below] if n else np.zeros(0, bool),
        "pairs": fine(pair_features(views)[below]) if n else np.zeros((0, 0), np.uint8),
    }


def event_labels(d: EventDocument) -> dict:
    """Labels of words, triggers with what is known of them, candidates and their roles."""
    n = len(d.triggers)
    known = bool(n and d.candidates)
    return {
        "labels": d.labels.astype(np.int8), "first": np.array([t.at.first for t in d.triggers], np.int32), **targets(d),
        "candidates": np.array([(c.at.first, c.at.last - 1) for c in d.candidates], np.int32).reshape(-1, 2), "roles": d.roles,
        "party": fine(party_features(d.triggers, d.candidates)) if known else None, "near": near(d.triggers, d.candidates) if known else None,
        "twin": fine(twin_features(d.triggers, d.parties)) if n else None, "numbers": np.array(d.numbers, np.int32),
    }


def party_labels(d: dict) -> dict:
    """Labels of events of which only the parties are known."""
    return {
        "labels": None, "first": np.array([t.at.first for t in d["triggers"]], np.int32),
        "candidates": np.array([(c.at.first, c.at.last - 1) for c in d["candidates"]], np.int32), "roles": d["roles"], "party": fine(d["party"]), "near": d["near"],
    }


def own_example(item: Item, reader: Reader) -> dict:
    """An own item, with the layers that it marks completely."""
    document = item_document(item, reader.encoder.tokenizer)
    example = base("own", item.id, document.tokens)
    if item.complete("statements"):
        example["attributions"] = attribution_labels(document)
    if item.complete("mentions"):
        mentions = item_mentions(item, reader)
        example["mentions"] = mention_labels(mentions)
        if item.complete("events"):
            example["events"] = event_labels(event_document(item, mentions, reader))
    if item.complete("positions"):
        example["stakes"] = stake_labels(item, document.tokens)
    return example


def make(args: argparse.Namespace) -> dict[str, list[dict]]:
    """All examples: those to learn from and the held-out own items."""
    reader = Reader()
    own = [(item, own_example(item, reader)) for item in load_items()]
    learnt = [e for item, e in own if not is_held_out(item.id)]
    if args.polnear:
        silver = load_silver(args.silver) if args.silver else None
        for d in load_polnear(args.polnear / "train.jsonl.gz", reader.encoder.tokenizer, silver):
            learnt.append(base("polnear", d.id, d.tokens) | {"attributions": attribution_labels(d)})
    if args.gum:
        for d in gum_documents(args.gum / "train.jsonl", reader):
            learnt.append(base("gum", d.id, d.tokens) | {"mentions": mention_labels(d)})
    if args.syntax:
        for id, tokens, labels in syntax_examples(args.syntax / "train.jsonl.gz", args.polnear / "train.jsonl.gz", reader.encoder.tokenizer, args.every):
            learnt.append(base("syntax", id, tokens) | {"events": party_labels(labels)})
    if args.stories:
        for n, (tokens, kind, mode) in enumerate(weak_stories(args.stories, reader.encoder.tokenizer)):
            learnt.append(base("story", f"story-{n}", tokens) | {"weak": (kind, mode)})
    return {"learnt": learnt, "held": [e for item, e in own if is_held_out(item.id)]}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--gum", type=Path)
    parser.add_argument("--syntax", type=Path, help="of polnear-corenlp, with --polnear")
    parser.add_argument("--every", type=int, default=1, help="so many parsed documents, one")
    parser.add_argument("--stories", type=Path, help="of plover-synthetic")
    parser.add_argument("--silver", type=Path, help="from training.silver; without it nested attributions of PolNeAR are not known")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    examples = make(args)
    args.out.write_bytes(lzma.compress(pickle.dumps(examples, protocol=5), preset=2))
    kinds = [e["kind"] for e in examples["learnt"]]
    events = sum(e["events"] is not None for e in examples["learnt"])
    print({k: kinds.count(k) for k in sorted(set(kinds))}, f"{events} with events, {len(examples['held'])} held out, {args.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
