// Header and parameters: absent.rq
MATCH (d:Document)
WHERE NOT d.held
OPTIONAL MATCH (d)<-[:REFERS_TO]-(c:Citation)
WITH d AS d, count(DISTINCT c.key) AS citations, count(DISTINCT c.document) AS documents
OPTIONAL MATCH (d)-[:GAP]->(t:Task)
WITH d AS d, citations AS citations, documents AS documents, min(t.document) AS carries
RETURN d.key AS document, coalesce(d.number, '') AS number,
  CASE WHEN d.title IS NULL AND d.number IS NULL THEN '名称不详'
    ELSE coalesce(d.title, '') END AS title,
  coalesce(d.level, '') AS level, coalesce(d.issuer, '') AS issuer,
  coalesce(d.place, '') AS place, d.year AS year, coalesce(carries, '') AS carries,
  citations AS citations, documents AS documents
ORDER BY citations DESC, document
