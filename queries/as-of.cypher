// Header and parameters: as-of.rq
MATCH (l)-[r:IMPLEMENTS]->(u)
WHERE u.document = $document AND u.number = $number
MATCH (d:Document)
WHERE d.key = l.document AND d.issued <= $date
RETURN l.document AS lower, l.number AS lower_number, d.issued AS issued, l.heading AS heading,
  r.relation AS relation, r.score AS score
ORDER BY issued, lower, l.position, lower_number, relation
