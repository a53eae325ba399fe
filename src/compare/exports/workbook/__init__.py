"""The Excel workbook: sheets, matrix, native charts, print set-up.

In: the tables and their printed rows. Out: one xlsx file, the same bytes on every rerun. Knows nothing
of how tables came about.
"""
