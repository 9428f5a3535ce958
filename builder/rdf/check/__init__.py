"""The gate: SHACL on each document as it comes, and once on what stands between documents.

``document`` and ``corpus`` are what a build calls and give findings; ``graph`` checks a
finished store and gives violations; ``turtle`` writes those as a standard report.  What
each rule is, and on what it is checked, stands in ``ontology/shapes/``.
"""

from builder.rdf.check.report import turtle
from builder.rdf.check.staged import corpus, document, document_violations, graph
from builder.rdf.check.violations import Violation, finding

__all__ = [
    "Violation",
    "corpus",
    "document",
    "document_violations",
    "finding",
    "graph",
    "turtle",
]
