// Header and parameters: chain.rq
MATCH (m)-[r:IMPLEMENTS]->(u)
WHERE u.document = $document AND u.number = $number
OPTIONAL MATCH (l)-[s:IMPLEMENTS]->(m)
RETURN m.document AS middle, m.number AS middle_number, m.heading AS middle_heading,
  r.relation AS middle_relation, coalesce(l.document, '') AS lower,
  coalesce(l.number, '') AS lower_number, coalesce(l.heading, '') AS lower_heading,
  coalesce(s.relation, '') AS lower_relation
ORDER BY middle, middle_number, middle_relation, lower, lower_number, lower_relation
