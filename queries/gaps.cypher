// Header and parameters: gaps.rq
MATCH (d:Document)-[g:GAP]->(u)
WHERE ($lower = '' OR d.key = $lower) AND ($upper = '' OR u.document = $upper)
  AND ($state = '' OR g.state = $state)
RETURN d.key AS lower, u.document AS upper, u.number AS upper_number, u.heading AS heading,
  g.state AS state, g.reason AS reason
ORDER BY lower, upper, u.position, upper_number, state, reason
