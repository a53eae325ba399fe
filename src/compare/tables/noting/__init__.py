"""Which parts of a study's tables an output reads, so that it is made again only where one of them changed.

In: the tables of a study. Out: the same tables, which note the columns and rows that are asked for. Knows
nothing of what outputs make of them.
"""
