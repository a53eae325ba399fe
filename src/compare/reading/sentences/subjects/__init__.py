"""Which noun of the text a value measures.

In: a value, the words around it and the subjects of the values before it. Out: the span of its noun, and the
name of the rule that found it. Knows nothing of kinds and deadlines.
"""
