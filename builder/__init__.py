"""zhengmai: Chinese policy documents in, a validated knowledge graph out.

Data flows one way: ingest -> restore -> collate -> structure -> extract -> assemble
-> lineage -> rdf -> store.  Only :mod:`builder.pipeline` knows that order; the stages
meet in the types of :mod:`builder.model`.
"""

__version__ = "0.1.0"
