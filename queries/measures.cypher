// Header and parameters: measures.rq
MATCH (t:Task {document: $document, number: $number})-[:HAS_MEASURE]->(m:Measure)
RETURN m.position AS position, m.text AS text, m.action AS action, m.force AS force,
  m.span_start AS span_start, m.span_end AS span_end
ORDER BY position
