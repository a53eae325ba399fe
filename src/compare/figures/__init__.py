"""Tables -> figures. Knows nothing of files; every word comes from the codebook's labels.

Each module of ``charts`` has a ``NAME``, the ``TABLES`` it needs, and ``draw(tables, labels, lang)``, which
gives charts that fit a page, none if there is nothing to show; ``registry`` lists them all.
"""
