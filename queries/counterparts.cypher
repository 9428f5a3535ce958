// Header and parameters: counterparts.rq
MATCH (n:Line)<-[:ON_LINE]-(a:Agency)-[:RESPONSIBLE_FOR]->(l:Task)-[r:IMPLEMENTS]->(u:Task),
  (u)<-[:RESPONSIBLE_FOR]-(b:Agency)-[:ON_LINE]->(n)
WHERE $line = '' OR n.name = $line
RETURN n.name AS line, a.name AS lower_agency, b.name AS upper_agency, count(DISTINCT r.id) AS links
ORDER BY line, lower_agency, upper_agency
