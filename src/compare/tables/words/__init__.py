"""What codes, tables and messages are called, in Chinese and English.

In: codes and facts, and the wording of ``data/codebook/``. Out: words to be printed. Knows nothing of where
they are printed.
"""
