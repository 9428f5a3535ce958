// Header and parameters: obligations.rq
MATCH (d:Document)-[:HAS_OBLIGATION]->(o:Obligation)-[:STATED_IN]->(p:Provision)
WHERE $document = '' OR d.key = $document
RETURN d.key AS document, p.number AS number, coalesce(o.obliged, '') AS obliged,
  o.force AS force, o.cue AS cue, o.text AS text
ORDER BY document, p.position, number, o.position
