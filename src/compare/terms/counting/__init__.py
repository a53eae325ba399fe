"""Words counted: segmentation, counts, keyness, similarity.

In: clauses of the running text. Out: counts and statistics of them. Knows nothing of indicators.
"""
