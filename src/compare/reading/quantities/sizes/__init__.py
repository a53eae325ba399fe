"""How large a number is.

In: a match of a number with its unit. Out: its size or the two ends of its range, where it ends, and the name
of the rule that read it. Knows nothing of what the number measures.
"""
