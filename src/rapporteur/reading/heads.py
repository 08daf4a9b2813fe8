"""The outputs of a branch of the model as the heads that they are."""

from __future__ import annotations

import numpy as np


def split_heads(raw: np.ndarray, sizes: dict[str, int]) -> dict[str, np.ndarray]:
    """The outputs (words x all) by head; `sizes` are the widths of the heads in the order in which the model gives them."""
    return dict(zip(sizes, np.split(raw, np.cumsum(list(sizes.values()))[:-1], axis=1), strict=True))
