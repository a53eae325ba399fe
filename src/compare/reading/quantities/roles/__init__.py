"""What a numeral is before it is read as a quantity: a date, an ordinal, a ratio, part of a name.

In: a numeral where it stands. Out: its role and how far it reaches, by the first rule that applies. Knows
nothing of what is measured.
"""
