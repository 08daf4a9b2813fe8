"""Near-duplicates: agency copy that was cut, given another headline or lightly rewritten.

Each text is represented by the hashes of its runs of three words, of these the ones that SAMPLE divides evenly, so that the same run is
chosen in every text. Two articles are copies where the shorter's sample stands in the other's to at least SHARED; a cut article is so held
in the whole one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

WORDS_IN_A_ROW = 3
SAMPLE = 8  # one hash of so many is kept
SHARED = 0.35  # of the shorter's sample: of ten words one may be changed and three runs in four stay
FEWEST = 5  # hashes in common
COMMON = 40  # articles that share a hash; what more share is a stock phrase and no sign

_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> list[int]:
    """The sampled hashes of a text, in ascending order; none where it is too short."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    runs = {" ".join(words[i : i + WORDS_IN_A_ROW]) for i in range(len(words) - WORDS_IN_A_ROW + 1)}
    hashes = (int.from_bytes(hashlib.blake2b(r.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") for r in runs)
    return sorted(h for h in hashes if h % SAMPLE == 0)


PAIRS = f"""
WITH rare AS (
  SELECT hash FROM fingerprints GROUP BY hash HAVING count(*) BETWEEN 2 AND {COMMON}
), sizes AS (
  SELECT article, count(*) AS size FROM fingerprints GROUP BY article
), shared AS (
  SELECT a.article AS one, b.article AS other, count(*) AS shared
  FROM fingerprints a JOIN rare USING (hash) JOIN fingerprints b USING (hash)
  WHERE a.article < b.article GROUP BY ALL HAVING count(*) >= {FEWEST}
)
SELECT one, other, shared / least(x.size, y.size) AS likeness
FROM shared JOIN sizes x ON x.article = one JOIN sizes y ON y.article = other
WHERE shared >= {SHARED} * least(x.size, y.size)
ORDER BY one, other
"""
