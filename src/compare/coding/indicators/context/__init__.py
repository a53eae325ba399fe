"""The words around a statement that may say what it measures.

In: a statement with its text and passages. Out: clause, part, sentence and headings (``extents``), what of
them is the statement's own (``own``) and what it may be coded by, nearest first (``surroundings``).
Knows nothing of the codebook.
"""
