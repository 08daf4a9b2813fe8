"""Events for training: triggers, parties, places, times and which triggers tell of one event, from own items; and stories of which
only the type of one event is known.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rapporteur.evaluation.compile import article_of
from rapporteur.evaluation.markup import Item
from rapporteur.evaluation.markup_lines import Mark, MarkedEvent
from rapporteur.knowledge.plover import TYPES
from rapporteur.reading import Reader
from rapporteur.reading.event_links import NEAR, PLACE, TIME, CandidateView, TriggerView, near
from rapporteur.reading.event_views import Stage
from rapporteur.reading.named_places import named_places
from rapporteur.reading.reader import scene_of
from rapporteur.reading.tokens import Tokens, passages_of, tokenize
from rapporteur.reading.triggers import ALL_MODES, INSIDE, ROLES, Trigger
from rapporteur.record.event import REALITY
from training.data import IGNORE, WordMap
from training.mention_data import MentionDocument

WEAK_PIECES = 254  # of a story whose type alone is known: its first pieces


@dataclass
class EventDocument:
    """What is known of a document's events. `labels` of each word: outside, type of the trigger that begins there, inside; `triggers` in
    order with `numbers`, the event that each tells of; `roles` (triggers x candidates x roles): 1 it has, 0 it has not, -1 not to be learnt."""

    labels: np.ndarray
    triggers: list[TriggerView]
    mutual: list[bool]
    numbers: list[int]
    parties: list[tuple[frozenset[int], frozenset[int]]]
    candidates: list[CandidateView]
    roles: np.ndarray


def event_document(item: Item, mentions: MentionDocument, reader: Reader) -> EventDocument:
    """The events of an own item; candidates are its marked mentions, and the times and places that the rules find."""
    article = article_of(item)
    words, _, attributions = reader.attributions(article)
    scene = scene_of(article)
    stage = Stage(words, scene, attributions)
    at = WordMap(mentions.tokens)
    labels = np.zeros(len(words), np.int64)
    told: dict[int, tuple[Trigger, MarkedEvent]] = {}
    for event in item.of(MarkedEvent):
        for mark in event.spans("trigger"):
            inside = at.words((mark.title, mark.start, mark.end))
            if not len(inside) or labels[inside].any():
                continue  # a word tells of one event: the first that is written down
            labels[inside] = INSIDE
            labels[inside[0]] = 1 + TYPES.index(event.type)
            trigger = Trigger(int(inside[0]), int(inside[-1]) + 1, event.type, event.mode, event.reality, event.symmetric, 1.0, 1.0)
            told[trigger.first] = (trigger, event)
    ordered = [told[k] for k in sorted(told)]
    triggers = stage.triggers(t for t, _ in ordered)
    times = [t.span for t in scene.times if t.span is not None]
    candidates = stage.candidates(mentions.found, mentions.views, mentions.chain, times, [span for span, _ in named_places(scene)])
    keys = list(item.actors)
    events = [e for _, e in ordered]
    chains = [tuple(frozenset(keys.index(k) for k in side) for side in (e.by, e.on)) for e in events]
    roles = _roles(triggers, candidates, chains)
    for i, event in enumerate(events):
        for role, kind in (("place", PLACE), ("time", TIME)):
            _place(roles[i, :, ROLES.index(role)], triggers[i], candidates, kind, [_run(at, m) for m in event.spans(role if role == "place" else "date")])
    return EventDocument(labels, triggers, [t.mutual for t, _ in ordered], [e.number for e in events], chains, candidates, roles)


def _run(at: WordMap, mark: Mark) -> set[int]:
    return set(at.words((mark.title, mark.start, mark.end)).tolist())


def _roles(triggers: list[TriggerView], candidates: list[CandidateView], chains: list[tuple[frozenset[int], ...]]) -> np.ndarray:
    """Who is source and target: a party's mentions in the trigger's sentence, else its nearest earlier one, else its nearest; its other
    mentions are not to be learnt."""
    out = np.full((len(triggers), len(candidates), len(ROLES)), IGNORE, np.int8)
    if not triggers or not candidates:
        return out
    close = near(triggers, candidates)
    actors = [j for j, c in enumerate(candidates) if c.kind not in (PLACE, TIME)]
    for i, t in enumerate(triggers):
        for r in (0, 1):
            out[i, [j for j in actors if close[i, j]], r] = 0
            for chain in chains[i][r]:
                mine = [j for j in actors if candidates[j].chain == chain and close[i, j]]
                out[i, mine, r] = IGNORE
                here = [j for j in mine if candidates[j].at.sentence == t.at.sentence]
                if not here and mine:
                    gap = {j: t.at.first - candidates[j].at.first for j in mine}
                    here = [min(mine, key=lambda j: (gap[j] < 0, abs(gap[j])))]
                out[i, here, r] = 1
    return out


def _place(column: np.ndarray, trigger: TriggerView, candidates: list[CandidateView], kind: int, marked: list[set[int]]) -> None:
    """Mark the candidates of a kind near the trigger that share words with what is marked."""
    for j, c in enumerate(candidates):
        if c.kind == kind and abs(c.at.first - trigger.at.first) <= NEAR:
            column[j] = int(any(m & set(range(c.at.first, c.at.last)) for m in marked))


def targets(document: EventDocument) -> dict[str, np.ndarray]:
    """Type, mode (-1: none), reality and mutuality of the triggers as numbers."""
    modes = [ALL_MODES.index((t.type, t.mode)) if t.mode else IGNORE for t in document.triggers]
    return {
        "type": np.array([TYPES.index(t.type) for t in document.triggers], np.int64), "mode": np.array(modes, np.int64),
        "reality": np.array([REALITY.index(t.reality) for t in document.triggers], np.int64), "mutual": np.array(document.mutual, bool),
    }


def weak_stories(path: Path, tokenizer) -> list[tuple[Tokens, int, int]]:
    """Stories of plover-synthetic with the numbers of their type and mode (-1 for none), cut after WEAK_PIECES."""
    out = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = row["text"][:1500]
            tokens = tokenize(tokenizer, passages_of(None, text, [(0, len(text))]))
            n = min(WEAK_PIECES, len(tokens.ids))
            cut = Tokens(*(x[:n] for x in tokens[:-1]), tokens.passages)
            mode = (row["event"], row["mode"])
            out.append((cut, TYPES.index(row["event"]), ALL_MODES.index(mode) if mode in ALL_MODES else IGNORE))
    return out
