"""Word pieces that English news never needs: placeholders, and letters of scripts that `read` rejects. Leaving them out makes room for heads.

Pieces up to [MASK] keep their numbers, which `rapporteur.reading.windows` knows.
"""

from __future__ import annotations

import json

MASK = 103
_LATIN_END, _MARKS = 0x24F, range(0x2000, 0x2200)


def is_needed(piece: str, number: int) -> bool:
    """Whether a piece of the vocabulary stays."""
    if number <= MASK:
        return True
    letters = piece.removeprefix("##")
    return not piece.startswith("[unused") and not any(ord(c) > _LATIN_END and ord(c) not in _MARKS for c in letters)


def needed(tokenizer: str) -> list[int]:
    """The numbers of the pieces that stay, in order, of a tokenizer.json."""
    vocabulary = json.loads(tokenizer)["model"]["vocab"]
    return sorted(n for piece, n in vocabulary.items() if is_needed(piece, n))


def pruned(tokenizer: str) -> str:
    """The tokenizer.json without the other pieces, numbered anew."""
    content = json.loads(tokenizer)
    old = content["model"]["vocab"]
    number = {n: i for i, n in enumerate(needed(tokenizer))}
    content["model"]["vocab"] = {piece: number[n] for piece, n in sorted(old.items(), key=lambda x: x[1]) if n in number}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
