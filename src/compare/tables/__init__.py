"""Statements -> tidy tables: their schemas, reading and writing, and the view researchers use.

``storage`` describes each table once, writes it and reads it; ``making`` and ``comparing`` make their rows;
``stored_tables`` are those of a folder, and ``dataset`` what ``compare.load()`` returns: these tables and the
questions a researcher asks of them. No Chinese grammar is known here.
"""
