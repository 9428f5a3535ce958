"""Bytes of a file -> Witness: decoded characters, never an exception for a bad file."""
