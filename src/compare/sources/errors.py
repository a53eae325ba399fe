"""The one error of this room."""

from __future__ import annotations


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
    """``text`` with every character that could move a terminal's cursor made visible.

    >>> one_line("a\\nb")
    'a\\\\nb'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
