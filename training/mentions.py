"""Train the branch of mentions and chains: `python -m training.mentions --gum DIR --out FILE`.

The hidden states are those of the shipped int8 encoder, computed once, since it does not learn. A document is a step.
Own items count several times, and the last passes read them alone, since only they say who is an actor and where a
mention ends.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F

from rapporteur.evaluation.corpus import is_held_out
from rapporteur.reading import Reader
from rapporteur.reading.coreference import pair_features, possible, unary_features
from rapporteur.reading.encoder import MODEL, WEIGHTS, session_options
from rapporteur.reading.mentions import CHAIN, LONGEST, SIZES, SPAN
from rapporteur.reading.windows import batches, best_window
from training.corpus.check import ITEMS
from training.mention_data import MentionDocument, gum_documents, own_documents
from training.mention_model import Branch

MOST_PAIRS = 250  # mentions of a document whose chains are learnt at once


class Cached(NamedTuple):
    """A document with the encoder's hidden states of its windows (rows, pieces, width), their mask, for each word its row
    and piece, and the features of its first mentions and their pairs."""

    document: MentionDocument
    hidden: torch.Tensor
    mask: torch.Tensor
    row: torch.Tensor
    piece: torch.Tensor
    unary: torch.Tensor
    pairs: torch.Tensor


def states_session(taps: list[int]) -> onnxruntime.InferenceSession:
    """The shipped model, asked for the hidden states behind its layers of these numbers (1 to 6; 0 is the embedding)."""
    model = onnx.load(WEIGHTS / MODEL)
    del model.graph.output[:]
    for name in tap_names(taps):
        model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, ["rows", "length", "width"]))
    return onnxruntime.InferenceSession(model.SerializeToString(), session_options(2), providers=["CPUExecutionProvider"])


def tap_names(taps: list[int]) -> list[str]:
    """What the model calls those states."""
    return ["norm.out" if t == 0 else f"layers.{t - 1}.norm2.out" for t in taps]


def cache(session: onnxruntime.InferenceSession, document: MentionDocument) -> Cached:
    """Run the encoder over a document."""
    tokens = document.tokens
    windows, rows = [], []
    for batch in batches(tokens):
        states = session.run(None, {"ids": batch.ids, "features": batch.features, "mask": batch.mask})
        picked = torch.from_numpy(np.concatenate(states, -1)).to(torch.bfloat16)
        rows += [(picked[i], torch.from_numpy(batch.mask[i])) for i in range(len(batch.windows))]
        windows += batch.windows
    longest = max(len(m) for _, m in rows)
    hidden = torch.zeros(len(rows), longest, rows[0][0].shape[-1], dtype=torch.bfloat16)
    mask = torch.zeros(len(rows), longest)
    for i, (h, m) in enumerate(rows):
        hidden[i, : len(m)], mask[i, : len(m)] = h, m
    firsts = np.flatnonzero(tokens.first)
    chosen = best_window(tokens, windows)[firsts]
    piece = firsts - np.array([windows[w].first for w in chosen]) + 1
    views = document.views[:MOST_PAIRS]
    pairs = torch.from_numpy(pair_features(views)).to(torch.float16) if views else torch.zeros(0)
    return Cached(document, hidden, mask, torch.from_numpy(chosen), torch.from_numpy(piece), torch.from_numpy(unary_features(views)), pairs)


def outputs(branch: Branch, cached: Cached) -> dict[str, torch.Tensor]:
    """The branch's outputs of each word, by head."""
    raw = branch(cached.hidden.float(), cached.mask)[cached.row, cached.piece]
    return dict(zip(SIZES, raw.split(list(SIZES.values()), -1), strict=True))


def span_scores(out: dict[str, torch.Tensor]) -> torch.Tensor:
    """(words, words): how surely a mention begins at the one and ends with the other."""
    begin, end = out["begin"], out["end"]
    return begin[:, :SPAN] @ end[:, :SPAN].T / math.sqrt(SPAN) + begin[:, SPAN:] + end[:, SPAN:].T


def allowed(document: MentionDocument) -> torch.Tensor:
    """Pairs of first and last word that may be a mention: in one passage, in order, not too long."""
    passage = torch.from_numpy(document.words.passage)
    at = torch.arange(len(passage))
    apart = at[None] - at[:, None]
    return (apart >= 0) & (apart < LONGEST) & (passage[None] == passage[:, None])


def mention_loss(out: dict[str, torch.Tensor], document: MentionDocument) -> torch.Tensor:
    """Each pair of words that may be a mention, right or not, and the kinds of the right ones."""
    scores = span_scores(out)
    gold = torch.zeros_like(scores, dtype=torch.bool)
    known = allowed(document)
    dark = torch.from_numpy(document.unknown)
    known &= ~(dark[:, None] & dark[None])
    for m, learnt in zip(document.found, document.learnt, strict=True):
        gold[m.first, m.last - 1], known[m.first, m.last - 1] = learnt, learnt
    picked = F.binary_cross_entropy_with_logits(scores[known], gold[known].float(), reduction="sum") / max(1, int(gold.sum()))
    rows = [(m.first, m.last - 1, m.kind) for m, k in zip(document.found, document.kinds_known, strict=True) if k]
    if rows:
        a, b, k = torch.tensor(rows).unbind(1)
        picked = picked + F.cross_entropy(out["kind_begin"][a] + out["kind_end"][b], k)
    return picked


