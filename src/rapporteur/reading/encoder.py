"""The encoder: an int8 ONNX model run once over an article, and what its heads say of each word."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from rapporteur.reading.tokens import Tokens
from rapporteur.reading.windows import batches, best_window

WEIGHTS = Path(__file__).parent / "weights"
MODEL, TOKENIZER, PARAMETERS = "reader.onnx", "tokenizer.json", "reader.json"
LINKS = ("source", "content", "audience")
HEADS, KEY = (0, 1, 2, 3, 5, 6), 4  # outputs of the model: outer, inner, audience, query, key, mentions, events


class ModelError(RuntimeError):
    """The weights are absent or are not those that were released."""


class WordScores(NamedTuple):
    """What the heads say of each word: label scores `outer`, `inner` (words x 7) and `audience` (words x 3), link
    vectors `query` (words x 3 links x width) and `nowhere`, the key of "nowhere" in the word's window.

    A query and a key are only comparable within one window. `window` is each word's window, `extents` the first and
    last word (exclusive) of each window, and `keys` (2 x words x 3 links x width) the keys by a window's parity:
    windows of one parity do not overlap. `mentions` and `events` are the heads of `rapporteur.reading.mentions` and
    of `rapporteur.reading.triggers`.
    """

    outer: np.ndarray
    inner: np.ndarray
    audience: np.ndarray
    query: np.ndarray
    nowhere: np.ndarray
    keys: np.ndarray
    window: np.ndarray
    extents: list[tuple[int, int]]
    mentions: np.ndarray
    events: np.ndarray

    def key(self, word: int, asking: int) -> np.ndarray:
        """The keys of a word as the window of an asking word sees it, else as its own window does."""
        seen = int(self.window[asking])
        first, last = self.extents[seen]
        return self.keys[(seen if first <= word < last else int(self.window[word])) % 2, word]


class Encoder:
    """Weights, tokenizer and decoding parameters, checked against their hashes when they are loaded."""

    def __init__(self, folder: Path = WEIGHTS, *, threads: int = 1):
        import onnxruntime

        try:
            self.parameters = json.loads((folder / PARAMETERS).read_text("utf-8"))
            model = (folder / MODEL).read_bytes()
            tokenizer = (folder / TOKENIZER).read_bytes()
        except FileNotFoundError as missing:
            raise ModelError(f"the weights are not complete: {missing.filename} is absent") from missing
        for name, data in ((MODEL, model), (TOKENIZER, tokenizer)):
            if hashlib.sha256(data).hexdigest() != self.parameters["sha256"][name]:
                raise ModelError(f"{folder / name} is not the file that was released with these parameters")
        self.sha256: str = hashlib.sha256(model).hexdigest()
        self._tokenizer_json = tokenizer.decode("utf-8")
        self.session = onnxruntime.InferenceSession(
            model, session_options(threads), providers=["CPUExecutionProvider"]
        )

    @cached_property
    def tokenizer(self):
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_str(self._tokenizer_json)
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    def score(self, tokens: Tokens) -> WordScores:
        """The scores of every word of an article with at least one piece."""
        windows, parts = [], []
        for batch in batches(tokens):
            found = self.session.run(None, {"ids": batch.ids, "features": batch.features, "mask": batch.mask})
            windows += batch.windows
            parts += [[head[row] for head in found] for row in range(len(batch.windows))]
        firsts = np.flatnonzero(tokens.first)
        chosen = best_window(tokens, windows)[firsts]
        heads = [np.empty((len(firsts), parts[0][i].shape[1]), np.float32) for i in HEADS]
        keys = np.zeros((2, len(firsts), parts[0][KEY].shape[1]), np.float32)
        nowhere = np.empty_like(keys[0])
        extents = [(int(np.searchsorted(firsts, a)), int(np.searchsorted(firsts, b))) for a, b in windows]
        for number, ((a, _), (first, last)) in enumerate(zip(windows, extents, strict=True)):
            mine = np.flatnonzero(chosen == number)
            for head, i in zip(heads, HEADS, strict=True):
                head[mine] = parts[number][i][firsts[mine] - a + 1]
            keys[number % 2, first:last] = parts[number][KEY][firsts[first:last] - a + 1]
            nowhere[mine] = parts[number][KEY][0]
        outer, inner, audience, query, mentions, events = heads
        by_link = (len(firsts), len(LINKS), -1)
        return WordScores(
            outer, inner, audience, query.reshape(by_link), nowhere.reshape(by_link), keys.reshape(2, *by_link), chosen, extents, mentions, events
        )


def session_options(threads: int):
    """One thread a worker and nothing that depends on the machine's load: the benchmark uses the same."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options


@lru_cache(maxsize=1)
def default_encoder() -> Encoder:
    """The released weights, loaded once a process."""
    return Encoder()
