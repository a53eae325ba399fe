"""Which scope of the codebook a statement holds for: 新建, 农村, 五级; the whole area where nothing says so.

In: a statement that has been coded, and its surroundings. Out: the scope, the words that say it, and the rule
by which they do (``rules.py``). Knows nothing of how the indicator was found.
"""
