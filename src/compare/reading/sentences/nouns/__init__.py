"""The noun phrases before and behind a value, cut to what names something.

In: the words around a value. Out: spans of noun phrases, which may be empty. Knows nothing of what a value is
and of other values.
"""
