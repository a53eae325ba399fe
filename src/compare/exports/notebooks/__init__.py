"""Notebooks: running them, and what they show.

In: the tables through :func:`compare.load`. Out: tables and figures in both languages, and executed
notebooks as pages. Knows nothing of what a notebook asks: it holds questions and no logic, which is here and
below.
"""
