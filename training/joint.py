"""Train all heads at once: `python -m training.joint EXAMPLES [--start STATE] --out FOLDER`.

EXAMPLES is made by training.examples, STATE by training.recover or by this command. A step reads the windows of some documents and
adds up what each of their known layers costs. What is kept is a moving average of the weights.
"""

from __future__ import annotations

import argparse
import copy
import lzma
import pickle
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from rapporteur.reading import mentions as mention_heads
from rapporteur.reading import stakes
from training import losses
from training.event_model import EventBranch
from training.judge import judged
from training.mention_model import Branch
from training.model import LINK_WIDTH, Network, load_pretrained, pretrained
from training.vocabulary import needed
from training.windows import Cut, collate, on_device, padded, runs_of

TAPS = (3, 6)
LINK_WEIGHT = 0.3
WEIGHTS = {"attributions": 1.0, "mentions": 0.12, "chains": 0.06, "trigger": 1.0, "kind": 0.05, "roles": 0.06, "twins": 0.03, "stakes": 0.5, "story": 0.04}
GUM_MENTIONS = 0.3  # of the weight of own ones: they end elsewhere and are not all actors


class Whole(nn.Module):
    """The network of the attributions with both branches."""

    def __init__(self, dropout: float, vocabulary: int):
        super().__init__()
        self.network = Network(dropout, vocabulary)
        self.mentions = Branch(1, dropout, len(TAPS))
        self.events = EventBranch(1, dropout, len(TAPS))

    def forward(self, ids, features, mask):
        """States of the last layer, and the outputs of both branches, of each piece."""
        last, tapped = self.states(ids, features, mask)
        return last, self.mentions(tapped, mask), self.events(tapped, mask)

    def states(self, ids, features, mask):
        """States of the last layer, and those that the branches read, of each piece."""
        reader = self.network.reader
        x = reader.words(ids) + reader.positions.weight[: ids.shape[1]]
        for i, table in enumerate(reader.features):
            x = x + table(features[..., i])
        x = reader.dropout(reader.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        taps = []
        for number, layer in enumerate(reader.layers, 1):
            x = layer(x, bias)
            if number in TAPS:
                taps.append(x)
        return reader.dropout(x), torch.cat(taps, -1)


def attribution_loss(whole: Whole, states: torch.Tensor, words: torch.Tensor, cuts: list[Cut], bases: list[int], rows: list[int], mask: torch.Tensor) -> torch.Tensor:
    """What labels and links of attributions cost; `words` are the states of all words of the step."""
    reader, total = whole.network.reader, torch.zeros((), device=states.device)
    labelled = [(c, base, row) for c, base, row in zip(cuts, bases, rows, strict=True) if c.example["attributions"] is not None]
    for layer, head, crf in (("outer", reader.outer, whole.network.crf_outer), ("inner", reader.inner, whole.network.crf_inner)):
        runs = [r for c, base, _ in labelled if (known := c.example["attributions"][layer]) is not None for r in runs_of(c, known, base)]
        if runs:
            p = padded(runs, states.device)
            total = total + crf(head(words[p["at"]]), p["gold"], p["count"], p["begins"], p["ends"])
    heard = [(words_, gold) for c, base, _ in labelled for words_, gold, _, _ in runs_of(c, c.example["attributions"]["audience"], base)]
    if heard:
        at, gold = (torch.as_tensor(np.concatenate(x), device=states.device) for x in zip(*heard, strict=True))
        total = total + F.cross_entropy(reader.audience(words[at]), gold)
    links = [link for c, _, row in labelled for link in _links(c, row)]
    if links:
        row, number, source, target = torch.as_tensor(np.array(links), device=states.device).unbind(1)
        query = reader.query(states[row, source]).view(len(row), -1, LINK_WIDTH)[torch.arange(len(row)), number]
        key = reader.key(states).view(*states.shape[:2], -1, LINK_WIDTH)
        scores = torch.einsum("nd,ntd->nt", query.float(), key[row, :, number].float()) / LINK_WIDTH**0.5
        total = total + LINK_WEIGHT * F.cross_entropy(scores.masked_fill(mask[row] == 0, -1e4), target)
    return total


def _links(cut: Cut, row: int) -> list[tuple[int, int, int, int]]:
    """Links as (row of the step, number, piece that points, piece pointed to); what stands in another window is unknown."""
    out = []
    for number, source, target in cut.example["attributions"]["links"].tolist():
        window = int(cut.row[source])
        a, b = cut.extents[window]
        end = 0 if target < 0 else int(cut.starts[target]) - a + 1
        if target < 0 or 1 <= end <= b - a:
            out.append((row + window, number, int(cut.piece[source]), end))
    return out


def step_losses(whole: Whole, cuts: list[Cut], device, *, mask_rate: float = 0.0, generator=None) -> dict[str, torch.Tensor]:
    """The weighted losses of some documents, by layer; a mean over the documents that know the layer."""
    ids, features, mask = (torch.from_numpy(x).to(device) for x in collate(cuts, mask_rate, generator))
    with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):  # slower on most processors
        states, mentions, events = whole(ids, features, mask)
    states, mentions, events = states.float(), mentions.float(), events.float()
    rows = np.cumsum([0, *(len(c.extents) for c in cuts)]).tolist()
    bases = np.cumsum([0, *(len(c.row) for c in cuts)]).tolist()
    row = torch.as_tensor(np.concatenate([c.row + r for c, r in zip(cuts, rows[:-1], strict=True)]), device=device)
    piece = torch.as_tensor(np.concatenate([c.piece for c in cuts]), device=device)
    found: dict[str, list[torch.Tensor]] = {}
    if any(c.example["attributions"] is not None for c in cuts):
        found["attributions"] = [attribution_loss(whole, states, states[row, piece], cuts, bases[:-1], rows[:-1], mask)]
    by_mention, by_event = mentions[row, piece], events[row, piece]
    for c, a, b in zip(cuts, bases[:-1], bases[1:], strict=True):
        for name, loss in document_losses(whole, c.example, by_mention[a:b], by_event[a:b], device).items():
            found.setdefault(name, []).append(loss)
    return {name: WEIGHTS[name] * torch.stack(values).mean() for name, values in found.items()}


