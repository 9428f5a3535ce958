"""The audit report and its working papers, read from the public JSON of a built graph.

``corpus`` loads documents and lineage from a folder; ``views`` arranges them for a reader;
``html``, ``ledger`` and ``evidence`` write the report, the task ledger and evidence sheets;
``compare`` shows gains and losses between two exports.
"""
