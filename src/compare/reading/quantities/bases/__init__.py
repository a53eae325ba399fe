"""What a value is counted or paid for each of, and for which period: 每百户, 人均, 每人每月.

In: a unit with the words before and behind it. Out: the unit with its base (张/千人), the period. Knows
nothing of subjects.
"""
