"""Records -> Lineage: citations resolved, tasks linked, clauses compared."""
