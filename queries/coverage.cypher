// Header and parameters: coverage.rq
MATCH (d:Document)-[c:COVERAGE|GAP]->(t:Task)
WHERE ($upper = '' OR t.document = $upper) AND ($lower = '' OR d.key = $lower)
WITH DISTINCT t, d, c.state AS state
RETURN t.document AS upper, t.number AS upper_number, t.heading AS heading, d.key AS lower,
  state AS state
ORDER BY upper, t.position, upper_number, lower, state
