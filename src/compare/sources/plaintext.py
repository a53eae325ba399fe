"""Plain text and Markdown: the text as it stands, with what is not the plan's own marked.

Nothing is added or removed. Line ends in mid-sentence, struck-through text and the marks of notes are
furniture inside a sentence, which goes on without them. In plain text the HTML tags that a careless
export leaves behind are furniture; in Markdown so are comments, front matter, heading marks and the
rules under table heads, and pipe tables become tables whose cells are spans of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from compare.model import Cell, Document, Furniture, Span, Table
from compare.sources.decoding import decode
from compare.sources.layout import is_note_mark, merged
from compare.sources.spaced_tables import spaced_tables
from compare.sources.wrapping import soft_ends

# Tags of HTML by name, so that a plain "<" or "<5%" stays text. The name may run into its
# attributes ("<divclass=…>"), as exports that strip white space leave it.
_TAG = re.compile(
    r"</?(?:p|div|span|br|hr|h[1-6]|center|strong|b|i|u|em|font|a|img|ul|ol|li|table|tbody|thead|tr|td|th"
    r"|style|script|section|article)(?:(?:\s|/|class|id|style|align|width)[^<>]{0,2000})?>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n(?:[^\n]*+\n){0,200}?(?:---|\.\.\.)(?=\n|\Z)")
_HEADING_MARK = re.compile(r"^ {0,3}#{1,6}(?=[ \t\u3000])", re.MULTILINE)
# Possessive, so that a long line of dashes or blanks costs its length once.
_RULE = re.compile(r" {0,3}\|?+[ \t]*+:?+-++:?+[ \t]*+(?:\|[ \t]*+:?+-++:?+[ \t]*+)*+\|?+[ \t]*+")
_LINE = re.compile(r"[^\n]+")
_TAG_STRUCK = re.compile(r"<(del|s|strike)\b[^<>\n]{0,200}>[^<>\n]{0,2000}</\1\s*>", re.IGNORECASE)
_TAG_RAISED = re.compile(r"<sup\b[^<>\n]{0,200}>([^<>\n]{1,20})</sup\s*>", re.IGNORECASE)
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,2000}~~")
_EMPHASIS = re.compile(r"\*{2,3}(?=[^\s*])|(?<=[^\s*])\*{2,3}")
_NOTE_CALL = re.compile(r"\[\^[^\]\n]{1,40}\]:?")
_NOTE_TEXT = re.compile(r"^\[\^[^\]\n]{1,40}\]:[ \t]*([^\n]+)", re.MULTILINE)
# — 12 —, 第12页 共30页: a number alone on a line may be a cell as well.
_PAGE_NUMBER = re.compile(
    r"[ \t\u3000]{0,80}(?:[-—–－]{1,2}[ \t]?[0-9０-９]{1,4}[ \t]?[-—–－]{1,2}"
    r"|第[ \t]?[0-9]{1,4}[ \t]?页(?:[ \t]?[,，/]?[ \t]?共[ \t]?[0-9]{1,4}[ \t]?页)?)\s{0,80}"
)
_PIPE = re.compile(r"(?<!\\)\|")


def read_txt(data: bytes) -> Document:
    """Plain text. Tables not set by blanks are lines like all others (see ``compare.reading``)."""
    decoded = decode(data)
    text = decoded.text
    tables = spaced_tables(text)
    inside = (*_markup_inside(text), *_soft_ends(text, tables))
    tags = _furniture(_TAG, text, "markup") if "<" in text else ()
    return Document(text, "txt", tables, merged((*decoded.damage, *inside, *tags)))


def read_md(data: bytes) -> Document:
    """Markdown with pipe tables."""
    decoded = decode(data)
    text = decoded.text
    tables, rules = _tables(text)
    furniture = (
        *decoded.damage,
        *_comments(text),
        *_furniture(_FRONT_MATTER, text, "front matter"),
        *_furniture(_HEADING_MARK, text, "markup"),
        *_markup_inside(text),
        *_furniture(_STRUCK, text, "struck-through text", inside=True),
        *_furniture(_EMPHASIS, text, "markup", inside=True),
        *_furniture(_NOTE_CALL, text, "note mark", inside=True),
        *(_furniture(_TAG, text, "markup") if "<" in text else ()),
        *rules,
    )
    soft = _soft_ends(text, tables)
    notes = tuple(Span(*match.span(1)) for match in _NOTE_TEXT.finditer(text))
    return Document(text, "md", tables, merged((*furniture, *soft)), notes)


def _markup_inside(text: str) -> tuple[Furniture, ...]:
    """Struck-through text and marks of notes that tags of HTML tell of."""
    if "</" not in text:
        return ()
    raised = (
        Furniture(*match.span(), "note mark", inside=True)
        for match in _TAG_RAISED.finditer(text)
        if is_note_mark(text[max(match.start() - 3, 0) : match.start()], match[1])
    )
    return (*_furniture(_TAG_STRUCK, text, "struck-through text", inside=True), *raised)


def _soft_ends(text: str, tables: Sequence[Table]) -> tuple[Furniture, ...]:
    """Line ends in mid-sentence, with the blanks around them and the number of a page between them; none
    beside the rows of a table."""
    texts = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in texts)]
    kept = _without_page_numbers(texts)
    found = []
    for (index, following), soft in zip(
        pairwise(kept), soft_ends([texts[index] for index in kept]), strict=False
    ):
        if soft:
            start = starts[index] + len(texts[index].rstrip())
            end = starts[following] + len(texts[following]) - len(texts[following].lstrip())
            if not any(table.start <= end and start <= table.end for table in tables):
                found.append(Furniture(start, end, "line end", inside=True))
    return tuple(found)


def _without_page_numbers(texts: Sequence[str]) -> list[int]:
    """The indices of lines that are neither the number of a page nor blank beside one."""
    left_out: set[int] = set()
    for index, line in enumerate(texts):
        if _PAGE_NUMBER.fullmatch(line):
            left_out.add(index)
            for step in (-1, 1):
                beside = index + step
                while 0 <= beside < len(texts) and not texts[beside].strip():
                    left_out.add(beside)
                    beside += step
    return [index for index in range(len(texts)) if index not in left_out]


def _furniture(
    pattern: re.Pattern[str], text: str, reason: str, *, inside: bool = False
) -> tuple[Furniture, ...]:
    return tuple(Furniture(m.start(), m.end(), reason, inside) for m in pattern.finditer(text))


def _comments(text: str) -> tuple[Furniture, ...]:
    # Searching for an end that never comes would cost the rest of the text for each "<!--".
    if "-->" not in text:
        return ()
    return _furniture(_COMMENT, text[: text.rindex("-->") + 3], "comment")


def _tables(text: str) -> tuple[tuple[Table, ...], tuple[Furniture, ...]]:
    """Pipe tables (GitHub Flavored Markdown 4.10): a head, a rule of as many columns, rows."""
    tables: list[Table] = []
    rules: list[Furniture] = []
    if "|" not in text:
        return (), ()
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    index = 1
    while index < len(lines):
        head, rule = lines[index - 1], lines[index]
        if not (_adjacent(head, rule) and _is_rule(text, head, rule)):
            index += 1
            continue
        rows = [head]
        last = rule
        index += 1
        while index < len(lines) and _adjacent(last, lines[index]) and "|" in text[slice(*lines[index])]:
            last = lines[index]
            rows.append(last)
            index += 1
        cells = tuple(cell for row, line in enumerate(rows) for cell in _row(text, row, *line))
        tables.append(Table(head[0], last[1], cells))
        rules.append(Furniture(*rule, "markup"))
        index += 1
    return tuple(tables), tuple(rules)


def _adjacent(above: tuple[int, int], below: tuple[int, int]) -> bool:
    return below[0] == above[1] + 1


def _is_rule(text: str, head: tuple[int, int], rule: tuple[int, int]) -> bool:
    if "|" not in text[slice(*head)] or not _RULE.fullmatch(text, *rule):
        return False
    return len(list(_row(text, 0, *head))) == len(list(_row(text, 0, *rule)))


def _row(text: str, row: int, start: int, end: int) -> Iterator[Cell]:
    """The cells of one line, without the pipes and blanks around them."""
    bounds = [start - 1, *(m.start() for m in _PIPE.finditer(text, start, end)), end]
    pieces = list(zip((b + 1 for b in bounds), bounds[1:], strict=False))
    if not text[slice(*pieces[0])].strip():
        del pieces[0]
    if pieces and not text[slice(*pieces[-1])].strip():
        del pieces[-1]
    for column, (left, right) in enumerate(pieces):
        piece = text[left:right]
        inner = piece.strip()
        begin = left + len(piece) - len(piece.lstrip()) if inner else left
        yield Cell(row, column, begin, begin + len(inner))
