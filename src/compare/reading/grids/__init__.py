"""Tables of every kind to statements: ruled, piped, tabbed, flattened to lines.

In: the normalized view, and the cells a file format knew of. Out: grids of cells, what each column and row
says, and one statement a cell that holds a value. Reads no running text; what kind and scope the words of a
cell give, it asks the rules of ``sentences``.
"""
