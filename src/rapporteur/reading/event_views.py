"""Where the triggers of an article stand and what may take part in them, as `event_links` weighs it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapporteur.reading.attribution import Attribution
from rapporteur.reading.event_links import PLACE, TIME, CandidateView, Standing, TriggerView, stem
from rapporteur.reading.mentions import Found
from rapporteur.reading.scene import Scene
from rapporteur.reading.triggers import Trigger
from rapporteur.reading.views import NO_PRONOUN, View, innermost, sentences_of
from rapporteur.reading.words import Words
from rapporteur.record import Span


class Stage:
    """An article's words with the sentences, contents and cues that they stand in."""

    def __init__(self, words: Words, scene: Scene, attributions: Sequence[Attribution]):
        self.words = words
        self.sentences = sentences_of(words, scene)
        self.quoted = innermost(words, attributions)
        self.cues = [-1] * len(words)
        for n, a in enumerate(attributions):
            if a.cue is not None:
                self.cues[a.cue.first : a.cue.last] = [n] * (a.cue.last - a.cue.first)
        self._begins = {(words.is_title(i), int(words.start[i])): i for i in range(len(words))}
        self._ends = {(words.is_title(i), int(words.end[i])): i + 1 for i in range(len(words))}

    def standing(self, first: int, last: int) -> Standing:
        """Where a run of words stands."""
        cue = next((c for c in self.cues[first:last] if c >= 0), -1)
        return Standing(first, last, self.sentences[first], self.quoted[first], cue)

    def before(self, first: int) -> str:
        """The word before a run of words in its passage, in lower case; empty at the beginning."""
        inside = first > 0 and self.words.passage[first - 1] == self.words.passage[first]
        return self.words.text(first - 1, first).casefold() if inside else ""

    def run_of(self, span: Span) -> tuple[int, int] | None:
        """The words that a span covers, None where it cuts one."""
        title = span.field == "title"
        first, last = self._begins.get((title, span.start)), self._ends.get((title, span.end))
        return None if first is None or last is None or last <= first else (first, last)

    def triggers(self, found: Iterable[Trigger]) -> list[TriggerView]:
        """The views of triggers."""
        return [
            TriggerView(self.standing(t.first, t.last), t.type, t.mode, t.reality, stem(self.words.text(t.first, t.first + 1)), self.before(t.first))
            for t in found
        ]

    def candidates(self, found: Sequence[Found], views: Sequence[View], chain: Sequence[int], times: Iterable[Span], places: Iterable[Span]) -> list[CandidateView]:
        """The views of the mentions, in their order, then of the times and of the places that stand on whole words."""
        out = [
            CandidateView(
                self.standing(m.first, m.last), m.kind, c, v.pronoun, v.named, v.definite, v.plural, v.speaks, v.hears,
                any(o.first <= m.first and m.last <= o.last and (o.last - o.first) > (m.last - m.first) for o in found), self.before(m.first),
            )
            for m, v, c in zip(found, views, chain, strict=True)
        ]
        for kind, spans in ((TIME, times), (PLACE, places)):
            for run in filter(None, map(self.run_of, spans)):
                out.append(CandidateView(self.standing(*run), kind, -1, NO_PRONOUN, False, False, False, -1, -1, False, self.before(run[0])))
        return out
