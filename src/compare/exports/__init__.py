"""Tables and figures -> what leaves the project: workbook, report, figure files, explorer page,
executed notebooks, bundle.

Every function takes the tables (:class:`compare.tables.dataset.Dataset`) and knows nothing of how
they came about. What is written depends on the tables only: the same bytes on every rerun. Each export
is imported from its own module: a notebook that shows a table needs neither Word nor Excel.
"""
