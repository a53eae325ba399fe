"""Spreadsheets: what each cell shows, tables with their titles and unit lines.

In: bytes. Out: text and cells with offsets, as of every format. Knows nothing of what the text means.
"""
