// Header and parameters: citations.rq
MATCH (d:Document)-[:HAS_CITATION]->(c:Citation)
WHERE NOT c.own AND ($document = '' OR d.key = $document)
OPTIONAL MATCH (c)-[:REFERS_TO]->(u:Document)
RETURN d.key AS document, c.at AS at, coalesce(c.title, '') AS title,
  coalesce(c.number, '') AS cited_number, c.relation AS relation,
  coalesce(u.key, '') AS target, coalesce(u.held, false) AS held, c.words AS words
ORDER BY document, c.span_start, title, cited_number, relation, target
