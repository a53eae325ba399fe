"""What all figures are drawn with: style, fonts, axes, marks, measured text, grids, panels.

In: values and words that are ready to be drawn. Out: artists on a matplotlib figure, measured so that
nothing overlaps. Knows no table.
"""
