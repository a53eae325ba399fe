"""What of the words around a statement is its own.

In: a statement and the clause that it stands in. Out: its stretch of the clause (``clause_stretch.py``), its
subject with what is done to it (``acts.py``), and what it says of itself (``statement_words.py``). Knows
nothing of headings, titles and the codebook.
"""
