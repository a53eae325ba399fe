"""The report in Word: chapters, footnotes with the evidence, figures.

In: the tables, their printed rows, the figure files. Out: one docx file a language, the same bytes on every
rerun. Knows nothing of how tables came about.
"""
