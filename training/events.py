"""Train the branch of events alone, on an encoder that stays as it is: `python -m training.events EXAMPLES --start STATE --out FOLDER`.

The encoder's states are computed once, so that this takes minutes without an accelerator when only events have been added. EXAMPLES and
STATE are those of training.joint, whose state it writes.
"""

from __future__ import annotations

import argparse
import copy
import lzma
import pickle
import random
import time
from pathlib import Path
from typing import NamedTuple

import torch

from rapporteur.reading.stakes import BRANCH
from training import losses
from training.event_model import EventBranch
from training.joint import TAPS, WEIGHTS, Whole, load, save
from training.judge import judged
from training.windows import Cut, collate, on_device

CPU = torch.device("cpu")


class Cached(NamedTuple):
    """A document's states at its pieces (rows, pieces, width), their mask, the row and piece of each word, its events, and its issues and plans."""

    states: torch.Tensor
    mask: torch.Tensor
    row: torch.Tensor
    piece: torch.Tensor
    known: dict
    stakes: dict | None


@torch.no_grad()
def cache(whole: Whole, example: dict) -> Cached:
    """Run the encoder over a document."""
    cut = Cut(example, None)
    ids, features, mask = (torch.from_numpy(x) for x in collate([cut], 0.0, None))
    _, tapped = whole.states(ids, features, mask)
    return Cached(tapped, mask, torch.as_tensor(cut.row), torch.as_tensor(cut.piece), on_device(example["events"], CPU), on_device(example["stakes"], CPU) if example["stakes"] else None)


def fit(whole: Whole, documents: list[Cached], args: argparse.Namespace) -> EventBranch:
    """The branch that has learnt the documents: the mean of its weights over the last steps."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    branch = EventBranch(1, args.dropout, len(TAPS)) if args.afresh else whole.events
    branch.dropout.p = args.dropout
    branch.train()
    optimizer = torch.optim.AdamW(branch.parameters(), lr=args.rate, weight_decay=0.02, betas=(0.9, 0.98))
    average = copy.deepcopy(branch)
    own, parsed = ([d for d in documents if (d.known["labels"] is None) == lacking] for lacking in (False, True))
    passes = [parsed] * args.syntax_passes + [own + rng.sample(parsed, min(len(parsed), args.syntax)) for _ in range(args.passes)]
    total, step, began, seen = sum(map(len, passes)), 0, time.time(), []
    for number, now in enumerate(passes):
        for d in rng.sample(now, len(now)):
            for group in optimizer.param_groups:
                group["lr"] = args.rate * min(1.0, step / 100) * max(0.02, 1 - step / total)
            raw = branch(d.states, d.mask)[d.row, d.piece]
            heads = dict(zip(BRANCH, raw.split(list(BRANCH.values()), -1), strict=True))
            parts = losses.event_losses(branch, heads, d.known)
            if d.stakes is not None:
                parts["stakes"] = losses.stake_loss(heads, d.stakes)
            loss = sum(WEIGHTS[name] * value for name, value in parts.items())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
            optimizer.step()
            step += 1
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(branch.parameters()), 1 - min(args.average, (1 + step) / (10 + step)))
            seen.append(loss.item())
        print(f"pass {number + 1} loss {sum(seen) / len(seen):.3f} {time.time() - began:.0f} s", flush=True)
        seen.clear()
    return average.eval()


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=12)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--average", type=float, default=0.99)
    parser.add_argument("--syntax-passes", type=int, default=0, help="over the parsed stretches, before all else")
    parser.add_argument("--syntax", type=int, default=0, help="parsed stretches that a later pass reads")
    parser.add_argument("--afresh", action="store_true", help="begin with a new branch")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    examples = pickle.loads(lzma.decompress(args.examples.read_bytes()))
    whole = load(args.start, 0.0).eval()
    documents = [cache(whole, e) for e in examples["learnt"] if e["events"] is not None]
    print(f"{len(documents)} documents", flush=True)
    whole.events = fit(whole, documents, args)
    print(judged(whole, examples["held"], CPU), flush=True)
    args.out.mkdir(parents=True, exist_ok=True)
    save(whole, args.out)


if __name__ == "__main__":
    main()
