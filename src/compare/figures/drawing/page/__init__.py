"""The page around and between charts: title, notes and source, panels, sections.

In: charts to be placed and the words around them. Out: pages, laid out by measured text. Knows no table.
"""
