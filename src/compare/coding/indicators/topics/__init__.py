"""What a statement is about where a document, section, list or table says it once for all of its values.

In: a statement, the words over it, the topics of the codebook. Out: the topic (``over``), the entries that a
statement may be under it (``under``). Knows nothing of what nearer words have been found to name.
"""
