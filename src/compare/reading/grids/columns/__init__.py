"""What the columns of a table are by their heads and cells: values of what, units, dates, names, areas.

In: a grid. Out: the sort and the label of each column. Knows nothing of statements.
"""
