"""Acts done by words: a trigger that stands in attributing words is what those words do ("accused", "urged", "has ruled out").

The table of cues decides their type where it knows them, the heads elsewhere; attributing words that only say, think or show
something are no event.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.knowledge.cues import act_of
from rapporteur.reading.attribution import Attribution
from rapporteur.reading.event_views import Stage
from rapporteur.reading.triggers import Trigger
from rapporteur.reading.words import Words

_TYPES = {
    "accuse": "ACCUSE", "criticise": "ACCUSE", "threaten": "THREATEN", "ask": "REQUEST", "order": "REQUEST", "agree": "AGREE", "promise": "AGREE",
    "refuse": "REJECT", "oppose": "REJECT", "support": "SUPPORT", "praise": "SUPPORT",
}  # fmt: skip
_NO_EVENT = frozenset(["say", "think", "know", "show", "expect"])


_SURE = 0.8  # of the type of a verbal act that the table knows


def heeded(triggers: Sequence[Trigger], words: Words, stage: Stage, attributions: Sequence[Attribution], *, floor: float) -> list[Trigger]:
    """The triggers that tell of an event of some type with at least the probability `floor`, verbal acts with the type of their cue."""
    out = []
    for t in triggers:
        number = stage.cues[t.first]
        cue = attributions[number].cue if number >= 0 else None
        act = act_of(words.text(cue.first, cue.last)) if cue is not None else None
        if act in _NO_EVENT:
            continue
        if act in _TYPES:
            t = t._replace(sure=max(t.sure, _SURE)) if t.type == _TYPES[act] else t._replace(type=_TYPES[act], mode=None, sure=_SURE)
        if t.share * t.sure >= floor:
            out.append(t)
    return out
