"""What can go wrong so badly that we could not do what was asked.

    ZhengmaiError
    ├── SourceError        no source could be read at all
    ├── GraphError         a graph folder is missing, damaged, or in use
    ├── EmbeddingError     a user's own embedding model cannot be used
    ├── GateError          shared parts of the graph violate its shapes: nothing was switched in
    ├── QueryError         a query is unknown, its parameters are off, or it does not parse
    ├── ResourceError      ontology/ or queries/ cannot be found
    └── Neo4jError         the server cannot be reached, used, or trusted with the load

A document is never an error: whatever is odd about one becomes a
:class:`builder.model.finding.Finding`, and the run goes on.
"""

__all__ = [
    "EmbeddingError",
    "GateError",
    "GraphError",
    "Neo4jError",
    "QueryError",
    "ResourceError",
    "SourceError",
    "ZhengmaiError",
]


class ZhengmaiError(Exception):
    """Base of all errors; its message says what, where, and what to do next."""


class SourceError(ZhengmaiError):
    """No source could be read."""


class GraphError(ZhengmaiError):
    """A graph folder is missing, damaged, or in use."""


class EmbeddingError(ZhengmaiError):
    """A user's own embedding model is missing, or cannot be read."""


class GateError(ZhengmaiError):
    """The shared part of a graph violates its shapes; the last good graph stays."""


class QueryError(ZhengmaiError):
    """A query is unknown, its parameters are off, or it does not parse."""


class ResourceError(ZhengmaiError):
    """The ontology or the named queries cannot be found."""


class Neo4jError(ZhengmaiError):
    """A Neo4j server cannot be reached or used."""
