"""One file a figure: each has ``NAME``, the ``TABLES`` it reads and ``draw``, which gives its charts.

In: tables, labels, a language. Out: :class:`~compare.figures.drawing.chart.Chart`, none where there is
nothing to show. Knows nothing of files, of other figures, and of how a table came about.
"""
