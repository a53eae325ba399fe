"""The one error of this room."""

from __future__ import annotations

import re

#: Control characters, line separators, marks that reorder a line, and broken file names.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class SourceError(ValueError):
    """A file that cannot be read, said in one line for the person who supplied it.

    ``str(error)`` is ``"<place>: <problem>; <remedy>"`` and does not name the file, so that the
    caller can put the name in front. ``place`` says where in the file ("file name", "byte 120",
    "page 3", "word/document.xml"), ``remedy`` what the person can do about it.
    """

    def __init__(self, problem: str, *, place: str, remedy: str) -> None:
        self.place = one_line(place)
        self.remedy = one_line(remedy)
        super().__init__(f"{self.place}: {one_line(problem)}; {self.remedy}")


def one_line(text: str) -> str:
    """``text`` with every character made visible that could move a cursor or reorder a line.

    >>> one_line("a\\nb")
    'a\\\\nb'
    """
    return CONTROL.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)
