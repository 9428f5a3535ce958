// Header and parameters: coverage.rq
MATCH (x)-[r:IMPLEMENTS|GAP]->(t:Task)
WHERE ($upper = '' OR t.document = $upper) AND ($lower = '' OR x.document = $lower)
WITH t, x.document AS lower,
  sum(CASE WHEN coalesce(r.relation, 'partial') = 'partial' THEN 0 ELSE 1 END) AS wholes,
  sum(CASE WHEN coalesce(r.relation, '') = 'partial' THEN 1 ELSE 0 END) AS parts,
  max(coalesce(r.state, '')) AS gap
RETURN t.document AS upper, t.number AS upper_number, t.heading AS heading, lower AS lower,
  CASE WHEN wholes > 0 THEN 'covered' WHEN parts > 0 THEN 'partly' ELSE gap END AS state
ORDER BY upper, t.position, upper_number, lower
