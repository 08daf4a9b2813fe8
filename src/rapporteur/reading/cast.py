"""From mentions and their chains to who takes part in an article: one referent a chain, which the names of the article,
the offices of the day and the groups it forms say more about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from rapporteur.knowledge.states import state_of_code
from rapporteur.reading.descriptions import called_before, description_name, pair_of, same_description
from rapporteur.reading.mentions import KINDS, Found
from rapporteur.reading.phrases import read_phrase
from rapporteur.reading.referents import Referent
from rapporteur.reading.scene import Linked, Scene
from rapporteur.reading.views import NO_PRONOUN, View
from rapporteur.reading.words import Words
from rapporteur.record import Span

_MOST_MEMBERS = 6
_PERSON = KINDS.index("person")
# a name behind these is not the head of its phrase ("relatives of Paul Tse")
_GOVERNS = frozenset(["of", "by", "for", "to", "with", "and", "or", "from", "like", "including", "against", "between", "under", "the", ",", "&", "named", "called", "who", "near"])


class Member(NamedTuple):
    """A mention of a chain with its characters."""

    span: Span
    found: Found
    view: View

    @property
    def form(self) -> str:
        return "pronoun" if self.view.pronoun != NO_PRONOUN else "name" if self.view.named else "nominal"


def call(scene: Scene, words: Words, found: list[Found], views: list[View], chain: list[int], *, sure: float = 0.0, kept: Collection[int] = ()) -> None:
    """Give the scene's mentions their referents. A chain of nothing but pronouns stays without one, and so does one without a
    name that nothing is known of, that does not speak and none of whose mentions scores `sure` or is among those `kept`."""
    known = list(scene.referents)
    by_chain: dict[int, list[Member]] = {}
    wanted = {chain[i] for i in kept}
    for m, v, c in zip(found, views, chain, strict=True):
        by_chain.setdefault(c, []).append(Member(span_of_words(scene, words, m.first, m.last), m, v))
    for number, members in by_chain.items():
        if number not in wanted and _is_doubtful(members, sure):
            continue
        referent = _referent(scene, members, known)
        if referent is None:
            continue
        for m in members:
            referent.mention(m.span.field, m.span.start, m.span.end, m.form)
            scene.linked.append(Linked(m.span.field, m.span.start, m.span.end, referent, m.form, m.found.kind == 0))
    scene.owners = [r.itself for r in scene.owners]
    scene.referents = list({id(r.itself): r.itself for r in scene.referents}.values())
    _form_groups(scene, by_chain)


def with_names(scene: Scene, words: Words, found: list[Found]) -> list[Found]:
    """The mentions with the names of persons that the heads left out, and without the titles that they took along
    ("Nonpartisan Paul Tse"): the article's names know where those begin."""
    begins = {(words.is_title(i), int(words.start[i])): i for i in range(len(words))}
    ends = {(words.is_title(i), int(words.end[i])): i + 1 for i in range(len(words))}
    names = {}
    for m, r in zip(scene.names, scene.owners, strict=True):
        a, b = begins.get((m.field == "title", m.start)), ends.get((m.field == "title", m.end))
        if a is not None and b is not None and r.kind == "person":
            names[b] = a
    out = {}
    for m in found:
        first = names.get(m.last)
        if first is not None and m.first < first and words.text(first - 1, first).casefold() not in _GOVERNS:
            m = m._replace(first=first, kind=_PERSON)
        out.setdefault((m.first, m.last), m)
    for last, first in names.items():
        if not any(m.first < last and first < m.last for m in out.values()):
            out[first, last] = Found(first, last, _PERSON, 0.0)
    return sorted(out.values(), key=lambda m: (m.first, -m.last))


def _is_doubtful(members: list[Member], sure: float) -> bool:
    return not any(
        m.found.score >= sure or m.view.named or m.view.entity or m.view.state or m.view.offices or m.view.speaks >= 0 or m.view.hears >= 0 or read_phrase(m.span.words).sector
        for m in members
    )


