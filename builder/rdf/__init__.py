"""Record and Lineage -> quads, and the SHACL gate."""
