// Header and parameters: shared-tasks.rq
MATCH (a:Agency)-[:RESPONSIBLE_FOR]->(t:Task)<-[:RESPONSIBLE_FOR]-(b:Agency)
WHERE a.name < b.name AND ($agency = '' OR a.name = $agency OR b.name = $agency)
RETURN a.name AS one, b.name AS other, count(DISTINCT t.key) AS tasks
ORDER BY tasks DESC, one, other