def chain_scores(branch: Branch, out: dict[str, torch.Tensor], cached: Cached) -> torch.Tensor:
    """(mentions, mentions): how surely the first means the same as the second."""
    found = cached.document.found[: len(cached.unary)]
    a, b = torch.tensor([m.first for m in found]), torch.tensor([m.last - 1 for m in found])
    later = out["later_begin"][a] + out["later_end"][b]
    earlier = out["earlier_begin"][a] + out["earlier_end"][b]
    return later @ earlier.T / math.sqrt(CHAIN) + branch.pair(cached.unary, cached.pairs.float())


def chain_loss(branch: Branch, out: dict[str, torch.Tensor], cached: Cached) -> torch.Tensor:
    """Each mention against all earlier ones and "none": the right ones together get the mass."""
    scores = chain_scores(branch, out, cached)
    n = len(scores)
    numbers = torch.tensor(cached.document.chain[:n])
    before = torch.from_numpy(possible(cached.document.views[:n]))
    same = (numbers[:, None] == numbers[None]) & before
    none = torch.zeros(n, 1)
    everything = torch.cat([none, scores.masked_fill(~before, -1e4)], 1)
    right = torch.cat([none.masked_fill(same.any(1, keepdim=True), -1e4), scores.masked_fill(~same, -1e4)], 1)
    return (torch.logsumexp(everything, 1) - torch.logsumexp(right, 1)).mean()


def schedule(cached: dict[str, list[Cached]], args: argparse.Namespace, rng: random.Random) -> list[Cached]:
    """The documents in the order in which they are learnt."""
    steps: list[Cached] = []
    for _ in range(args.passes):
        part = [*cached["gum"], *cached["own"] * args.own]
        rng.shuffle(part)
        steps += part
    for _ in range(args.last):
        steps += rng.sample(cached["own"], len(cached["own"]))
    return steps


def fit(cached: dict[str, list[Cached]], args: argparse.Namespace) -> Branch:
    """A branch that has learnt the documents."""
    torch.manual_seed(args.seed)
    branch = Branch(args.layers, args.dropout, len(args.taps))
    optimizer = torch.optim.AdamW(branch.parameters(), lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98))
    steps = schedule(cached, args, random.Random(args.seed))
    branch.train()
    started, seen = time.time(), [0.0, 0.0, 0]
    for step, c in enumerate(steps, 1):
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(1.0, step / 200) * max(0.02, 1 - step / len(steps))
        out = outputs(branch, c)
        found = mention_loss(out, c.document)
        chains = chain_loss(branch, out, c) if len(c.unary) > 1 else torch.zeros(())
        optimizer.zero_grad()
        (found * (1.0 if c.document.genre == "own" else args.gum_weight) + chains).backward()
        torch.nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
        optimizer.step()
        seen = [seen[0] + float(found.detach()), seen[1] + float(chains.detach()), seen[2] + 1]
        if step % 200 == 0:
            print(f"{step}/{len(steps)} mentions {seen[0] / seen[2]:.3f} chains {seen[1] / seen[2]:.3f} {time.time() - started:.0f} s", flush=True)
            seen = [0.0, 0.0, 0]
    return branch.eval()


def train(args: argparse.Namespace) -> None:
    """Read the documents, learn them and save the branch."""
    reader, session = Reader(), states_session(args.taps)
    own = [d for d in own_documents(args.items, reader) if not is_held_out(d.id)]
    gum = gum_documents(args.gum / "train.jsonl", reader) if args.passes else []
    cached = {"own": [cache(session, d) for d in own], "gum": [cache(session, d) for d in gum]}
    print(f"{len(own)} own items, {len(gum)} documents of GUM", flush=True)
    branch = fit(cached, args)
    torch.save({"branch": branch.state_dict(), "layers": args.layers, "taps": args.taps}, args.out)


def arguments() -> argparse.ArgumentParser:
    """What the command takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gum", type=Path, required=True)
    parser.add_argument("--items", type=Path, default=ITEMS)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--own", type=int, default=2, help="how often a pass reads each own item")
    parser.add_argument("--last", type=int, default=10, help="passes over the own items alone at the end")
    parser.add_argument("--layers", type=int, default=1)
    parser.add_argument("--taps", type=int, nargs="+", default=[3, 6])
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--gum-weight", type=float, default=0.3, help="of its mentions, which end elsewhere than ours and are not all actors")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def main() -> None:
    """The command."""
    train(arguments().parse_args())


if __name__ == "__main__":
    main()
