// Header and parameters: drift.rq
MATCH (l)-[c:CLAUSE]->(u)
WHERE $lower = '' OR l.document = $lower
UNWIND c.kinds AS kind
WITH l, c, u, kind
WHERE $kind = '' OR kind = $kind
RETURN l.document AS lower, l.number AS lower_number, u.document AS upper,
  u.number AS upper_number, kind AS kind, coalesce(c.force_upper, '') AS force_upper,
  coalesce(c.force_lower, '') AS force_lower, coalesce(c.upper_words, '') AS upper_words,
  coalesce(c.lower_words, '') AS lower_words
ORDER BY lower, l.position, lower_number, upper, u.position, upper_number, kind, upper_words, lower_words
