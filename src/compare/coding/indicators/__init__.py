"""Which indicator a statement is about: patterns of the codebook, the nearest words first.

In: a statement, the words and headings around it, the codebook. Out: the entries that may be meant, each with
what refuses it. Knows nothing of scopes, of the statements before and of what people corrected.
"""
