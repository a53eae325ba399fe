"""Which of the dates around a value may govern it.

In: a value with its clause and sentence, and the dates of the text. Out: a date, or none, by each of the ways
in which one can govern. Knows nothing of which way goes before another, and of what is measured.
"""
