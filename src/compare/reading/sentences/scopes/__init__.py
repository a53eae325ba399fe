"""The words that restrict a value to a part of the field.

In: the clause of a value, its noun, and what was spoken of before. Out: the restricting words, and the name
of the rule that found them. Knows nothing of kinds and dates.
"""
