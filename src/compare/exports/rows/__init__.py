"""Tables as they are printed: plain rows of text and numbers in both languages, and their columns.

In: the tables and the labels. Out: plain rows, the same for workbook, page and notebooks. Knows no
file format.
"""
