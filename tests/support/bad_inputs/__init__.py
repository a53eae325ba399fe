"""What goes wrong in a study, made by hand: each case is what a row of ``docs/bad-input.md`` describes.

``python -m tests.support.bad_inputs`` writes the tables of that page anew.
"""
