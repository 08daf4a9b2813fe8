"""Which items are held out: a tenth, by the hash of the item's id, so that new items change no old one's side."""

from __future__ import annotations

import hashlib


def is_held_out(item_id: str) -> bool:
    """Whether an item is kept for evaluation and never trained on."""
    return hashlib.sha256(item_id.encode()).digest()[0] % 10 == 0
