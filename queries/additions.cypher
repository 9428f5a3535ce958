// Header and parameters: additions.rq
MATCH (l)-[a:ADDITION]->(d:Document)
WHERE $lower = '' OR l.document = $lower
RETURN l.document AS lower, l.number AS lower_number, l.heading AS heading, d.key AS upper,
  a.state AS state, coalesce(a.clause, '') AS clause, a.reason AS reason
ORDER BY lower, l.position, lower_number, upper, coalesce(a.position, 0), state, clause, reason
