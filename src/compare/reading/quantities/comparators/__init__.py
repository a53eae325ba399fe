"""How strictly a value binds: at least, at most, about, or just so.

In: a value with its unit and the words of its clause. Out: its comparator with the rule and the words that
gave it, also where one comparator is written for several values. Knows nothing of what is measured.
"""
