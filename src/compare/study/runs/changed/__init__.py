"""What has changed since the last run: content hashes of sources, register, codebook and code.

In: the files of a study and the state the last run left. Out: the plans and outputs that are stale. Knows
nothing of how they are made again.
"""
