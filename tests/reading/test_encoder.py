"""The weights are the released ones or none."""

import json
import shutil

import numpy as np
import pytest

from rapporteur.intake import read_clean_text
from rapporteur.reading.encoder import (
    MODEL,
    PARAMETERS,
    TOKENIZER,
    WEIGHTS,
    Encoder,
    ModelError,
    default_encoder,
)
from rapporteur.reading.tokens import passages_of, tokenize


@pytest.fixture
def copy(tmp_path):
    for name in (MODEL, TOKENIZER, PARAMETERS):
        shutil.copy(WEIGHTS / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("name", [MODEL, TOKENIZER])
def test_an_altered_file_is_refused(copy, name):
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(bytes(data))
    with pytest.raises(ModelError, match="released"):
        Encoder(copy)


@pytest.mark.parametrize("name", [MODEL, TOKENIZER, PARAMETERS])
def test_an_absent_file_is_named(copy, name):
    (copy / name).unlink()
    with pytest.raises(ModelError, match=name.replace(".", r"\.")):
        Encoder(copy)


def test_the_weights_stay_within_their_budget():
    assert sum(f.stat().st_size for f in WEIGHTS.iterdir()) <= 25_000_000
    assert set(json.loads((WEIGHTS / PARAMETERS).read_text("utf-8"))) >= {"sha256", "settings", "outer", "inner"}


def test_every_word_of_a_long_article_is_scored_once_and_alike_each_time():
    text = "\n\n".join(f"The minister said on day {n} that the bridge would open." for n in range(60))
    article = read_clean_text(text, id="t")
    encoder = default_encoder()
    tokens = tokenize(encoder.tokenizer, passages_of(None, text, [(p.start, p.end) for p in article.paragraphs]))
    first, again = encoder.score(tokens), encoder.score(tokens)
    assert len(first.outer) == int(tokens.first.sum()) == len(first.window)
    assert np.isfinite(first.outer).all()
    assert (first.outer == again.outer).all()
    assert (first.keys == again.keys).all()
    assert len(first.extents) > 2
