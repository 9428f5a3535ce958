"""Facts about the world, read from ``builder/data``: the only place that opens data files.

A table is CSV, a set of rules is TOML; the first lines of a CSV file that begin with
``#`` say what it is and where it comes from.  Everything is read once, on first use.
"""
