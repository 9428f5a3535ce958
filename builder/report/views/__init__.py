"""What the report shows, arranged for a reader: plain values, no markup, no judgement.

Each view is made from the public JSON alone, one module a kind of question.
"""
