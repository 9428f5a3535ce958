// Header and parameters: places.rq
MATCH (t:Task)-[:CONCERNS]->(p:Place)
WHERE $place = '' OR p.name = $place
RETURN p.name AS place, p.kind AS kind, t.document AS document, t.number AS number,
  t.heading AS heading
ORDER BY place, kind, document, t.position, number
