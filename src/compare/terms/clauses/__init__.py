"""The running text as clauses: themes, levels of commitment, who is named.

In: passages and statements of a plan. Out: clauses with their codes, and shares of them. Knows nothing
of single indicators.
"""
