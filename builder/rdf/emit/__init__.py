"""Records and lineage -> N-Quads lines, sorted and unique, each triple in exactly one graph.

One named graph a document, one for lineage, one for authorities (agencies, lines, places,
indicators, instants), one for provenance (texts, witnesses, repairs, rules), one for the
vocabulary.  What is emitted for each type stands in ``ontology/README.md``.
"""

from builder.rdf.emit.authorities import authorities, authorities_written
from builder.rdf.emit.documents import document, document_written
from builder.rdf.emit.links import lineage, lineage_written
from builder.rdf.emit.vocabulary import vocabulary

__all__ = [
    "authorities",
    "authorities_written",
    "document",
    "document_written",
    "lineage",
    "lineage_written",
    "vocabulary",
]
