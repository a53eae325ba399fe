"""The head and the signature of a document: title, number, issuer, dates, horizon, annexes.

In: the normalized view without furniture. Out: one :class:`~compare.model.Header`; what is not stated
stays empty. Knows nothing of quantities beyond the years it needs.
"""
