"""Figures: one table, or several, to matplotlib figures that fit a page.

In: tables, labels, a language. Out: what each module of ``charts`` draws, a chart to a page, none if there is
nothing to show; ``registry`` lists them all. Knows nothing of files, and no word that is not a label of the
codebook.
"""
