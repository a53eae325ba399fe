"""What sums of money are for, where the clause of a sum does not say.

In: the surroundings of a sum. Out: the words that name its money or say what it is spent on. Knows no
indicator.
"""
