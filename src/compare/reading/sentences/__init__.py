"""Quantities of running text to statements: subject, scope, kind, deadline, distribution.

In: the quantities and dates that ``quantities`` found, with their clauses. Out: statements, each with the
spans of its words. Knows nothing of tables and of indicators.
"""
