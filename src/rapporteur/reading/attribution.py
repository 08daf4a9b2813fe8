"""From labelled spans and link scores to attributions: which source, cue and contents belong together.

The labels say where the parts are; the links say which belong together. Links hang on the cue: each content
chooses its cue, each cue its source, each audience its cue, among the spans that the labels found.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from rapporteur.knowledge.cues import is_cue
from rapporteur.reading.encoder import LINKS, WordScores
from rapporteur.reading.labels import Chain, LabelSpan, label_spans
from rapporteur.reading.words import Words

# Link scores are learnt inside a window and mean little across windows: a part looks no farther than REACH words, and
# every word of distance costs. Set on PolNeAR's dev part: of its exactly found contents 93.5 % then find their cue
# (87 % with no bound).
QUOTATION_MARKS = "\"'“”„‘’«»"
REACH = 100
DISTANCE_COST = 0.05
NEIGHBOUR = 25  # words between a cue without source and a source without cue that are taken to belong together


@dataclass
class Attribution:
    """One attribution in words: its parts, and how probable parts and links are (0 to 1)."""

    cue: LabelSpan | None
    source: list[LabelSpan] = field(default_factory=list)
    content: list[LabelSpan] = field(default_factory=list)
    audience: list[LabelSpan] = field(default_factory=list)
    linked: float = 1.0
    depth: int = 0

    def parts(self) -> list[LabelSpan]:
        return [*self.source, *([self.cue] if self.cue else []), *self.content]


class Pointer(NamedTuple):
    """The chosen target (None for nowhere) and its share of the probability."""

    target: LabelSpan | None
    probability: float


def point(scores: WordScores, link: str, span: LabelSpan, targets: list[LabelSpan], *, nowhere_cost: float = 0.0) -> Pointer:
    """To which of the targets a span is linked."""
    number = LINKS.index(link)
    near = [t for t in targets if abs(t.first - span.first) <= REACH]
    asked = scores.query[span.first, number].astype(np.float64)
    keys = [scores.nowhere[span.first, number], *(scores.key(t.first, span.first)[number] for t in near)]
    logits = np.array([asked @ k for k in keys]) / math.sqrt(len(asked))
    logits[1:] -= [DISTANCE_COST * abs(t.first - span.first) for t in near]
    logits[0] -= nowhere_cost
    share = np.exp(logits - logits.max())
    share /= share.sum()
    best = int(share.argmax())
    return Pointer(near[best - 1] if best else None, float(share[best]))


def assemble(spans: list[LabelSpan], audiences: list[LabelSpan], scores: WordScores, *, depth: int) -> list[Attribution]:
    """The attributions of one layer, in the order of their cues; a content that points nowhere stands alone."""
    cues = [s for s in spans if s.role == "cue"]
    sources = [s for s in spans if s.role == "source"]
    by_cue = {cue: Attribution(cue, depth=depth) for cue in cues}
    alone: list[Attribution] = []
    for span in (s for s in spans if s.role == "content"):
        chosen = point(scores, "content", span, cues)
        if chosen.target is None:
            alone.append(Attribution(None, content=[span], linked=chosen.probability, depth=depth))
        else:
            by_cue[chosen.target].content.append(span)
            by_cue[chosen.target].linked *= chosen.probability
    for cue, attribution in by_cue.items():
        chosen = point(scores, "source", cue, sources)
        attribution.linked *= chosen.probability
        if chosen.target is not None:
            attribution.source.append(chosen.target)
    alone = _give_orphans(alone, by_cue)
    _give_unused(sources, by_cue)
    for span in audiences:
        chosen = point(scores, "audience", span, cues)
        if chosen.target is not None:
            by_cue[chosen.target].audience.append(span)
    found = [a for a in by_cue.values() if a.content] + alone
    return sorted(found, key=lambda a: min(p.first for p in a.parts()))


def _give_orphans(alone: list[Attribution], by_cue: dict[LabelSpan, Attribution]) -> list[Attribution]:
    """A content that chose no cue goes to the nearest cue that no content chose; what is left stands alone."""
    left = []
    for orphan in alone:
        (content,) = orphan.content
        free = [(gap, c.first, c) for c, a in by_cue.items() if not a.content and (gap := _gap(content, c)) <= NEIGHBOUR]
        if free:
            by_cue[min(free)[2]].content.append(content)
        else:
            left.append(orphan)
    return left


def _gap(a: LabelSpan, b: LabelSpan) -> int:
    """Words between two spans."""
    return max(b.first - a.last, a.first - b.last, 0)


def _give_unused(sources: list[LabelSpan], by_cue: dict[LabelSpan, Attribution]) -> None:
    """A source that no cue chose goes to the nearest cue that chose none: labels find sources more surely than links
    deny them (of PolNeAR's dev part, F1 of sources .800 without this)."""
    used = {s for a in by_cue.values() for s in a.source}
    for source in sources:
        if source in used:
            continue
        free = [c for c, a in by_cue.items() if not a.source and a.content and abs(c.first - source.first) <= NEIGHBOUR]
        if free:
            nearest = min(free, key=lambda c: abs(c.first - source.first))
            by_cue[nearest].source.append(source)


def read_attributions(words: Words, scores: WordScores, outer: Chain, inner: Chain, settings: dict) -> list[Attribution]:
    """All attributions of an article: the outermost, then those nested in their contents.

    Parts belong together within the title or within the text, and nested ones within one outer content: what no
    annotator joins is not left to the links.
    """
    spans = _spans(words, scores.outer, outer, settings.get("outer_outside", 0.0))
    audiences = _audiences(scores.audience, words.edges(), settings.get("audience_floor", 0.5))
    found: list[Attribution] = []
    for in_title in (True, False):
        mine, heard = ([s for s in group if words.is_title(s.first) is in_title] for group in (spans, audiences))
        found += assemble(mine, heard, scores, depth=0)
    found = continue_quotes(words, found)
    nested = _spans(words, scores.inner, inner, settings.get("inner_outside", 0.0))
    return found + [a for holder in found for a in _nested_in(holder, nested, audiences, scores) if not _is_vague(words, a)]


def _is_vague(words: Words, attribution: Attribution) -> bool:
    """Whether neither anybody who says it nor a known cue is there: of the outermost ones of this kind on PolNeAR's dev
    part two in three are wrong."""
    return not attribution.source and attribution.cue is not None and not is_cue(words.text(attribution.cue.first, attribution.cue.last))


def _spans(words: Words, scores: np.ndarray, chain: Chain, outside: float) -> list[LabelSpan]:
    """The labelled spans of one layer that hold a word; a cue takes in the colon behind it ("said:"), as in PolNeAR."""
    found = [s for s in label_spans(scores, words.edges(), chain, outside=outside) if _has_word(words, s)]
    taken = {i for s in found for i in range(s.first, s.last)}
    last_words = {b for _, b in words.edges()}
    return [
        s._replace(last=s.last + 1)
        if s.role == "cue" and s.last not in taken and s.last not in last_words and words.text(s.last, s.last + 1) == ":"
        else s
        for s in found
    ]


def continue_quotes(words: Words, found: list[Attribution]) -> list[Attribution]:
    """Quotations without a cue joined to the quotation that they go on from: the last one before them in their
    passage or the passage before."""
    out: list[Attribution] = []
    for attribution in sorted(found, key=lambda a: min(p.first for p in a.parts())):
        first = attribution.content[0] if attribution.content else None
        before = None
        if first is not None and attribution.cue is None and _is_quoted(words, first):
            before = next((a for a in reversed(out) if any(_goes_on(words, c, first) for c in a.content)), None)
        if before is None:
            out.append(attribution)
        else:
            before.content.extend(attribution.content)
    return out


def _is_quoted(words: Words, span: LabelSpan) -> bool:
    return words.text(span.first, span.last)[0] in QUOTATION_MARKS


def _goes_on(words: Words, before: LabelSpan, after: LabelSpan) -> bool:
    passages = int(words.passage[after.first]) - int(words.passage[before.first])
    return before.last <= after.first and passages in (0, 1) and after.first - before.last <= NEIGHBOUR and _is_quoted(words, before)


def _has_word(words: Words, span: LabelSpan) -> bool:
    """Whether a span holds more than punctuation."""
    return any(c.isalnum() for c in words.text(span.first, span.last)) or span.role == "cue"


def _nested_in(holder: Attribution, nested: list[LabelSpan], audiences: list[LabelSpan], scores: WordScores) -> list[Attribution]:
    """The attributions inside the contents of one attribution; a content without a cue is none."""
    mine, heard = (
        [s for s in group if any(c.first <= s.first and s.last <= c.last for c in holder.content)] for group in (nested, audiences)
    )
    return [a for a in assemble(mine, heard, scores, depth=1) if a.cue is not None]


def _audiences(scores: np.ndarray, edges: list[tuple[int, int]], floor: float) -> list[LabelSpan]:
    """Runs of words that are more probably an addressee than not (labels: outside, begin, inside)."""
    share = np.exp(scores - scores.max(1, keepdims=True))
    share /= share.sum(1, keepdims=True)
    out = []
    for a, b in edges:
        i = a
        while i < b:
            if share[i, 1] >= floor:
                j = i + 1
                while j < b and share[j, 2] >= floor:
                    j += 1
                out.append(LabelSpan("audience", i, j, float(share[i, 1])))
                i = j
            else:
                i += 1
    return out
