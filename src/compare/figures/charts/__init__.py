"""One file a figure: each has ``NAME``, ``draw`` (one chart) and ``pages`` (charts that fit a page).

In: tables, labels, a language. Out: :class:`~compare.figures.drawing.chart.Chart`, none where there is
nothing to show. Knows nothing of files, of other figures, and of how a table came about.
"""
