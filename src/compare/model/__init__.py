"""The nouns of the project: frozen values, no I/O, no pandas.

Out: what the rooms hand each other, imported from ``compare.model`` and never from a module within. They know
nothing of how they are made. Every ``start``/``end`` pair is a half-open span of characters in the text of
one source: ``text[start:end]`` is the quotation. Nothing here ever alters that text.
"""

from compare.model.coded import Coded, Means, MeansOfPlan, Milestone
from compare.model.documents import Cell, Document, Furniture, Recognised, Remark, Span, Table
from compare.model.messages import Amount, Code, Fact, Finding, Phrase, Severity
from compare.model.plans import Plan, Status
from compare.model.readings import Cited, Header, Item, Passage, PastPart, Reading, Relation, Responsibility
from compare.model.statements import (
    CAPS,
    FLOORS,
    Binding,
    Comparator,
    Kind,
    Numeral,
    Reason,
    Role,
    Statement,
)
from compare.model.views import TextView

__all__ = [
    "CAPS",
    "FLOORS",
    "Amount",
    "Binding",
    "Cell",
    "Cited",
    "Code",
    "Coded",
    "Comparator",
    "Document",
    "Fact",
    "Finding",
    "Furniture",
    "Header",
    "Item",
    "Kind",
    "Means",
    "MeansOfPlan",
    "Milestone",
    "Numeral",
    "Passage",
    "PastPart",
    "Phrase",
    "Plan",
    "Reading",
    "Reason",
    "Recognised",
    "Relation",
    "Remark",
    "Responsibility",
    "Role",
    "Severity",
    "Span",
    "Statement",
    "Status",
    "Table",
    "TextView",
]
