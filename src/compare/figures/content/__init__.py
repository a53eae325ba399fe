"""What figures show, before anything is drawn: cells in words, selection, order, source line.

In: rows of the tables. Out: frozen values and short texts in one language. Knows nothing of matplotlib.
"""
