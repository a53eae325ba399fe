"""The codebook of a study: its files, its pages for people, and whether its examples hold.

In: the YAML files of ``data/codebook``. Out: the codebook as :mod:`compare.coding` wants it. Knows no plan.
"""
