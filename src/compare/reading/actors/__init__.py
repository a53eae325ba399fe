"""Who is responsible: departments in lines, brackets and columns of tables.

In: the normalized view and the passages. Out: one responsibility for each department and task, with the
words as written and their role. Knows no function of government: that is the codebook's.
"""
