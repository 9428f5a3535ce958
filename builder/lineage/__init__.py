from builder.model.lineage import Lineage
def link(records, expected=()): return Lineage(absent=(),resolutions=(),documents=(),pairs=(),findings=())
