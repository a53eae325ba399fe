"""Codes for statements that no rule codes, by weights learned from coded texts.

In: a statement in its surroundings, and the weights of a codebook (``weights.py``). Out: an indicator with
its probability and what weighed most (``codes.py``), nothing where the weights are not sure or the entry
refuses the statement. Knows nothing of patterns: what they coded is decided before it is asked.
"""
