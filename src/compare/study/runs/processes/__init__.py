"""Where work is done and what is done with one plan: read, coded and checked, here or in other processes.

In: plans that are stale. Out: what was read of each, or what went wrong with it. Knows nothing of tables and
outputs.
"""
