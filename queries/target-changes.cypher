// Header and parameters: target-changes.rq
MATCH (l:Target)-[c:TARGET_CHANGE]->(u:Target)
WHERE $indicator = '' OR l.indicator CONTAINS $indicator
UNWIND coalesce(c.kinds, ['']) AS change
RETURN l.indicator AS indicator, l.document AS lower, l.low AS lower_low, l.high AS lower_high,
  coalesce(l.scope, '') AS lower_scope,
  coalesce(l.deadline, l.deadline_inferred, '') AS lower_deadline, u.document AS upper,
  u.low AS upper_low, u.high AS upper_high, coalesce(u.scope, '') AS upper_scope,
  coalesce(u.deadline, u.deadline_inferred, '') AS upper_deadline, change AS change
ORDER BY indicator, lower, upper, lower_low, upper_low, lower_scope, upper_scope, lower_deadline, upper_deadline, change
