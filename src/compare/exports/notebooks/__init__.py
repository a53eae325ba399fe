"""Notebooks: running them, and what they show.

In: the tables through :func:`compare.load`. Out: tables and figures in both languages, and executed
notebooks as pages. A notebook holds questions and no logic: the logic is here and below.
"""
