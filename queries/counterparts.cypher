// Header and parameters: counterparts.rq
MATCH (l:Task)-[:IMPLEMENTS]->(u:Task)
MATCH (x:Task)-[:IMPLEMENTS|ALIGNS_WITH]->(u)
UNWIND ['above', 'beside'] AS side
WITH DISTINCT l, u, side, CASE WHEN side = 'above' THEN u.id ELSE x.id END AS id
MATCH (n:Line)<-[:ON_LINE]-(a:Agency)-[:RESPONSIBLE_FOR]->(l),
  (s:Task {id: id})<-[:RESPONSIBLE_FOR]-(b:Agency)-[:ON_LINE]->(n)
WHERE l.document <> s.document AND ($line = '' OR n.name = $line)
RETURN n.name AS line, l.document AS lower, a.name AS lower_agency, side AS side,
  s.document AS other, b.name AS other_agency, count(DISTINCT u.id) AS tasks
ORDER BY line, lower, lower_agency, side, other, other_agency
