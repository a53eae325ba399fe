"""Wording that plans share, word for word or nearly, with both places.

In: clauses of the running text. Out: pairs of stretches with offsets. Knows nothing of indicators.
"""
