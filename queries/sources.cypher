// Header and parameters: sources.rq
MATCH (d:Document)-[:HAS_WITNESS]->(w:Witness)
WHERE $document = '' OR d.key = $document
RETURN d.key AS document, w.path AS path, w.sha256 AS sha256, w.encoding AS encoding,
  w.kind AS kind
ORDER BY document, path, sha256
