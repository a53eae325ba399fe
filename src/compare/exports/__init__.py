"""Tables and figures -> what leaves the project: workbook, figure files, executed notebooks.

Every function takes the tables (:class:`compare.tables.dataset.Dataset`) and knows nothing of how
they came about. What is written depends on the tables only: the same bytes on every rerun.
"""
