"""Terms: word use, themes and commitment, and wording shared between plans, counted with jieba.

In: the running text of plans that were read. Out: words, clauses and shared stretches as rows with offsets.
Knows nothing of indicators.
"""
