"""Work + Outline + Mentions -> Record: one document, complete, under its key.

Nothing is read here: what the stages before found is put in its place, responsibilities,
measures and places under their task, edits under their witness, findings under the
document; and the public JSON is made of it.
"""

from builder.assemble.between import lineage_json
from builder.assemble.public import public
from builder.assemble.record import assemble, key_of

__all__ = ["assemble", "key_of", "lineage_json", "public"]
