// Header and parameters: documents.rq
MATCH (d:Document)
WHERE d.held AND ($level = '' OR d.level = $level)
OPTIONAL MATCH (d)-[:HAS_TASK]->(t:Task)
RETURN d.key AS document, coalesce(d.number, '') AS number, coalesce(d.title, '') AS title,
  coalesce(d.level, '') AS level, coalesce(d.place, '') AS place,
  coalesce(d.issuer, '') AS issuer, coalesce(d.issued, '') AS issued,
  coalesce(d.completeness, '') AS completeness, count(t) AS tasks
ORDER BY document
