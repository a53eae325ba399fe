"""Numerals to quantities: number, unit, comparator, base, period, and the dates of the text.

In: the normalized view and the lexicon. Out: one role for every numeral, and a value with unit and
comparator where it is a quantity. Knows nothing of what is measured, nor of sentences as statements.

The grammar is ordered tables of rules (``compare.reading.rules``): ``roles`` (what a numeral is that is no
quantity, what only qualifies one, what counts among numbers in words), ``amounts`` (denominators, numbers
without unit), ``unwritten`` (units not written at the number), ``comparators``, ``bases`` and ``dates`` (the
force of a date). Every numeral, value and date tells the rule that made it.
"""
