"""PDF files: characters to lines, lines to paragraphs, rules to tables.

In: bytes. Out: text and cells with offsets, as of every format. Knows nothing of what the text means.
"""
