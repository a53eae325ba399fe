"""Policy instruments and milestones: task items and ``instruments.yaml`` to coded means.

In: a reading, its items and clauses, and the codebook of instruments. Out: which instrument an item
carries, at what level, by which words; and dated commitments. Knows no indicator, no file and no pandas.
"""
