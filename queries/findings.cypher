// Header and parameters: findings.rq
MATCH (d:Document)-[:HAS_FINDING]->(f:Finding)
WHERE $document = '' OR d.key = $document
RETURN d.key AS document, f.severity AS severity, f.code AS code, count(f) AS findings
ORDER BY document, severity, code