def document_losses(whole: Whole, example: dict, mentions: torch.Tensor, events: torch.Tensor, device) -> dict[str, torch.Tensor]:
    """The losses of one document's mentions, chains and events; `mentions` and `events` are the outputs of its words."""
    out = {}
    if example["mentions"] is not None:
        known = on_device(example["mentions"], device)
        heads = dict(zip(mention_heads.SIZES, mentions.split(list(mention_heads.SIZES.values()), -1), strict=True))
        weight = 1.0 if example["kind"] == "own" else GUM_MENTIONS
        if len(known["spans"]):
            out["mentions"] = weight * losses.mention_loss(heads, known, torch.as_tensor(example["passage"], device=device))
        if len(known["unary"]) > 1:
            out["chains"] = losses.chain_loss(whole.mentions, heads, known)
    heads = dict(zip(stakes.BRANCH, events.split(list(stakes.BRANCH.values()), -1), strict=True))
    if example["events"] is not None:
        out |= losses.event_losses(whole.events, heads, on_device(example["events"], device))
    if example["stakes"] is not None:
        out["stakes"] = losses.stake_loss(heads, on_device(example["stakes"], device))
    if example["weak"] is not None:
        out["story"] = losses.story_loss(heads, *example["weak"])
    return out


def parameter_groups(whole: Whole, args: argparse.Namespace) -> list[dict]:
    """Lower layers learn more slowly; heads, CRFs, feature tables and branches fast."""
    groups = []
    for name, p in whole.named_parameters():
        inner = name.removeprefix("network.reader.")
        if inner.startswith("layers."):
            rate = args.rate * 0.9 ** (5 - int(inner.split(".")[1]))
        elif inner.startswith(("words", "positions", "norm.")):
            rate = args.rate * 0.9**6
        elif inner.startswith("features"):
            rate = args.rate
        else:
            rate = args.event_rate if name.startswith("events.") else args.head_rate
        groups.append({"params": [p], "lr": rate, "peak": rate, "weight_decay": 0.01 if p.dim() > 1 else 0.0})
    return groups


def steps_of(learnt: list[dict], args: argparse.Namespace, rng: random.Random) -> list[list[Cut]]:
    """One pass in steps of about `args.rows` windows."""
    by_kind: dict[str, list[dict]] = {}
    for e in learnt:
        by_kind.setdefault(e["kind"], []).append(e)
    part = by_kind["own"] * args.own
    for kind, share in (("polnear", args.public), ("gum", args.public), ("story", args.stories), ("syntax", args.syntax)):
        of_kind = by_kind.get(kind, [])
        part += rng.sample(of_kind, round(share * len(of_kind)))
    rng.shuffle(part)
    steps, now, rows = [], [], 0
    for e in part:
        cut = Cut(e, rng)
        now.append(cut)
        rows += len(cut.extents)
        if rows >= args.rows:
            steps.append(now)
            now, rows = [], 0
    return steps


