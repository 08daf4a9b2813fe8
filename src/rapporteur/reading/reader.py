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
from rapporteur.reading.cast import call, with_names
from rapporteur.reading.coordination import split_coordination
from rapporteur.reading.coreference import PairNetwork, chain_scores, chains
from rapporteur.reading.encoder import Encoder, WordScores, default_encoder
from rapporteur.reading.headline_form import complete, is_label
from rapporteur.reading.labels import Chain
from rapporteur.reading.mentions import find_mentions, split_heads
from rapporteur.reading.mode import quoted_extents
from rapporteur.reading.scene import Scene, open_scene
from rapporteur.reading.statements import draft, write_statements
from rapporteur.reading.times import find_times
from rapporteur.reading.tokens import passages_of, tokenize
from rapporteur.reading.views import views_of
from rapporteur.reading.words import Words, words_of
from rapporteur.record import Article, Manifest, Record, Rejected

LAYERS = ["actors", "statements"]


class Reader:
    """Reads articles; holds the weights, which are loaded once. One reader serves one thread."""

    def __init__(self, encoder: Encoder | None = None):
        self.encoder = encoder or default_encoder()
        self.outer = Chain.of(self.encoder.parameters["outer"])
        self.inner = Chain.of(self.encoder.parameters["inner"])
        self.pairs = PairNetwork.of(self.encoder.parameters["pairs"])
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
        if scores is not None:
            self._call(article, scene, words, scores, found)
        drafts = [draft(words, article, a) for a in found]
        statements, speakers, audiences = write_statements(article, drafts, scene, confidence=self._confidence)
        actors, ids = write_actors(article, [*(x.referent.itself for x in scene.linked), *(r for group in (*speakers, *audiences) for r in group)], day_of(article))
        statements = [
            msgspec.structs.replace(s, speakers=[ids[id(r)] for r in by], audience=[ids[id(r)] for r in to])
            for s, by, to in zip(statements, speakers, audiences, strict=True)
        ]
        return Record(article=article, actors=actors, statements=statements, manifest=self.manifest())

    def _call(self, article: Article, scene: Scene, words: Words, scores: WordScores, attributions: list[Attribution]) -> None:
        """Find who is mentioned in the article and which mentions mean the same."""
        heads = split_heads(scores.mentions)
        threshold = self.settings.get("mention_threshold", 0.0)
        found = with_names(scene, words, find_mentions(words, heads, threshold=threshold))
        if found:
            views = views_of(words, found, scene, attributions, day_of(article))
            call(scene, words, found, views, chains(views, chain_scores(found, views, heads, self.pairs)), sure=-threshold)

    def read_many(self, articles: Iterable[Article | Rejected]) -> Iterator[Record | Rejected]:
        """Records in the order of the articles; what is not English is rejected by name, rejections pass through."""
        for article in articles:
            yield article if isinstance(article, Rejected) else reject_foreign(article) or self.read(article)

    def manifest(self) -> Manifest:
        """What reads: versions, hashes and settings."""
        return Manifest(__version__, self.encoder.sha256, sha256_of_tables(), LAYERS, {})

    def _confidence(self, raw: float) -> float:
        """The share of statements right among held-out ones of like raw score (a step table, see the model card)."""
        table = self.settings.get("confidence")
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
