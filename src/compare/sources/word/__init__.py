"""Word files: paragraphs with the numbers Word makes, tables, text boxes, notes.

In: bytes. Out: text and cells with offsets, as of every format. Knows nothing of what the text means.
"""
