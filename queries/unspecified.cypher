// Header and parameters: unspecified.rq
MATCH (d:Document)-[:HAS_TASK]->(t:Task)
WHERE $document = '' OR d.key = $document
OPTIONAL MATCH (a)-[:RESPONSIBLE_FOR]->(t)
WITH d, t, count(a) AS agencies
OPTIONAL MATCH (t)-[:HAS_TARGET]->(g:Target)
WITH d, t, agencies, count(g) AS figures
WHERE agencies = 0 OR figures = 0 OR t.deadline IS NULL
RETURN d.key AS document, t.number AS number, t.heading AS heading, agencies = 0 AS no_agency,
  t.deadline IS NULL AS no_deadline, figures = 0 AS no_figure
ORDER BY document, t.position, number
