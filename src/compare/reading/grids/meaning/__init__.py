"""What the values of a table mean: whose, of what, in which unit, how strictly, by when, and of which kind.

In: a table that is understood (a ``Sheet``). Out: one statement a cell that holds a value, with the rule and
the words that decided each of its fields. Knows nothing of how the table was found.
"""
