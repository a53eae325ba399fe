"""Regions by their names, with the codes of GB/T 2260, and their names in English.

In: names as plans write them. Out: regions of the gazetteer. Knows nothing of statements.
"""