def load(path: Path | None, dropout: float) -> Whole:
    """The whole network from a saved state, or with the pretrained encoder alone; parts that are not there begin at random."""
    if path is None:
        checkpoint, tokenizer = pretrained()
        keep = needed(tokenizer.to_str())
        old = Network(dropout)
        load_pretrained(old.reader, checkpoint)
        whole = Whole(dropout, len(keep))
        state = old.state_dict()
        whole.network.load_state_dict(state | {"reader.words.weight": state["reader.words.weight"][keep]})
        return whole
    saved = torch.load(path, map_location="cpu")
    words = saved["whole"]["network.reader.words.weight"] if "whole" in saved else saved["network"]["reader.words.weight"]
    whole = Whole(dropout, len(words))
    if "whole" in saved:
        whole.load_state_dict({k: v.float() for k, v in saved["whole"].items()})
    else:
        whole.network.load_state_dict(saved["network"])
        whole.mentions.load_state_dict(saved["branch"])
    return whole


@torch.no_grad()
def judge(whole: Whole, held: list[dict], device) -> dict[str, float]:
    """The losses of held-out items, and of their events: F1 of triggers with type, and the share of right parties."""
    whole.eval()
    found: dict[str, list[float]] = {}
    for e in held:
        for name, loss in step_losses(whole, [Cut(e, None)], device).items():
            found.setdefault(name, []).append(float(loss) / WEIGHTS[name])
    whole.train()
    return {k: round(sum(v) / len(v), 3) for k, v in found.items()} | judged(whole, held, device)


def fit(args: argparse.Namespace) -> None:
    """Learn, judge after each pass, and keep the moving average."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(args.seed)
    rng, generator = random.Random(args.seed), np.random.default_rng(args.seed)
    examples = pickle.loads(lzma.decompress(args.examples.read_bytes()))
    whole = load(args.start, args.dropout).to(device).train()
    optimizer = torch.optim.AdamW(parameter_groups(whole, args), betas=(0.9, 0.98))
    average = copy.deepcopy(whole)
    passes = [steps_of(examples["learnt"], args, rng) for _ in range(args.passes)]
    total, step, began = sum(map(len, passes)), 0, time.time()
    args.out.mkdir(parents=True, exist_ok=True)
    for number, steps in enumerate(passes, 1):
        seen: dict[str, list[float]] = {}
        for cuts in steps:
            late = max(step / total, (time.time() - began) / args.seconds)
            for g in optimizer.param_groups:
                g["lr"] = g["peak"] * min(step / (0.05 * total), 1.0) * max(1 - late, 0.02)
            parts = step_losses(whole, cuts, device, mask_rate=args.mask, generator=generator)
            optimizer.zero_grad(set_to_none=True)
            sum(parts.values()).backward()
            torch.nn.utils.clip_grad_norm_(whole.parameters(), 1.0)
            optimizer.step()
            step += 1
            keep = min(args.average, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(whole.parameters()), 1 - keep)
            if step % 10 == 0:
                for k, v in parts.items():
                    seen.setdefault(k, []).append(v.item() / WEIGHTS[k])
            if step % 100 == 0:
                print(f"{step}/{total} {time.time() - began:.0f} s", {k: round(sum(v) / len(v), 3) for k, v in seen.items()}, flush=True)
                seen = {}
            if time.time() - began > args.seconds:
                break
        print(f"pass {number}", judge(average, examples["held"], device), flush=True)
        if time.time() - began > args.seconds:
            break
    save(average, args.out)


def save(whole: Whole, folder: Path) -> None:
    """Write the state in 16 bits."""
    torch.save({"whole": {k: v.detach().half().cpu() for k, v in whole.state_dict().items()}}, folder / "whole.pt")


def arguments() -> argparse.ArgumentParser:
    """What the command takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=Path)
    parser.add_argument("--start", type=Path, help="a state to go on from; without it the pretrained encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1e9, help="after which it stops and keeps what it has")
    parser.add_argument("--own", type=int, default=3, help="times that a pass reads the own items")
    parser.add_argument("--public", type=float, default=1.0, help="share of PolNeAR and GUM that a pass reads")
    parser.add_argument("--stories", type=float, default=0.0, help="share of the stories")
    parser.add_argument("--syntax", type=float, default=0.0, help="share of the parsed stretches")
    parser.add_argument("--rows", type=int, default=24, help="windows of a step")
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--head-rate", type=float, default=4e-4)
    parser.add_argument("--event-rate", type=float, default=1e-3)
    parser.add_argument("--average", type=float, default=0.998)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--mask", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    fit(arguments().parse_args())
