"""Which base a value shares with words before it (每万人…4人,到2025年4.66人).

In: the values of a text with their clauses and subjects. Out: the words that name the base, and the name of
the rule that found them. Knows nothing of the kind of a statement and of its dates.
"""
