"""The data set as DCAT describes it: what it is, and which documents it holds."""

from collections.abc import Iterable

from builder.rdf import namespace as zm
from builder.rdf.names import Names
from builder.rdf.quads import Quads

__all__ = ["dataset"]

TITLE = ("政策文件承接关系图谱", "Lineage graph of policy documents")
LIMIT = (
    "只反映文件文本之间的承接关系，不反映实际执行情况，不构成审计结论。",
    "It shows how texts carry on from texts: nothing about execution, and no conclusion.",
)


def dataset(names: Names, keys: Iterable[str]) -> Quads:
    """Give the part of the provenance graph that describes the data set."""
    quads = Quads(names.graph("provenance"))
    me = names.of("dataset")
    quads.add(me, zm.RDF_TYPE, zm.DcatDataset)
    for predicate, (zh, en) in ((zm.DCTERMS_TITLE, TITLE), (zm.DCTERMS_DESCRIPTION, LIMIT)):
        quads.tagged(me, predicate, zh)
        quads.tagged(me, predicate, en, "en")
    quads.string(me, zm.DCTERMS_LANGUAGE, "zh")
    quads.add_all(me, zm.DCTERMS_HAS_PART, map(names.document, keys))
    return quads
