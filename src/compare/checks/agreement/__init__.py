"""How far two codings of the same plans agree: per cent and Krippendorff's alpha.

In: two codings, cell by cell. Out: agreement with its counts. Knows nothing of how a coding came about.
"""
