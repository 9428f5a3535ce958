// Header and parameters: evidence.rq
MATCH (l)-[e:EVIDENCE]->(u)
WHERE l.document = $lower AND l.number = $lower_number
  AND u.document = $upper AND u.number = $upper_number
RETURN e.relation AS relation, e.score AS score, e.rule AS rule,
  e.lower_start AS lower_start, e.lower_words AS lower_words,
  e.upper_start AS upper_start, e.upper_words AS upper_words
ORDER BY lower_start, upper_start, lower_words, upper_words
