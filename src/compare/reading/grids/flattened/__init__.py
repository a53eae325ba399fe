"""Tables that became lines of text: one cell a line, or cells between bars.

In: lines of a text that is no table any more. Out: grids of cells. Knows nothing of what the cells say.
"""
