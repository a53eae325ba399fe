"""A run: what is stale, reading it, the tables, then outputs that depend on them.

In: the study's files and what the last run left behind. Out: tables and outputs, replaced all together or not
at all. Knows nothing of formats, patterns and charts.
"""
