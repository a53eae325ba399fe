"""Milestones: by when somebody will have done something that can be checked, where no value says how much.

In: the clauses of a task item and the dates in them. Out: milestones, each with what its action is done to
(``object_rules.py``) and by when (``clause_dates.py``). Knows nothing of the levels of instruments.
"""
