"""What kind of statement money makes: sums and shares that are paid by rule, budgets, totals to be spent.

In: a sum or a share with the words around it. Out: its kind, and the name of the rule that decided. Knows
nothing of dates.
"""
