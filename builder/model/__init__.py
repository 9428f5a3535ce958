"""The types in which the stages meet: frozen, slotted, keyword-only dataclasses of tuples.

Law 1: every fact holds a span into the restored text; the text's origin map leads on to
the raw characters of the source file.  Law 2: every judgement names its maker.  Law 3:
nothing is dropped silently: what is odd becomes a finding.
"""
