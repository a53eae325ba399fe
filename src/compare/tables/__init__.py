"""Tables: what was read and coded to tidy tables, and the view of them that researchers use.

In: statements, codes and findings of plans. Out: validated tables (``storage`` describes each once, writes it
and reads it; ``making`` and ``comparing`` make their rows) and the questions ``dataset`` answers from them,
which is what ``compare.load()`` returns. Knows no Chinese grammar.
"""
