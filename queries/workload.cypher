// Header and parameters: workload.rq
MATCH (a:Agency)-[r:RESPONSIBLE_FOR]->(t:Task)<-[:HAS_TASK]-(d:Document)
WHERE $agency = '' OR a.name = $agency
RETURN a.name AS agency, r.role AS role, count(DISTINCT t.key) AS tasks,
  count(DISTINCT d.key) AS documents
ORDER BY tasks DESC, agency, role
