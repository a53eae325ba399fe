"""Web pages: decoded, parsed, the plan told from what surrounds it, blocks to lines and tables.

In: bytes. Out: text and cells with offsets, as of every format. Knows nothing of what the text means.
"""
