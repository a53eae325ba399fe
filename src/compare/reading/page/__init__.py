"""The text of a document as it lies on the page: normalized view, clauses, outline, furniture.

In: the text as it was read from the file. Out: a view in which grammar can be matched, offsets that lead
back to every character of the original, and the spans of clauses, headings and of what is not the plan's.
Knows no quantity and no unit.
"""
