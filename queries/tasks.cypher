// Header and parameters: tasks.rq
MATCH (d:Document {key: $document})-[:HAS_TASK]->(t:Task)
OPTIONAL MATCH (a)-[r:RESPONSIBLE_FOR]->(t)
RETURN t.number AS number, t.heading AS heading, coalesce(r.role, '') AS role,
  coalesce(a.name, '') AS agency, coalesce(r.as_written, '') AS as_written,
  coalesce(r.inferred, false) AS inferred
ORDER BY t.position, number, coalesce(r.position, 0), role, agency, as_written
