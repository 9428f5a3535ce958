"""The gate: SHACL on each document as it comes, and once on what stands between documents.

``document``, ``between`` and ``guarded`` are what a build calls, on lines before there is a
store where they can; ``corpus`` checks in a finished store what documents share, ``graph``
the whole of it; ``turtle`` writes violations as a standard report.  What
each rule is, and on what it is checked, stands in ``ontology/shapes/``.
"""

from builder.rdf.check.report import turtle
from builder.rdf.check.staged import (
    between,
    corpus,
    described,
    document,
    document_violations,
    graph,
    guarded,
)
from builder.rdf.check.violations import Violation, finding

__all__ = [
    "Violation",
    "between",
    "corpus",
    "described",
    "document",
    "document_violations",
    "finding",
    "graph",
    "guarded",
    "turtle",
]
