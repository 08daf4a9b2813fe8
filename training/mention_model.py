"""The branch that reads mentions and chains: a narrow transformer layer or two on the frozen encoder.

The encoder is that of the attributions and is not changed, so that their figures stay what they are. Of each word the
branch gives: `begin` and `end`, whose product says whether a mention begins and ends there; `kind`, scores of the six
kinds of actors at either edge; `later` and `earlier`, whose product says whether two mentions mean the same. A small
network adds to that what the pair's views show (`rapporteur.reading.coreference`).
"""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from rapporteur.reading.coreference import PAIRED, UNARY, PairNetwork
from rapporteur.reading.mentions import SIZES
from training.model import WIDTH

NARROW, NARROW_HEADS, NARROW_FF, HIDDEN = 256, 8, 256, 48


class NarrowLayer(nn.Module):
    """One post-norm transformer layer of the branch."""

    def __init__(self, dropout: float):
        super().__init__()
        self.qkv = nn.Linear(NARROW, 3 * NARROW)
        self.attended = nn.Linear(NARROW, NARROW)
        self.norm1 = nn.LayerNorm(NARROW, eps=1e-12)
        self.up = nn.Linear(NARROW, NARROW_FF)
        self.down = nn.Linear(NARROW_FF, NARROW)
        self.norm2 = nn.LayerNorm(NARROW, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, NARROW_HEADS, NARROW // NARROW_HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.attended(a.transpose(1, 2).reshape(b, t, NARROW))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


def shipped(parameters: dict[str, torch.Tensor]) -> dict[str, list]:
    """Parameters as JSON lists, rounded as they are shipped."""
    return {k: np.round(v.detach().cpu().numpy().astype(float), 4).tolist() for k, v in parameters.items()}


class PairLayer(nn.Module):
    """The pair network of `rapporteur.reading.coreference`, to be learnt."""

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.later = nn.Linear(UNARY, HIDDEN, bias=False)
        self.earlier = nn.Linear(UNARY, HIDDEN, bias=False)
        self.both = nn.Linear(PAIRED, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, unary: torch.Tensor, pair: torch.Tensor) -> torch.Tensor:
        hidden = self.later(unary)[:, None] + self.earlier(unary)[None] + self.both(pair)
        return self.out(self.dropout(F.relu(hidden))).squeeze(-1)

    def parameters_of(self) -> dict:
        """As they are shipped: JSON lists by the names of PairNetwork's fields."""
        rounded = {
            "later": self.later.weight.T, "earlier": self.earlier.weight.T, "pair": self.both.weight.T, "bias": self.both.bias,
            "out": self.out.weight[0], "constant": self.out.bias[0],
        }
        assert set(rounded) == set(PairNetwork._fields)
        return shipped(rounded)


class Branch(nn.Module):
    """Hidden states of the encoder in, the branch's outputs of each piece out."""

    def __init__(self, layers: int = 1, dropout: float = 0.1, inputs: int = 1):
        super().__init__()
        self.narrow = nn.Linear(WIDTH * inputs, NARROW)
        self.norm = nn.LayerNorm(NARROW, eps=1e-12)
        self.layers = nn.ModuleList(NarrowLayer(dropout) for _ in range(layers))
        self.heads = nn.Linear(NARROW, sum(SIZES.values()))
        self.dropout = nn.Dropout(dropout)
        self.pair = PairLayer()

    def forward(self, hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """(rows, pieces, width) and (rows, pieces) to (rows, pieces, all heads)."""
        x = self.norm(self.narrow(self.dropout(hidden)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return self.heads(self.dropout(x))
