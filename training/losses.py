"""What each layer of an example costs: the losses of attributions, mentions, chains, events and stories.

All work on the outputs of one document's words; labels that are not known cost nothing.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F

from rapporteur.knowledge.plover import TYPES
from rapporteur.reading.mentions import CHAIN, LONGEST, SPAN
from rapporteur.reading.stakes import SIZES
from rapporteur.reading.triggers import ALL_MODES, INSIDE, ROLE, ROLES, SAME
from training.data import IGNORE
from training.mention_model import Branch

Outputs = dict[str, torch.Tensor]
_TYPE_OF_MODE = [TYPES.index(t) for t, _ in ALL_MODES]


def span_scores(out: Outputs) -> torch.Tensor:
    """(words, words): how surely a mention begins at the one and ends with the other."""
    begin, end = out["begin"], out["end"]
    return begin[:, :SPAN] @ end[:, :SPAN].T / math.sqrt(SPAN) + begin[:, SPAN:] + end[:, SPAN:].T


def mention_loss(out: Outputs, known: dict, passage: torch.Tensor) -> torch.Tensor:
    """Each pair of words that may be a mention, right or not, and the kinds of the right ones."""
    scores = span_scores(out)
    apart = torch.arange(len(passage), device=passage.device)
    apart = apart[None] - apart[:, None]
    learnable = (apart >= 0) & (apart < LONGEST) & (passage[None] == passage[:, None])
    learnable &= ~(known["unknown"][:, None] & known["unknown"][None])
    gold = torch.zeros_like(scores, dtype=torch.bool)
    first, last, kind = known["spans"].long().unbind(1)
    gold[first, last - 1] = learnable[first, last - 1] = known["learnt"]
    loss = F.binary_cross_entropy_with_logits(scores[learnable], gold[learnable].float(), reduction="sum") / gold.sum().clamp(min=1)
    sure = known["kinds_known"]
    if sure.any():
        loss = loss + F.cross_entropy((out["kind_begin"][first] + out["kind_end"][last - 1])[sure], kind[sure])
    return loss


def chain_loss(branch: Branch, out: Outputs, known: dict) -> torch.Tensor:
    """Each mention against all earlier ones and "none": the right ones together get the mass."""
    n = len(known["unary"])
    first, last, _ = known["spans"][:n].long().unbind(1)
    later = out["later_begin"][first] + out["later_end"][last - 1]
    earlier = out["earlier_begin"][first] + out["earlier_end"][last - 1]
    pairs, before = _square(known["pairs"].float() / 100, n), _square(known["possible"], n)
    scores = later @ earlier.T / math.sqrt(CHAIN) + branch.pair(known["unary"], pairs)
    same = (known["chain"][:n, None] == known["chain"][None, :n]) & before
    return _one_of_the_right(scores, same, before)


def _square(below: torch.Tensor, n: int) -> torch.Tensor:
    """What stands under a diagonal, row by row, as a square."""
    out = torch.zeros(n, n, *below.shape[1:], dtype=below.dtype, device=below.device)
    rows, columns = torch.tril_indices(n, n, -1, device=below.device)
    out[rows, columns] = below
    return out


def _one_of_the_right(scores: torch.Tensor, same: torch.Tensor, before: torch.Tensor) -> torch.Tensor:
    none = torch.zeros(len(scores), 1, device=scores.device)
    everything = torch.cat([none, scores.masked_fill(~before, -1e4)], 1)
    right = torch.cat([none.masked_fill(same.any(1, keepdim=True), -1e4), scores.masked_fill(~same, -1e4)], 1)
    return (torch.logsumexp(everything, 1) - torch.logsumexp(right, 1)).mean()


def event_losses(branch, out: Outputs, known: dict) -> dict[str, torch.Tensor]:
    """By name: "trigger" a word, "kind" (reality, mode, mutual) a trigger, "roles" a right role, "twins" a trigger. Where parties alone are known, "roles"."""
    if known["labels"] is None:
        return {"roles": role_loss(branch, out, known)}
    losses = {"trigger": F.cross_entropy(out["trigger"], known["labels"].long())}
    first = known["first"].long()
    if not len(first):
        return losses
    reality = F.cross_entropy(out["reality"][first], known["reality"])
    mutual = F.binary_cross_entropy_with_logits(out["mutual"][first, 0], known["mutual"].float())
    losses["kind"] = reality + mutual + _mode_loss(out["mode"][first], known["type"], known["mode"])
    if known["party"] is not None:
        losses["roles"] = role_loss(branch, out, known)
    if len(first) > 1:
        features = known["twin"].float() / 100
        product = out["same_later"][first] @ out["same_earlier"][first].T / math.sqrt(SAME)
        before = torch.ones_like(product, dtype=torch.bool).tril(-1)
        same = (known["numbers"][:, None] == known["numbers"][None]) & before
        losses["twins"] = _one_of_the_right(product + branch.twin(features)[..., 0], same, before)
    return losses


def stake_loss(out: Outputs, known: dict) -> torch.Tensor:
    """Issues and plans, a word."""
    return sum(F.cross_entropy(out[name], known[name].long(), ignore_index=IGNORE) for name in SIZES)


def _mode_loss(scores: torch.Tensor, type_: torch.Tensor, mode: torch.Tensor) -> torch.Tensor:
    """Each mode of the trigger's type, right or not."""
    owners = torch.tensor(_TYPE_OF_MODE, device=scores.device)
    fits = owners[None] == type_[:, None]
    if not fits.any():
        return scores.sum() * 0
    gold = torch.arange(len(owners), device=scores.device)[None] == mode[:, None]
    return F.binary_cross_entropy_with_logits(scores[fits], gold[fits].float(), reduction="sum") / len(scores)


def role_scores(branch, out: Outputs, known: dict) -> torch.Tensor:
    """(triggers, candidates, roles): how surely a candidate has a role with a trigger."""
    first = known["first"].long()
    begin, end = known["candidates"].long().unbind(1)
    asks = out["asks"][first].view(len(first), len(ROLES), ROLE)
    offers = (out["offers_begin"][begin] + out["offers_end"][end]).view(len(begin), len(ROLES), ROLE)
    return torch.einsum("trd,crd->tcr", asks, offers) / math.sqrt(ROLE) + branch.party(known["party"].float() / 100)


def role_loss(branch, out: Outputs, known: dict) -> torch.Tensor:
    """Each candidate near a trigger, in each role that may be learnt."""
    scores = role_scores(branch, out, known)
    learnable = (known["roles"] >= 0) & known["near"][..., None]
    gold = (known["roles"] == 1).float()
    return F.binary_cross_entropy_with_logits(scores[learnable], gold[learnable], reduction="sum") / gold[learnable].sum().clamp(min=1)


def story_loss(out: Outputs, type_: int, mode: int) -> torch.Tensor:
    """A story whose type alone is known: some word tells of it, rather than of any other type."""
    shares = out["trigger"].log_softmax(-1)[:, 1:INSIDE]
    by_type = torch.logsumexp(shares * 2, 0) / 2  # nearly the best word
    loss = F.cross_entropy(by_type[None], torch.tensor([type_], device=shares.device))
    loss = loss - 0.3 * by_type[type_].clamp(max=math.log(0.8))
    if mode >= 0:
        word = int(shares[:, type_].argmax())
        loss = loss + _mode_loss(out["mode"][word : word + 1], torch.tensor([type_], device=shares.device), torch.tensor([mode], device=shares.device))
    return loss
