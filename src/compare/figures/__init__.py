"""One table -> one figure. Knows nothing of files; every word comes from the codebook's labels.

``topics``, ``matrix``, ``dots``, ``deadlines``, ``allocations`` and ``responsibilities`` each have
``draw`` (one chart, as tall as it needs to be) and ``pages`` (charts that fit a page, none if there
is nothing to show); ``registry`` lists them all.
"""
