"""Silver labels for what PolNeAR leaves unmarked: `python -m training.silver WEIGHTS --polnear DIR --out FILE`.

PolNeAR marks outermost attributions only. A content read on its own is an ordinary text, though, so the reader
that was trained on the outermost ones finds those inside it: each gold content, without its outer quotation marks,
is read as a passage, and what is found there becomes the silver layer of nested attributions. Addressees are taken
by rule where the cue is a form of "tell": the noun phrase between it and the content.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from pathlib import Path

from rapporteur.reading.attribution import assemble
from rapporteur.reading.encoder import Encoder
from rapporteur.reading.labels import Chain, LabelSpan, label_spans
from rapporteur.reading.tokens import Passage, tokenize
from rapporteur.reading.words import words_of

MARKS = "“”\"'‘’"
SURE = 0.6  # mean posterior under which a silver part is dropped
MIN_CHARACTERS = 15
_TELL = re.compile(r"\b(?:told|tells?|telling|reminded|assured|informed)$", re.IGNORECASE)
_AFTER_ADDRESSEE = re.compile(
    r",|[.;:—–“\"]|\s(?:that|on|in|at|during|last|this|after|when|as|before|who|how|what|why|whether|not|to|about|of|if|while|outside|earlier|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A content without its outer quotation marks and white space."""
    while start < end and (text[start] in MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in MARKS or text[end - 1].isspace()):
        end -= 1
    return start, end


def nested(row: dict, encoder: Encoder, chain: Chain) -> list[dict[str, list[tuple[int, int]]]]:
    """The attributions found inside the gold contents of an article."""
    text = row["text"]
    pieces = sorted({bare(text, s, e) for a in row["attributions"] for s, e in a["content"]})
    passages = [Passage(text, s, e, False) for s, e in pieces if e - s >= MIN_CHARACTERS]
    if not passages:
        return []
    tokens = tokenize(encoder.tokenizer, passages)
    words, scores = words_of(tokens), encoder.score(tokens)
    spans = [s for s in label_spans(scores.outer, words.edges(), chain) if s.probability >= SURE]

    def at(part: LabelSpan) -> tuple[int, int]:
        return int(words.start[part.first]), int(words.end[part.last - 1])

    def passage(part: LabelSpan) -> int:
        return int(words.passage[part.first])

    out = []
    for a in assemble(spans, [], scores, depth=0):
        if a.cue is None or any(passage(p) != passage(a.cue) for p in a.parts()):
            continue
        out.append({"source": [at(p) for p in a.source], "cue": [at(a.cue)], "content": [at(p) for p in a.content]})
    return out


def addressee(text: str, cue: tuple[int, int], content: list[tuple[int, int]]) -> tuple[int, int] | None:
    """What stands between a form of "tell" and the content, up to the first word that cannot belong to it."""
    if not _TELL.search(text[cue[0] : cue[1]]):
        return None
    later = [s for s, _ in content if s >= cue[1]]
    limit = min([*later, cue[1] + 80])
    between = text[cue[1] : limit]
    stop = _AFTER_ADDRESSEE.search(between)
    start, end = bare(text, cue[1], cue[1] + (stop.start() if stop else len(between)))
    words = text[start:end]
    return (start, end) if words and "\n" not in words and len(words.split()) <= 8 else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    encoder = Encoder(args.weights)
    chain = Chain.of(encoder.parameters["outer"])
    with gzip.open(args.polnear / "train.jsonl.gz", "rt", encoding="utf-8") as lines, args.out.open("w", encoding="utf-8") as out:
        for row in map(json.loads, lines):
            heard = [
                (tuple(a["cue"][0]), found)
                for a in row["attributions"]
                if a["cue"] and (found := addressee(row["text"], a["cue"][0], a["content"]))
            ]
            out.write(json.dumps({"id": row["id"], "nested": nested(row, encoder, chain), "audience": heard}) + "\n")


if __name__ == "__main__":
    main()
