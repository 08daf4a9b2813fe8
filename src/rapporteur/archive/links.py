"""The same actor in many articles: a key of the registry where there is one, else name and country.

It is a view over the readings and nothing in them, so that it can be undone. People merge and split actors by corrections, which stand
over it.
"""

LINKED_ACTORS = """
WITH keyed AS (
  SELECT article, actor, name, kind, country, sector, code, role, entity,
         coalesce(entity, regexp_replace(lower(strip_accents(name)), '^(the|a|an) ', '') || coalesce('|' || lower(country), '')) AS key
  FROM actors
), moved AS (
  SELECT k.*, coalesce(s.into_key, m.into_key, k.key) AS who
  FROM keyed k
  LEFT JOIN actor_merges m ON m.key = k.key
  LEFT JOIN actor_splits s ON s.article = k.article AND s.actor = k.actor
), named AS (
  SELECT who, mode(name) AS label FROM moved GROUP BY who
)
SELECT article, actor, who, label, name, kind, country, sector, code, role, entity FROM moved JOIN named USING (who)
"""
