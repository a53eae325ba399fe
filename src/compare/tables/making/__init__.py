"""Plans that were read to the rows of each table.

In: statements, codes and findings of plans, and the tables of plans that were not read again. Out: rows and
frames by table. Knows no file.
"""
