"""Statements -> tidy tables: their schemas, reading and writing, and the view researchers use.

``schemas`` describes each table once; ``rows`` and ``comparison`` make them; ``io`` writes and
reads them; ``dataset`` is what ``compare.load()`` returns. No Chinese grammar is known here.
"""
