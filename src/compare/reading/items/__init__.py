"""Task items: the unit that a plan's means are coded in, and the clauses they are made of.

In: a reading (passages, departments, furniture). Out: items (a numbered item with what stands under it,
a row of a task table, a paragraph where nothing is numbered), which of them say the same again, and the
clauses of the running text. Knows no instrument and no indicator.
"""
