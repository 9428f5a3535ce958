// Header and parameters: lineage.rq
MATCH (l)-[r:IMPLEMENTS|ALIGNS_WITH]->(u)
WHERE (l.document = $document AND l.number = $number)
  OR (u.document = $document AND u.number = $number)
WITH r, l, u, l.document = $document AND l.number = $number AS up
RETURN CASE WHEN up THEN 'up' ELSE 'down' END AS direction,
  CASE WHEN up THEN u.document ELSE l.document END AS other,
  CASE WHEN up THEN u.number ELSE l.number END AS other_number,
  CASE WHEN up THEN u.heading ELSE l.heading END AS heading,
  r.relation AS relation, r.score AS score, r.review AS review
ORDER BY direction DESC, other, other_number, relation
