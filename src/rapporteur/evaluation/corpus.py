"""Corpus: the held-out tenth of the project's own items, with what public sets leave unmarked.

Beside the figures of `statements.py`, and of `actors.py`, `events.py` and `stands.py` over the items whose mentions, events and positions are all marked:

* `nested`: F1 of statements inside others; `title`: F1 of statements in titles; `negated`: F1 of negated ones; each over
  the same matching, a pair counts where both are so;
* `audience`: F1 of addressees over matched statements (spans that share a character).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from rapporteur.evaluation.actors import actor_figures, seen_in
from rapporteur.evaluation.compile import article_of, record_of
from rapporteur.evaluation.events import done_in, event_figures
from rapporteur.evaluation.figures import Figure, characters, require, sha256_of_files
from rapporteur.evaluation.markup import parse_item
from rapporteur.evaluation.stands import stand_figures, stands_in
from rapporteur.evaluation.statements import Told, figures, matched, told_in
from rapporteur.reading import Reader

Articles = list[tuple[list[Told], list[Told]]]
KINDS: dict[str, Callable[[Told], bool]] = {
    "nested": lambda t: t.nested,
    "title": lambda t: t.in_title,
    "negated": lambda t: t.polarity == "negated",
}


def is_held_out(item_id: str) -> bool:
    """Whether an item is kept for evaluation and never trained on: a tenth, by the hash of the item's id, so that
    new items change no old one's side."""
    return hashlib.sha256(item_id.encode()).digest()[0] % 10 == 0


def kind_figure(name: str, is_kind: Callable[[Told], bool], articles: Articles) -> Figure:
    """F1 of the statements of a kind."""
    right = gold_total = given_total = 0
    for gold, given in articles:
        right += sum(is_kind(gold[i]) and is_kind(given[j]) for i, j in matched(gold, given))
        gold_total += sum(map(is_kind, gold))
        given_total += sum(map(is_kind, given))
    return Figure(name, right, gold_total, given_total)


def audience_figure(articles: Articles) -> Figure:
    """F1 of addressees over the matched statements."""
    right = gold_total = given_total = 0
    for gold, given in articles:
        for i, j in matched(gold, given):
            g, p = characters(gold[i].audience), characters(given[j].audience)
            right += bool(g & p)
            gold_total += bool(g)
            given_total += bool(p)
    return Figure("audience", right, gold_total, given_total)


def evaluate(path: Path, reader: Reader | None = None) -> tuple[list[Figure], str]:
    """The figures on the held-out items of a corpus folder, and the hash of those items."""
    folder = require(path / "items" if (path / "items").is_dir() else path)
    files = [f for f in sorted(folder.glob("*.txt")) if is_held_out(f.stem)]
    reader = reader or Reader()
    articles: Articles = []
    seen, done, stood = [], [], []
    for file in files:
        item = parse_item(file.read_text("utf-8"), path=file)
        gold, given = record_of(item), reader.read(article_of(item))
        gold, given = msgspec.to_builtins(gold), msgspec.to_builtins(given)
        if item.complete("statements"):
            articles.append((told_in(gold), told_in(given)))
        if item.complete("mentions"):
            seen.append((seen_in(gold), seen_in(given)))
        if item.complete("events"):
            done.append((done_in(gold), done_in(given)))
        if item.complete("positions"):
            stood.append((stands_in(gold), stands_in(given)))
    kinds = [kind_figure(name, is_kind, articles) for name, is_kind in KINDS.items()]
    own = [*figures(articles), *kinds, audience_figure(articles)]
    return [*own, *actor_figures(seen), *event_figures(done), *stand_figures(stood)], sha256_of_files(files)
