// Header and parameters: absent.rq
MATCH (d:Document)
WHERE NOT d.held
OPTIONAL MATCH (d)<-[:REFERS_TO]-(c:Citation)
RETURN d.key AS document, coalesce(d.number, '') AS number, coalesce(d.title, '') AS title,
  coalesce(d.level, '') AS level, coalesce(d.issuer, '') AS issuer,
  coalesce(d.place, '') AS place, coalesce(d.year, 0) AS year,
  count(DISTINCT c.key) AS citations, count(DISTINCT c.document) AS documents
ORDER BY citations DESC, document
