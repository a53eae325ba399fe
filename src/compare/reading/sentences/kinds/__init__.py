"""What kind of statement a value makes by its words: target, standard or parameter.

In: a value with the words around it. Out: its kind, and the name of the rule that decided. Knows nothing of
dates.
"""
