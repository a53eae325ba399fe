"""Numerals to quantities: number, unit, comparator, base, period, and the dates of the text.

In: the normalized view and the lexicon. Out: one role for every numeral, and a value with unit and
comparator where it is a quantity. Knows nothing of what is measured, nor of sentences as statements.
"""
