"""The explorer: one HTML page in which every value opens its sentence.

In: the tables and the texts of the plans. Out: one file that needs no network, the same bytes on every
rerun. Knows nothing of how the tables came about; ``page/`` holds its script, style and template.
"""
