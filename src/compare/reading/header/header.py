"""What a document says about itself: title, number, issuer, dates, horizon, annexes.

The layout is that of GB/T 9704-2012 (title, document number, addressee, body, signature with its
date, annexes) as web pages print it: often the notice that issues a plan (关于印发…的通知) comes
first and the plan with its own title after it. Only the head of a text up to its first heading and
its last lines are looked at; what they do not say stays "".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compare.model import Header, TextView
from compare.reading.cues import DOCUMENTS
from compare.reading.header.document_dates import effective_on, labelled, published_first, span_of_years
from compare.reading.header.issuer import OWN_NUMBER, adoption, document_number, issuer, signature, spoken_on
from compare.reading.header.names import annexes, is_organisation, verbatim

_HEAD_LENGTH = 4000
_TAIL_LENGTH = 1500
_SENTENCE = 40  # a line with a full stop and more characters than this is body text

_FIRST_HEADING = re.compile(r"\n#*(?:一、|第一[编章条]|\(一\)|1[.、](?![0-9]))")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,80}>")
_MARKDOWN = re.compile(r"^#{1,6}|\*{2,3}", re.MULTILINE)
_LINE = re.compile(r"[^\n]+")

_TITLE = re.compile(
    rf"[^。;:!?|\n]{{3,100}}(?:{DOCUMENTS}|报告|行动|[一二三四五六七八九十]{{1,3}}条)(?:\([^()\n]{{1,30}}\)){{0,2}}"
)
_NOTICE = re.compile(
    r"(?:关于(?:印发|转发|批转|下发|发布|公布|颁布)|(?:(?<=[:\n室厅府委局部会])|^)(?:印发|转发|批转))"
    r"(?:(?P<name>[^。;:|]{4,140}?)的(?:通知|公告|通告|函|决定|令)(?=[\n(〔]|$)|《(?P<quoted>[^《》]{4,100})》(?=\n))"
)
_NOTE = re.compile(
    r"\n+(?P<note>\((?:[0-9]{4}(?!年[0-9]{1,2}月)[^()\n]{0,12}|试行|暂行|草案|修订|征求意见稿)\))(?=\n|$)"
)
_APPROVED = re.compile(r"《(?P<name>[^《》\n]{4,100})》,?(?:已|业)经?[^。]{0,60}(?:同意|通过|审定|批准|印发)")
_ASKED = re.compile(r"征求(?:对|关于)?《(?P<name>[^《》\n]{4,100})》[^。\n]{0,12}意见")
# 近日,某市人民政府办公室印发《…》,全文如下: how a newspaper hands a plan on.
_REPORTED = re.compile(
    r"(?:^|[,。\n])(?:近日|日前|[0-9]{1,2}月[0-9]{1,2}日)?,?(?P<by>[^,。;:《》\n0-9]{4,40}?)(?:正式)?(?:印发|出台|发布|公布|下发)了?"
    r"《(?P<name>[^《》\n]{4,100})》[^。\n]{0,12}(?:全文|原文|具体内容)"
)
# 现将《…》印发给你们: what a notice hands on, where its own title (关于印发…的通知) is not at hand.
_HANDED_ON = re.compile(
    r"现将(?:[^。《》\n]{0,40}?)《(?P<name>[^《》\n]{4,100})》(?:\([^()\n]{1,20}\))?,?(?:予以|随文|正式)?(?:印发|下发|转发|发|公布|发布)"
)
_BULLET = re.compile(r"^[#>*·∙•◆■●—-]+")

_ANNEX_LABEL = re.compile(r"附(?:件|表|录)[0-9一二三四五六七八九十]{0,2}[:.]?")
_NUMBER_YEAR = re.compile(r"[〔\[(]([12][0-9]{3})[〕\])]")
# Of no span of years and no horizon (第十四个五年规划和2035年远景目标纲要, 面向2035年的…).
_TITLE_YEAR = re.compile(
    r"(?<![0-9至到向~—–-])((?:19|20)[0-9]{2})年(?![至到~—–-]|的?(?:远景|远期|愿景|长远|中长期))"
)

_TO_BE_DONE = re.compile(
    r"(?<![0-9])(?P<year>20[0-9]{2})年度?,?(?:全[市县区省州旗镇]|我[市县区省州旗镇])?(?:共?计划|拟|将|要|力争|确保|目标|重点|预计)"
)
_SENTENCE_MARK = re.compile("[,。;:!?]")

# 关于做好…的通知(某民〔2022〕5号)
_OWN_NUMBER_BEHIND = re.compile(
    r"[(（][^()（）\n]{1,16}[〔\[(（【][12][0-9]{3}[〕\])）】]第?[0-9]{1,4}号[)）]$"
)

_SAME = re.compile(r"的|关于|[^一-鿿0-9A-Za-z]")


def header(view: TextView, raw: str, furniture: Sequence[tuple[int, int]] = ()) -> Header:
    """Read the header of a document.

    ``furniture`` are spans of the view that hold navigation or spam; labels in them (发布日期:…)
    are still read, titles are not taken from them. The title is the plan's own, joined over wrapped
    lines, without the notice that issued it; where the plan's beginning is lost it is that of its
    annex. ``missing`` is empty unless the text is a fragment: then ``beginning`` or ``end``, and with
    the beginning the ``title``, and ``document_number``, ``issuer`` and ``issued_on`` where unknown.
    """
    return _Reader(view, raw, furniture).read()


def head_end(text: str) -> int:
    """Where the head of a text (a view) ends: at its first heading."""
    first = _FIRST_HEADING.search(text, 0, _HEAD_LENGTH)
    return first.start() if first else min(len(text), _HEAD_LENGTH)


def issue_year(header: Header) -> int:
    """Year of issue: of the date of issue, else the number, the date of publication (at most the first year
    that the title is for), the title; 0 if none."""
    if header.issued_on:
        return int(header.issued_on[:4])
    if match := _NUMBER_YEAR.search(header.document_number):
        return int(match[1])
    if header.published_on:
        year, (start, _) = int(header.published_on[:4]), horizon(header)
        return min(year, start) if start else year  # a plan may be put up again when its time is over
    match = _TITLE_YEAR.search(header.title)
    return int(match[1]) if match else 0


def year_of_first_line(text: str) -> int:
    """The one year that the first line of a text names, if it is no sentence; 0 for none and several."""
    line = text.lstrip().partition("\n")[0]
    years = set() if _SENTENCE_MARK.search(line) else set(_TITLE_YEAR.findall(line))
    return int(years.pop()) if len(years) == 1 else 0


def year_of_tasks(text: str) -> int:
    """The one year for which a text says what will be done (2024年计划完成1800户), 0 for none or several."""
    years = {match["year"] for match in _TO_BE_DONE.finditer(text)}
    return int(years.pop()) if len(years) == 1 else 0


def horizon(header: Header) -> tuple[int, int]:
    """First and last year of the horizon, 0 where the document names none (for 前两年, 后三年)."""
    return int(header.horizon_start or 0), int(header.horizon_end or 0)


def _same(name: str) -> str:
    """A title without what differs between the notice and the plan: particles, quotes, brackets."""
    return _SAME.sub("", name)


class _Reader:
    """One pass over the head and the tail of a text."""

    __slots__ = ("head", "lines", "raw", "shown", "tail_start", "text", "view")

    def __init__(self, view: TextView, raw: str, furniture: Sequence[tuple[int, int]]) -> None:
        self.view, self.raw, self.text = view, raw, view.text
        end = head_end(self.text)
        #: The head with its labels; same length and offsets as the view.
        self.head = _blank_tags(self.text[:end])
        #: The head without furniture, blanked by line ends so that offsets stay.
        self.shown = _blank(self.head, furniture)
        self.lines = [m.span() for m in _LINE.finditer(self.shown)]
        self.tail_start = max(end, len(self.text) - _TAIL_LENGTH)

    def read(self) -> Header:
        view, raw, head, shown, lines = self.view, self.raw, self.head, self.shown, self.lines
        tail = [m.span() for m in _LINE.finditer(self.text, self.tail_start)]
        notice = _NOTICE.search(shown)
        title, begins = self._title(notice)
        title = _OWN_NUMBER_BEHIND.sub("", title)
        about = notice.start() if notice else shown.find("关于") if "关于" in title else -1
        reported = _REPORTED.search(shown)
        teller = reported["by"] if reported and is_organisation(reported["by"]) else ""
        dates = labelled(head, self.text[self.tail_start :])
        signed, signers = signature(view, raw, shown, lines)
        if not signed:
            signed, signers = signature(view, raw, self.text, tail)
        adopted, body = adoption(shown)
        issued = dates.issued or signed or spoken_on(shown, lines) or adopted or dates.announced
        published = published_first(head) or dates.published or dates.announced
        number = document_number(view, raw, head, shown, lines)
        issued_by = issuer(view, raw, head, shown, lines, about, number, (signers, body, teller))
        attached = annexes(view, raw)
        if not title and attached:
            title = attached[0]
        start, end = span_of_years(title, self.text)
        known = {"document_number": number, "issuer": issued_by, "issued_on": issued}
        return Header(
            title=title,
            **known,
            published_on=published,
            effective_on=dates.effective or effective_on(self.text, issued, published),
            horizon_start=start,
            horizon_end=end,
            annexes=attached,
            missing=self._missing(begins, known, tail),
        )

    # -- title ------------------------------------------------------------------------

    def _title(self, notice: re.Match[str] | None) -> tuple[str, bool]:
        """The plan's own title, and whether the text begins at the plan's beginning."""
        approved = _APPROVED.search(self.shown)
        named: list[tuple[int, int]] = []
        if notice:
            named.append(notice.span("quoted" if notice["quoted"] else "name"))
        if approved:
            named.append(approved.span("name"))
        if not named and (other := self._named_otherwise()):
            named.append(other.span("name"))
        if not named:
            return self._first_title()
        wanted = [_same(self.shown[start:end]) for start, end in named]
        for name in wanted:
            if name and (own := self._own_title(name, notice.end() if notice else 0)):
                return own, True
        # What was approved and what the notice issues are one plan where the one name ends the other.
        best = named[-1] if wanted[0].endswith(wanted[-1]) else named[0]
        return self._verbatim(*best).strip("《》"), True

    def _named_otherwise(self) -> re.Match[str] | None:
        """The name of the plan where no notice issues it and nobody approved it."""
        found = (pattern.search(self.shown) for pattern in (_ASKED, _REPORTED, _HANDED_ON))
        return next((match for match in found if match), None)

    def _own_title(self, wanted: str, behind: int) -> str:
        """The line, or the wrapped lines, that repeat the title named in the notice."""
        lines = [(s, e) for s, e in self.lines if s >= behind]
        for index, (start, _) in enumerate(lines):
            joined = ""
            for part, end in lines[index:]:
                joined += _same(self.shown[part:end])
                if joined == wanted:
                    return self._titled(start, end).strip("《》")
                if not wanted.startswith(joined):
                    break
        return ""

    def _first_title(self) -> tuple[str, bool]:
        """The first line that looks like a title, before any sentence; wrapped lines are put together."""
        before: list[tuple[int, int]] = []
        for start, end in self.lines:
            line = self.shown[start:end]
            if _ANNEX_LABEL.fullmatch(line) and start == self.lines[0][0]:
                continue  # what follows the label is all there is
            if ("。" in line and len(line) > _SENTENCE) or line.startswith(("附件", "附表", "附录")):
                break
            bare = _BULLET.sub("", line)
            if OWN_NUMBER.fullmatch(bare) or ":" in bare:
                before = []
            elif _TITLE.fullmatch(bare):
                first = start
                for above, below in reversed(before):
                    opening = self.shown[above:below]
                    if "关于" in bare and not (bare.startswith("关于") and is_organisation(opening)):
                        break
                    if "关于" not in opening and not is_organisation(opening):
                        break
                    first, bare = above, opening + bare
                return self._titled(first, end), True
            else:
                before.append((start, end))
        return "", bool(self.lines) and not self._opens_with_sentence()

    def _opens_with_sentence(self) -> bool:
        start, end = self.lines[0]
        return end - start > _SENTENCE and "。" in self.shown[start:end]

    def _titled(self, start: int, end: int) -> str:
        """A title with the note on the line below it: (2023—2025年), (试行)."""
        note = _NOTE.match(self.shown, end)
        return _BULLET.sub("", self._verbatim(start, note.end() if note else end))

    def _verbatim(self, start: int, end: int) -> str:
        return verbatim(self.view, self.raw, start, end)

    # -- what is lost -----------------------------------------------------------------------

    def _missing(
        self, begins: bool, known: Mapping[str, str], tail: Sequence[tuple[int, int]]
    ) -> tuple[str, ...]:
        lost: list[str] = []
        if not begins or ("\n二、" in self.text and "一、" not in self.text):
            lost += ["beginning", "title", *(name for name, value in known.items() if not value)]
        if self._breaks_off(tail):
            lost.append("end")
        return tuple(lost)

    def _breaks_off(self, tail: Sequence[tuple[int, int]]) -> bool:
        """A last line cut inside its sentence, or a first part that no second follows."""
        if "\n一、" in self.text and "\n二、" not in self.text:
            return True
        if not tail:
            return False
        start, end = tail[-1]
        return end - start > _SENTENCE and self.text[end - 1] not in '。!?;:|)》”"』」.…、>'


def _blank_tags(text: str) -> str:
    """Markup left in a text (of web pages, of Markdown) as line ends, offsets unchanged."""
    return _MARKDOWN.sub(_line_ends, _TAG.sub(_line_ends, text))


def _line_ends(match: re.Match[str]) -> str:
    return "\n" * len(match.group())


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    size = len(text)
    for start, end in spans:
        if start < size:
            end = min(end, size)
            text = text[:start] + "\n" * (end - start) + text[end:]
    return text
