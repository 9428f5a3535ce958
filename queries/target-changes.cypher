// Header and parameters: target-changes.rq
MATCH (l:Target)-[c:TARGET_CHANGE]->(u:Target)
WHERE $indicator = '' OR l.indicator CONTAINS $indicator
RETURN l.indicator AS indicator, l.document AS lower, l.low AS lower_low, l.high AS lower_high,
  coalesce(l.deadline, '') AS lower_deadline, u.document AS upper, u.low AS upper_low,
  u.high AS upper_high, coalesce(u.deadline, '') AS upper_deadline,
  c.kinds IS NOT NULL AS changed
ORDER BY indicator, lower, upper, lower_low, upper_low, lower_deadline, upper_deadline
