"""Bytes of a file -> Witness: decoded characters, never an exception for a bad file."""

from builder.ingest.reading import MAX_BYTES, read
from builder.ingest.sources import SourceFile, find_sources

__all__ = ["MAX_BYTES", "SourceFile", "find_sources", "read"]
