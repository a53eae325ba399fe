"""What a person should look at first: statements and policy instruments in doubt, worst first.

In: tables of a study with their findings. Out: the queue, each entry with its reasons. Knows nothing of how
it is shown.
"""
