"""Quads -> Oxigraph, Ladybug, Neo4j, files; named queries read them.

What the pipeline and the command line call (plain arguments, no printing, no clicking):

- ``oxigraph.build(folder, files)``: N-Quads files into a new store on disk;
  ``oxigraph.open_store(folder)``: read it; ``oxigraph.select|ask|construct(store, sparql)``,
  and ``oxigraph.run(store, sparql)`` for whatever the text asks.
- ``queries.names()``, ``queries.load(name)``, ``queries.run(store, name, given)`` in SPARQL and
  ``queries.run_cypher(cypher, name, given)`` in Cypher; both give a ``table.Table``.
- ``propertygraph.parts(store)``: the property graph, one part a document, from the same quads.
- ``ladybug.build(path, parts)``, ``ladybug.open_graph(path)``,
  ``ladybug.run(graph, cypher, given)``.
- ``neo4j.load(uri, user, password, database, parts, progress)``: into a server;
  ``neo4j_connection.check(...)`` only tries the connection.
- ``neo4j_csv.write(folder, parts)``: files and the command line for a bulk import.
- ``networks.network(store_or_parts, ...)`` and ``networks.write(...)``: small graphs for
  Gephi (gexf), networkx and yEd (graphml) and Cytoscape.
"""
