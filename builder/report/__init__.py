"""The audit report and its working papers, read from a graph."""
