"""What a statement takes from what stands before it, where its own words do not say what it measures.

In: the statements coded before it, and its surroundings. Out: an indicator, with the rule by which it was
carried over (``rules.py``). Knows nothing of files and tables.
"""
