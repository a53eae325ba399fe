"""The register of plans: ``plans.yaml``, new files, newer editions of a plan.

In: files in ``data/raw``. Out: checked entries of the register. Knows nothing of what a plan says.
"""
