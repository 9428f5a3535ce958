// Header and parameters: qualifiers-lost.rq
MATCH (l)-[c:CLAUSE]->(u)
WHERE $lower = '' OR l.document = $lower
UNWIND c.qualifiers_lost AS word
RETURN l.document AS lower, l.number AS lower_number, u.document AS upper,
  u.number AS upper_number, word AS word, coalesce(c.upper_words, '') AS upper_words,
  coalesce(c.lower_words, '') AS lower_words
ORDER BY lower, l.position, lower_number, upper, u.position, upper_number, word, upper_words, lower_words
