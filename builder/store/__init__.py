"""Quads -> Oxigraph, Ladybug, Neo4j, files; named queries read them."""
