"""What leaves the project: workbook, report, figure files, explorer page, executed notebooks, bundle.

In: the tables (:class:`compare.tables.dataset.Dataset`) and the figures drawn of them. Out: files, the same
bytes on every rerun. Knows nothing of how the tables came about. Each export is imported from its own module:
a notebook that shows a table needs neither Word nor Excel.
"""
