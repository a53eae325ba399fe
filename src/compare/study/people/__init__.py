"""What people do with results: review, correct, code a second time, compare two runs.

In: the published tables. Out: questions on the terminal and entries of ``corrections.yaml``. Never alters
a plan or a table.
"""