def span_of_words(scene: Scene, words: Words, first: int, last: int) -> Span:
    """The characters that words `first` to `last` (exclusive) cover."""
    field = "title" if words.is_title(first) else "text"
    start, end = int(words.start[first]), int(words.end[last - 1])
    return Span(start, end, scene.source(field)[start:end], field)


def _referent(scene: Scene, members: list[Member], known: list[Referent]) -> Referent | None:
    """The referent of a chain: of its names, of the state that it means, else a new one that is described."""
    nouns = [m for m in members if m.view.pronoun == NO_PRONOUN]
    if not nouns:
        return None
    named = list({id(r): r for m in nouns if m.view.name >= 0 for r in [known[m.view.name].itself]}.values())
    if named:
        referent = named[0]
        for other in named[1:]:
            referent.names += other.names
            referent.take_up(other)
    else:
        referent = _of_state(scene, nouns) or _taken_up(scene, nouns) or _described(nouns)
        if not any(referent is r for r in scene.referents):
            scene.referents.append(referent)
    for m in nouns:
        reading = read_phrase(m.span.words)
        if not m.view.named or not named:
            referent.learn(reading._replace(name=None, kind=None))
    if referent.kind is None:
        referent.kinds[_kind(members)] += 1
    return referent


def _kind(members: list[Member]) -> str:
    votes = Counter(m.found.kind for m in members)
    return KINDS[max(votes, key=lambda k: (votes[k], -k))]


def _of_state(scene: Scene, nouns: list[Member]) -> Referent | None:
    """The state that the nouns of a chain mean, where they mean one."""
    iso3 = next((m.view.state for m in nouns if m.view.state is not None), None)
    state = state_of_code(iso3) if iso3 else None
    if state is None:
        return None
    for r in scene.referents:
        if r.kind == "state" and r.name == state.name:
            return r
    referent = Referent()
    referent.names[state.name] += 1
    referent.kinds["state"] += 1
    referent.countries[state.iso3] += 1
    return referent


def _taken_up(scene: Scene, nouns: list[Member]) -> Referent | None:
    """Whom a definite description takes up by its office or head noun ("the minister"), where the chain has no name."""
    first = nouns[0]
    if first.view.named or first.view.joined or not first.view.definite:
        return None
    if first.view.plural:
        return same_description(scene, description_name(first.span.words))
    return called_before(scene, first.span, read_phrase(first.span.words))


def _described(nouns: list[Member]) -> Referent:
    """Somebody without a name in the names of the article, called by the fullest of what is said."""
    named = [m for m in nouns if m.view.named]
    fullest = max(named or nouns, key=lambda m: (len(m.view.words), -m.found.first))
    referent = Referent(named=bool(named), plural=fullest.view.plural)
    referent.names[description_name(fullest.span.words)] += 1
    referent.kinds[_kind(nouns)] += len(nouns)
    return referent


def _form_groups(scene: Scene, by_chain: dict[int, list[Member]]) -> None:
    """Give members to the referents of plural mentions: those that a mention joins ("London and Paris"), or the last
    two of a kind that it counts ("the two sides")."""
    for members in by_chain.values():
        for m in members:
            referent = scene.referent_of(m.span)
            if referent is None or referent.members or not m.view.plural or m.view.pronoun != NO_PRONOUN:
                continue
            joined = _joined(scene, m.span, referent) if m.view.joined else None
            group = None if joined else pair_of(scene, m.span)
            if joined:
                referent.members = joined
            elif group is not None and group is not referent:
                referent.members = [r for r in group.members if r is not referent]
                scene.referents = [r for r in scene.referents if r is not group]


def _joined(scene: Scene, whole: Span, referent: Referent) -> list[Referent]:
    inside = [x for x in scene.linked if x.field == whole.field and whole.start <= x.start and x.end <= whole.end and x.end - x.start < whole.end - whole.start]
    outer = [x for x in inside if not any(y is not x and y.start <= x.start and x.end <= y.end for y in inside)]
    found = list({id(x.referent): x.referent for x in outer if x.referent is not referent}.values())
    return found if 1 < len(found) <= _MOST_MEMBERS else []
