"""Article to record: the table of contents of the reading room."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from rapporteur._version import __version__
from rapporteur.knowledge.registry import last_day_known
from rapporteur.knowledge.tables import sha256_of_tables
from rapporteur.reading.actors import write_actors
from rapporteur.reading.attribution import Attribution, read_attributions
from rapporteur.reading.cast import call, span_of_words, with_names
from rapporteur.reading.coordination import split_coordination
from rapporteur.reading.coreference import PairNetwork, chain_scores, chains
from rapporteur.reading.disputes import disputes
from rapporteur.reading.encoder import Encoder, WordScores, default_encoder
from rapporteur.reading.event_links import Weights
from rapporteur.reading.event_views import Stage
from rapporteur.reading.events import Told, draft_events, write_events
from rapporteur.reading.happenings import Happening, grouped, happenings, mentions_taking_part
from rapporteur.reading.headline_form import complete, is_label
from rapporteur.reading.heads import split_heads
from rapporteur.reading.labels import Chain
from rapporteur.reading.mentions import SIZES as MENTION_HEADS
from rapporteur.reading.mentions import find_mentions
from rapporteur.reading.mode import quoted_extents
from rapporteur.reading.named_places import named_places
from rapporteur.reading.places import home_of
from rapporteur.reading.plans import plans
from rapporteur.reading.positions import positions
from rapporteur.reading.scene import Scene, open_scene
from rapporteur.reading.stakes import BRANCH, FIRSTS, Run, find_runs
from rapporteur.reading.statements import draft, span_at, write_statements
from rapporteur.reading.times import find_times
from rapporteur.reading.tokens import passages_of, tokenize
from rapporteur.reading.triggers import find_triggers
from rapporteur.reading.verbal_acts import heeded
from rapporteur.reading.views import views_of
from rapporteur.reading.words import Words, words_of
from rapporteur.record import Article, Manifest, Record, Rejected

LAYERS = ["actors", "statements", "events", "positions", "disputes", "plans"]


class Reader:
    """Reads articles; holds the weights, which are loaded once. One reader serves one thread."""

    def __init__(self, encoder: Encoder | None = None):
        self.encoder = encoder or default_encoder()
        self.outer = Chain.of(self.encoder.parameters["outer"])
        self.inner = Chain.of(self.encoder.parameters["inner"])
        self.pairs = PairNetwork.of(self.encoder.parameters["pairs"])
        self.parties, self.twins = (Weights.of(self.encoder.parameters[k]) for k in ("parties", "twins"))
        self.settings: dict = self.encoder.parameters["settings"]

    def attributions(self, article: Article) -> tuple[Words, WordScores | None, list[Attribution]]:
        """An article in words with what the heads say of each, and its attributions before speakers are resolved."""
        passages = passages_of(article.title, article.text, [(p.start, p.end) for p in article.paragraphs])
        tokens = tokenize(self.encoder.tokenizer, passages)
        words = words_of(tokens)
        if not len(words):
            return words, None, []
        scores = self.encoder.score(tokens)
        found = read_attributions(words, scores, self.outer, self.inner, self.settings)
        found = [part for a in found for part in split_coordination(words, a)]
        headline = [complete(words, a) for a in found if words.is_title(a.content[0].first)]
        return words, scores, [a for a in headline if not is_label(words, a)] + [a for a in found if not words.is_title(a.content[0].first)]

    def read(self, article: Article) -> Record:
        """The record of an English article."""
        words, scores, found = self.attributions(article)
        scene = scene_of(article)
        told, groups = self._call(article, scene, words, scores, found) if scores is not None else (None, [])
        drafts = [draft(words, article, a) for a in found]
        statements, speakers, audiences = write_statements(article, drafts, scene, confidence=self._confidence)
        events = draft_events(groups, told) if told is not None else []
        parties = [r for e in events for r in (*e.source, *e.target)]
        taking_part = [*(x.referent.itself for x in scene.linked), *parties, *(r for group in (*speakers, *audiences) for r in group)]
        actors, ids = write_actors(article, taking_part, day_of(article))
        statements = [
            msgspec.structs.replace(s, speakers=[ids[id(r)] for r in by], audience=[ids[id(r)] for r in to])
            for s, by, to in zip(statements, speakers, audiences, strict=True)
        ]
        written = write_events(article, events, told, statements, ids, self._event_confidence) if told is not None else []
        issues, planned = ([(span_at(words, article, r), r) for r in self._runs(words, scores, head)] for head in ("issue", "plan"))
        return Record(
            article=article, actors=actors, statements=statements, events=written, positions=positions(article, statements, written, issues),
            disputes=disputes(statements, written), plans=plans(article, statements, written, planned, scene.times), manifest=self.manifest(),
        )

    def _runs(self, words: Words, scores: WordScores | None, head: str) -> list[Run]:
        """The words at stake ("issue") or planned ("plan")."""
        if scores is None:
            return []
        return find_runs(words, split_heads(scores.events, BRANCH)[head], FIRSTS[head], floor=self.settings.get(f"{head}_floor", 0.5))

    def _call(self, article: Article, scene: Scene, words: Words, scores: WordScores, attributions: list[Attribution]) -> tuple[Told, list[list[Happening]]]:
        """Find who is mentioned in the article, which mentions mean the same, and what happens among them."""
        heads = split_heads(scores.mentions, MENTION_HEADS)
        threshold = self.settings.get("mention_threshold", 0.0)
        found = with_names(scene, words, find_mentions(words, heads, threshold=threshold))
        views = views_of(words, found, scene, attributions, day_of(article))
        chain = chains(views, chain_scores(found, views, heads, self.pairs)) if found else []
        stage = Stage(words, scene, attributions)
        times = [t for t in scene.times if t.span is not None and stage.run_of(t.span) is not None]
        places = [(s, p) for s, p in named_places(scene, home_of(article.url, article.outlet)) if stage.run_of(s) is not None]
        candidates = stage.candidates(found, views, chain, [t.span for t in times], [s for s, _ in places])
        event_heads = split_heads(scores.events, BRANCH)
        floor = self.settings.get("event_floor", 0.6)
        triggers = heeded(find_triggers(words, event_heads, floor=floor), words, stage, attributions, floor=floor)
        happened = happenings(stage, triggers, candidates, event_heads, self.parties, (len(found), len(times)), self.settings.get("party_reach", 0.0))
        groups = grouped(happened, candidates[: len(found)], event_heads, self.twins)
        if found:
            call(scene, words, found, views, chain, sure=-threshold, kept=mentions_taking_part(happened))
        spans = [span_of_words(scene, words, m.first, m.last) for m in found]
        return Told(words, spans, scene.referent_of, times, places), groups

    def read_many(self, articles: Iterable[Article | Rejected]) -> Iterator[Record | Rejected]:
        """Records in the order of the articles; what is not English is rejected by name, rejections pass through."""
        for article in articles:
            yield article if isinstance(article, Rejected) else reject_foreign(article) or self.read(article)

    def manifest(self) -> Manifest:
        """What reads: versions, hashes and settings."""
        return Manifest(__version__, self.encoder.sha256, sha256_of_tables(), LAYERS, {})

    def _confidence(self, raw: float) -> float:
        """The share of statements right among held-out ones of like raw score (a step table, see the model card)."""
        return self._calibrated("confidence", raw)

    def _event_confidence(self, raw: float) -> float:
        """The same for events."""
        return self._calibrated("event_confidence", raw)

    def _calibrated(self, name: str, raw: float) -> float:
        table = self.settings.get(name)
        if not table:
            return round(raw, 3)
        at = min(bisect_left(table["raw"], raw), len(table["right"]) - 1)
        return table["right"][at]


def day_of(article: Article) -> str:
    """The article's day (ISO); the last day that the tables know for one without a date."""
    return article.published[:10] if article.published else last_day_known()


def scene_of(article: Article) -> Scene:
    """The article with its names, times and quotations, before anything is resolved."""
    quoted = {
        "text": quoted_extents(article.text, [(p.start, p.end) for p in article.paragraphs]),
        "title": quoted_extents(article.title, [(0, len(article.title))]) if article.title else [],
    }
    scene = open_scene(article, quoted)
    day = date.fromisoformat(article.published[:10]) if article.published else None
    scene.times = [t for field in ("title", "text") for t in find_times(scene.source(field), day, field=field)]
    return scene


def reject_foreign(article: Article) -> Rejected | None:
    """The rejection of an article that is not English, None for one that is or whose language is unknown."""
    if article.language in (None, "en"):
        return None
    return Rejected(article.url or article.id, "not-english", f"the language is {article.language!r}; read reads English only")
