// Header and parameters: spread.rq
MATCH (d:Document)-[:HAS_TASK]->(t:Task)-[:HAS_MEASURE]->(m:Measure)
WHERE m.text CONTAINS $words
RETURN coalesce(d.issued, '') AS issued, d.key AS document, coalesce(d.level, '') AS level,
  coalesce(d.place, '') AS place, t.number AS number, m.force AS force, m.text AS text
ORDER BY issued, document, t.position, number, m.position
