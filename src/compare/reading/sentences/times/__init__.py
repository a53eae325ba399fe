"""What time a value is stated for: its deadline, and whether what it tells is so already.

In: the dates of the text, its outline, a value with its sentence. Out: the date that governs it (``dates``,
``deadlines``), the parts that look back (``hindsight``), and its kind after all that (``facts``). Knows
nothing of nouns.
"""
