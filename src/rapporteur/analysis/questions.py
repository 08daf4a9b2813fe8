"""The questions: quotes, timeline, series, network, positions, disputes, calendar.

The day of an event is its own where the text gives one, else that of the article. Claims count unless left out, plans only where asked for;
what is denied or hypothetical never counts as an event.
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from rapporteur.analysis.table import Filters, Table, ask
from rapporteur.archive import Archive

Unit = Literal["day", "week", "month", "year"]

_LABELS = "(SELECT list(DISTINCT w.label ORDER BY w.label) FROM who w WHERE w.article = {of}.article AND list_contains({of}.{column}, w.actor))"
_DATED = "e.confidence >= $least AND e.status IN (SELECT unnest($statuses)) AND coalesce(e.date_start, e.date_end, a.day) BETWEEN coalesce($since, DATE '0001-01-01') AND coalesce($until, DATE '9999-12-31')"
_MEANT = "(len($keys) = 0 OR EXISTS (SELECT 1 FROM who w WHERE w.article = {of}.article AND list_contains($keys, w.who) AND ({test})))"


def _meant(of: str, *columns: str) -> str:
    return _MEANT.format(of=of, test=" OR ".join(f"list_contains({of}.{c}, w.actor)" for c in columns))


def _asked(archive: Archive, filters: Filters, query: str, **more: object) -> Table:
    return ask(archive, query, keys=filters.keys(archive), statuses=filters.statuses(), since=filters.since, until=filters.until, least=filters.least, **more)


def quotes(archive: Archive, filters: Filters, words: str | None = None) -> Table:
    """Statements by the actors asked for, with all of some words in what is said."""
    query = f"""
        SELECT coalesce(s.said_start, a.day) AS day, {_LABELS.format(of="s", column="speakers")} AS speaker, {_LABELS.format(of="s", column="audience")} AS audience,
               s.act, s.polarity, s.mode, s.content, s.source AS source_words, s.confidence, a.outlet, a.title, a.url, s.article, s.statement
        FROM statements s JOIN articles a USING (article)
        WHERE s.confidence >= $least AND {_meant("s", "speakers")}
          AND coalesce(s.said_start, a.day, DATE '0001-01-01') BETWEEN coalesce($since, DATE '0001-01-01') AND coalesce($until, DATE '9999-12-31')
          AND list_bool_and(list_transform($words, lambda w: contains(lower(strip_accents(s.content)), w)))
        ORDER BY day, s.article, s.char_start
    """
    return _asked(archive, filters, query.replace("list_bool_and(", "coalesce(list_bool_and(").replace("w)))\n", "w))), true)\n"), words=_plain(words))


def _plain(words: str | None) -> list[str]:
    folded = "".join(c for c in unicodedata.normalize("NFKD", words or "") if not unicodedata.combining(c))
    return folded.lower().split()


def timeline(archive: Archive, filters: Filters) -> Table:
    """Events in the order of their days: by whom, on whom, where, how sure and who vouches."""
    query = f"""
        SELECT coalesce(e.date_start, e.date_end, a.day) AS day, e.date_precision AS precision, {_LABELS.format(of="e", column="source")} AS source, e.type, e.mode,
               {_LABELS.format(of="e", column="target")} AS target, e.place, e.place_country, e.status, e.cameo, e.quad, e.goldstein, e.dead_min, e.injured_min, e.arrested_min,
               e.sentence, e.confidence, a.outlet, a.url, e.article, e.event
        FROM events e JOIN articles a USING (article)
        WHERE {_DATED} AND {_meant("e", "source", "target")}
        ORDER BY day NULLS LAST, e.article, e.char_start
    """
    return _asked(archive, filters, query)


def series(archive: Archive, filters: Filters, unit: Unit = "month", by: Literal["actor", "country"] = "actor") -> Table:
    """Dyads by day, week, month or year: how many events, shares of the quad classes, and Goldstein's sum and mean. `by` "country" joins all
    who act for one country. Events with an open side are left out."""
    name, key = ("s.label", "t.label") if by == "actor" else ("s.country", "t.country"), "who" if by == "actor" else "country"
    query = f"""
        WITH dyads AS (
          SELECT DISTINCT date_trunc('{unit}', coalesce(e.date_start, e.date_end, a.day))::DATE AS period, {name[0]} AS source, {name[1]} AS target, e.article, e.event, e.quad, e.goldstein
          FROM events e JOIN articles a USING (article)
          JOIN event_parties p ON p.article = e.article AND p.event = e.event AND p.side = 'source' JOIN who s ON s.article = p.article AND s.actor = p.actor
          JOIN event_parties q ON q.article = e.article AND q.event = e.event AND q.side = 'target' JOIN who t ON t.article = q.article AND t.actor = q.actor
          WHERE {_DATED} AND e.quad IS NOT NULL AND s.{key} IS DISTINCT FROM t.{key} AND (len($keys) = 0 OR list_contains($keys, s.who) OR list_contains($keys, t.who))
        )
        SELECT period, source, target, count(*) AS events, {", ".join(f"round(avg((quad = {n})::INT), 3) AS quad_{n}" for n in (1, 2, 3, 4))},
               round(sum(goldstein), 2) AS goldstein_sum, round(avg(goldstein), 2) AS goldstein_mean
        FROM dyads WHERE source IS NOT NULL AND target IS NOT NULL GROUP BY ALL ORDER BY period, source, target
    """
    return _asked(archive, filters, query)


def network(archive: Archive, filters: Filters, kind: Literal["events", "congruence", "conflict", "subtract"] = "events") -> Table:
    """Edges between actors: by events (directed, with their number and mean Goldstein score), or by issues on which two take the same side
    ("congruence"), opposite sides ("conflict"), or the first minus the second ("subtract")."""
    if kind == "events":
        edges = series(archive, filters, "year")
        summed: dict[tuple[str, str], list[float]] = {}
        for _, source, target, events, *_, goldstein, _mean in edges.rows:
            entry = summed.setdefault((source, target), [0, 0.0])
            entry[0] += events
            entry[1] += goldstein or 0.0
        return Table(["source", "target", "weight", "goldstein_mean"], [(s, t, int(n), round(g / n, 2)) for (s, t), (n, g) in sorted(summed.items())])
    weight = {"congruence": "count(*) FILTER (a.stance = b.stance)", "conflict": "count(*) FILTER (a.stance <> b.stance)", "subtract": "count(*) FILTER (a.stance = b.stance) - count(*) FILTER (a.stance <> b.stance)"}[kind]
    query = f"""
        WITH held AS ({_HELD})
        SELECT a.label AS source, b.label AS target, {weight} AS weight, list(DISTINCT a.topic ORDER BY a.topic) AS issues
        FROM held a JOIN held b ON a.topic = b.topic AND a.who < b.who
        WHERE a.stance <> 'conditional' AND b.stance <> 'conditional' AND (len($keys) = 0 OR list_contains($keys, a.who) OR list_contains($keys, b.who))
        GROUP BY ALL HAVING {weight} <> 0 ORDER BY source, target
    """
    return _asked(archive, filters, query)


# a position under its topic: the longest words of the issue in alphabetical order stand for it under many wordings
_HELD = """
    SELECT w.who, w.label, p.stance, p.issue, p.confidence, p.article, p.position, p.basis, a.day, a.outlet, a.url,
           coalesce(nullif(array_to_string(list_sort(list_distinct(list_transform(list_slice(list_reverse_sort(list_transform(
             list_filter(regexp_extract_all(lower(strip_accents(p.issue)), '[a-z0-9]{4,}'), lambda x: x NOT IN ('that', 'with', 'from', 'this', 'their', 'have', 'would', 'should', 'into', 'been')),
             lambda x: lpad(len(x)::VARCHAR, 3, '0') || x)), 1, 3), lambda x: regexp_replace(x[4:], '(ing|ed|es|s)$', '')))), ' '), ''), lower(p.issue)) AS topic
    FROM positions p JOIN articles a USING (article) JOIN who w ON w.article = p.article AND w.actor = p.actor
    WHERE p.confidence >= $least AND coalesce(a.day, DATE '0001-01-01') BETWEEN coalesce($since, DATE '0001-01-01') AND coalesce($until, DATE '9999-12-31')
