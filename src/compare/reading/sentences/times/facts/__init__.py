"""What is so already, by the words and the dates around a value: a fact, and no target.

In: a value with its sentence, its deadline and its kind so far (a ``Timing``). Out: its kind and deadline,
and the name of the rule that decided. Knows nothing of how the governing date was found, and of what is
measured.
"""
