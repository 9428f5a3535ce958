"""处理提示: findings as nodes, with their words in both languages."""

from builder.lexicon import findings as lexicon
from builder.model.finding import Finding
from builder.model.span import Span
from builder.rdf import namespace as zm
from builder.rdf.names import DocumentNames, concept, digest
from builder.rdf.quads import Quads

__all__ = ["document_finding", "finding", "restored_span"]

RAW_STAGES = ("ingest-", "restore-")


def document_finding(quads: Quads, names: DocumentNames, found: Finding) -> None:
    """Write a finding of one document, with its provision and its words."""
    me = finding(quads, names.document, names.of("finding", found.code, _content(found)), found)
    if found.provision:
        quads.add(me, zm.STATED_IN, names.provision(found.provision))
    span = restored_span(found)
    if span is not None:
        quads.add(me, zm.EVIDENCE, names.evidence(span))


def finding(quads: Quads, document: str, me: str, found: Finding) -> str:
    """Write a finding without its place; gives its IRI."""
    quads.add(document, zm.HAS_FINDING, me)
    quads.add(me, zm.RDF_TYPE, zm.Finding)
    quads.string(me, zm.FINDING_CODE, found.code)
    quads.add(me, zm.SEVERITY, concept("severity", found.severity))
    quads.strings(me, zm.DETAIL, (f"{name}={value}" for name, value in found.details))
    if found.code in lexicon.codes():
        words = lexicon.words(found)
        quads.tagged(me, zm.MESSAGE, words.zh)
        quads.tagged(me, zm.MESSAGE, words.en, "en")
        quads.tagged(me, zm.NEXT_STEP, words.next_zh)
        quads.tagged(me, zm.NEXT_STEP, words.next_en, "en")
    return me


def restored_span(found: Finding) -> Span | None:
    """Give the span of a finding in the restored text.

    None where the finding was made before there was one: its span is in the raw text.
    """
    return None if found.code.startswith(RAW_STAGES) else found.span


def _content(found: Finding) -> str:
    span = "" if found.span is None else f"{found.span.start}-{found.span.end}"
    return digest(found.source, found.provision, span, *(f"{n}={v}" for n, v in found.details))
