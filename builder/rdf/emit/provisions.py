"""条款: the numbered parts of a document, in order of the text."""

from builder.model.record import Record
from builder.rdf import namespace as zm
from builder.rdf.emit.evidence import own_spans
from builder.rdf.names import DocumentNames, concept
from builder.rdf.quads import Quads

__all__ = ["provisions"]


def provisions(quads: Quads, names: DocumentNames, record: Record) -> None:
    """Write every provision, of any depth."""
    own = own_spans(record.provisions)
    for order, provision in enumerate(record.provisions, 1):
        me = names.provision(provision.id)
        quads.add(names.document, zm.HAS_PROVISION, me)
        quads.add(me, zm.RDF_TYPE, zm.Provision)
        quads.string(me, zm.PROVISION_ID, provision.id)
        quads.string(me, zm.LABEL, provision.label)
        quads.string(me, zm.HEADING, provision.heading)
        quads.integer(me, zm.ORDER, order)
        quads.add(me, zm.PROVISION_KIND, concept("provision-kind", provision.kind))
        quads.add(me, zm.PROVISION_ROLE, concept("provision-role", provision.role))
        quads.string(me, zm.RULE, provision.role_rule)
        quads.string(me, zm.TEXT, "\n".join(span.of(record.text) for span in provision.body))
        quads.add(me, zm.EVIDENCE, names.evidence(own[provision.id]))
        if provision.parent is not None:
            quads.add(me, zm.PARENT, names.provision(provision.parent))
    known = own.keys()
    for mention in record.mentions.place_mentions:
        if mention.provision in known:
            me = names.provision(mention.provision)
            quads.add(me, zm.CONCERNS_PLACE, names.names.place(mention.place))
