// Header and parameters: guard-breaches.rq
MATCH (l)-[:IMPLEMENTS]->(u)
MATCH (a:Document), (b:Document)
WHERE a.key = l.document AND b.key = u.document AND a.issued < b.issued
RETURN a.key AS lower, l.number AS lower_number, a.issued AS lower_issued, b.key AS upper,
  u.number AS upper_number, b.issued AS upper_issued
ORDER BY lower, l.position, lower_number, upper, u.position, upper_number
