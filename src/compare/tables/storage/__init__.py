"""The tables as files: schemas, dtypes, CSV, data package.

In: rows. Out: validated frames and the same bytes on every rerun; ``schemas.yaml`` describes each table
once. Knows nothing of what plans say.
"""
