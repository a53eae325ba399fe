"""How strictly a clause binds, by the word that governs it; one reading for clauses and for instruments.

In: the text of a clause (and where in it the thing stands that is asked about) and the levels of
``commitment.yaml``. Out: a level and the word that decided it. Knows no theme and no instrument.
"""