"""


def positions(archive: Archive, filters: Filters) -> Table:
    """Who stands where: a row for each actor, issue and stance, with how often and the words."""
    query = f"""
        WITH held AS ({_HELD})
        SELECT label AS actor, topic, stance, count(*) AS times, min(day) AS first, max(day) AS last, list(DISTINCT issue ORDER BY issue) AS issue, list(DISTINCT article || '#' || position) AS cells
        FROM held WHERE len($keys) = 0 OR list_contains($keys, who) GROUP BY ALL ORDER BY topic, actor, stance
    """
    return _asked(archive, filters, query)


def disputes(archive: Archive, filters: Filters) -> Table:
    """The ledger: a row for each side of each dispute, with who holds it."""
    query = f"""
        SELECT a.day, d.question, s.side, {_LABELS.format(of="s", column="held_by")} AS held_by, s.claim, d.confidence, a.outlet, a.url, d.article, d.dispute
        FROM disputes d JOIN sides s USING (article, dispute) JOIN articles a USING (article)
        WHERE d.confidence >= $least AND coalesce(a.day, DATE '0001-01-01') BETWEEN coalesce($since, DATE '0001-01-01') AND coalesce($until, DATE '9999-12-31')
          AND EXISTS (SELECT 1 FROM sides s WHERE s.article = d.article AND s.dispute = d.dispute AND {_meant("s", "held_by")})
        ORDER BY a.day NULLS LAST, d.article, d.dispute, s.side
    """
    return _asked(archive, filters, query)


def calendar(archive: Archive, filters: Filters) -> Table:
    """What is planned, by the day for which it is; without one last."""
    query = f"""
        SELECT p.date_start AS start, p.date_end AS end, p.date_precision AS precision, {_LABELS.format(of="p", column="who")} AS who, p.what, p.place, a.day AS announced, p.confidence, a.outlet, a.url, p.article, p.plan
        FROM plans p JOIN articles a USING (article)
        WHERE p.confidence >= $least AND coalesce(p.date_end, p.date_start, DATE '9999-12-31') >= coalesce($since, DATE '0001-01-01')
          AND coalesce(p.date_start, p.date_end, DATE '0001-01-01') <= coalesce($until, DATE '9999-12-31') AND {_meant("p", "who")}
        ORDER BY coalesce(p.date_start, p.date_end) NULLS LAST, p.article, p.char_start
    """
    return _asked(archive, filters, query)
