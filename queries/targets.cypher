// Header and parameters: targets.rq
MATCH (d:Document)-[:HAS_TARGET]->(g:Target)-[:STATED_IN]->(p:Provision)
WHERE $indicator = '' OR g.indicator CONTAINS $indicator
RETURN g.indicator AS indicator, d.key AS document, coalesce(d.level, '') AS level,
  p.number AS number, g.low AS low, g.high AS high, coalesce(g.unit, '') AS unit,
  coalesce(g.comparator, '') AS comparator, coalesce(g.deadline, g.deadline_inferred, '') AS deadline,
  g.deadline IS NULL AND g.deadline_inferred IS NOT NULL AS inferred,
  coalesce(g.scope, '') AS scope, g.quote AS quote
ORDER BY indicator, document, number, g.position
