"""Tables about several plans: the comparison, national targets, areas, changes between runs.

In: coded statements of all plans. Out: rows in which like stands beside like. Knows no Chinese grammar.
"""
