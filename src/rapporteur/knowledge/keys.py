"""Names as they are looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile(r"[’'ʼ‘ʻ`.]")
_BLANKS = re.compile(r"[\s\-–_/,]+")
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ə": "a", "Ə": "A", "æ": "ae", "ß": "ss", "ð": "d", "þ": "th", "œ": "oe"})


@lru_cache(maxsize=65_536)
def key_of(name: str) -> str:
    """A name as it is looked up: lower case, without marks, hyphens as blanks, without a leading article, "St" in full."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name.translate(_PLAIN)) if not unicodedata.combining(c))
    bare = _DROPPED.sub("", name).casefold()
    key = _BLANKS.sub(" ", bare).strip()
    key = key.removeprefix("the ") or key
    return "saint " + key[3:] if key.startswith("st ") else key
