// Header and parameters: carriers.rq
MATCH (l)-[r:IMPLEMENTS]->(u)
WHERE u.document = $document AND u.number = $number
OPTIONAL MATCH (a)-[d:RESPONSIBLE_FOR]->(l)
RETURN l.document AS lower, l.number AS lower_number, l.heading AS heading,
  r.relation AS relation, r.score AS score, coalesce(d.role, '') AS role,
  coalesce(a.name, '') AS agency
ORDER BY lower, l.position, lower_number, relation, coalesce(d.position, 0), role, agency
