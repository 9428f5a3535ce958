// Header and parameters: force.rq
MATCH (d:Document)-[:HAS_TASK]->(t:Task)-[:HAS_MEASURE]->(m:Measure)
RETURN coalesce(d.level, '') AS level, m.force AS force, count(DISTINCT m.key) AS measures,
  count(DISTINCT d.key) AS documents
ORDER BY level, force
