"""The branch that reads events, and what is at stake and planned, beside that of mentions: a narrow layer on the encoder's states and two small networks that weigh
pairs (`rapporteur.reading.event_links`)."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn

from rapporteur.knowledge.plover import TYPES
from rapporteur.reading.event_links import PARTY, TWINS, Weights
from rapporteur.reading.stakes import BRANCH
from rapporteur.reading.triggers import ROLES
from training.mention_model import NARROW, NarrowLayer, shipped
from training.model import WIDTH

HIDDEN_PARTY, HIDDEN_TWIN = 48, 24


class SmallNetwork(nn.Module):
    """One hidden layer; `rapporteur.reading.event_links.Weights` when it is shipped."""

    def __init__(self, features: int, hidden: int, outputs: int, dropout: float = 0.1):
        super().__init__()
        self.into = nn.Linear(features, hidden)
        self.out = nn.Linear(hidden, outputs)
        self.dropout = nn.Dropout(dropout)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        return self.out(self.dropout(F.relu(self.into(features))))

    def parameters_of(self) -> dict:
        """As they are shipped: JSON lists by the names of the fields of Weights."""
        named = {"into": self.into.weight.T, "bias": self.into.bias, "out": self.out.weight.T, "constant": self.out.bias}
        assert set(named) == set(Weights._fields)
        return shipped(named)


class EventBranch(nn.Module):
    """Hidden states of the encoder in, the event heads of each piece out."""

    def __init__(self, layers: int = 1, dropout: float = 0.1, inputs: int = 2):
        super().__init__()
        self.narrow = nn.Linear(WIDTH * inputs, NARROW)
        self.norm = nn.LayerNorm(NARROW, eps=1e-12)
        self.layers = nn.ModuleList(NarrowLayer(dropout) for _ in range(layers))
        self.heads = nn.Linear(NARROW, sum(BRANCH.values()))
        self.dropout = nn.Dropout(dropout)
        self.party = SmallNetwork(PARTY + len(TYPES), HIDDEN_PARTY, len(ROLES))
        self.twin = SmallNetwork(TWINS, HIDDEN_TWIN, 1)

    def forward(self, hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """(rows, pieces, width) and (rows, pieces) to (rows, pieces, all heads)."""
        x = self.norm(self.narrow(self.dropout(hidden)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return self.heads(self.dropout(x))
