"""Fonts and text of figures: measured and broken into lines before it is drawn.

In: words and the width they have. Out: lines, their size in points, and fonts that are embedded. Knows
nothing of charts.
"""
