"""The codebook: indicators, scopes, departments and equivalences as frozen values.

In: the parsed YAML of ``data/codebook/``. Out: a ``Codebook``, or one error that names entry and remedy.
Knows no text of a plan.
"""
