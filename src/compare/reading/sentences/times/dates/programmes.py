"""Programmes for one year (三、2026年重点工作, a title 2021年为民办实事项目): what they set out to do is due
then, where the sentence names no other date."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from compare.model import Passage
from compare.reading.rules import Rule
from compare.reading.sentences.times.announced import line_at, section_end
from compare.reading.sentences.times.work_of_a_year import sets_out, work_of_a_year

Span = tuple[int, int]

_YEAR = "(?<![0-9/.-])(?P<year>20[0-9]{2})年度?(?!-|至|到|以来)"
_YEAR_IN = re.compile(_YEAR)
_SECTION = re.compile(
    rf"(?:[(一二三四五六七八九十)、0-9.]*)?(?:关于)?{_YEAR}[^,。;:\n0-9]{{0,14}}"
    rf"(?:(?:重点|主要)?(?:任务|目标任务|工作(?:任务|安排|计划|打算|要点|举措|部署|思路|目标|重点)|安排|计划|打算|要点|举措|部署|思路)"
    r"|重点工作|工作建议|实事(?:项目|清单|工程)?|项目)"
)
# 五、主要任务(2026年)
_YEAR_BEHIND = re.compile(
    r"(?:[(一二三四五六七八九十)、0-9.]*)?(?:主要|重点|年度|工作|目标|建设|具体)*(?:任务|目标|工作)(?:安排|清单)?"
    rf"\({_YEAR}\)"
)
# (一)2026年。 over what is to be done then
_YEAR_ALONE = re.compile(
    r"(?:\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}、|[0-9]{1,2}[.、]) ?"
    rf"{_YEAR}(?:度?(?:任务|目标|工作|计划|安排))?"
)

# The title of a list of tasks; that of a plan of work or of a scheme dates none of them.
_TITLE = re.compile(
    rf"[^,。;:]{{0,24}}?{_YEAR}[^,。;:0-9-]{{0,24}}"
    r"(?:实事(?:工程)?(?:项目|任务)?|民生(?:工程|项目)|(?:任务|项目|工作)(?:清单|分解表?)|(?:目标|任务)责任书)(?:清单|一览表|计划表)?(?:》?的通知)?"
)
_RUNS_IN = ("", "。", ":")
# What follows a list and is none of it
_OVER = re.compile(r"\n(?:以上|注:|附件?:|备注|联系)")
# What was done, paid out, asked for or looked at in a year
_TOLD = re.compile(
    "回顾|总结|完成|进展|情况|成效|成绩|报告|公报|简报|评估|考核|检查|验收|资金|补助|补贴|预算|决算|招聘|公示|公告|结果|名单|申报|统计|培训班|年鉴"
)


@dataclass(frozen=True, slots=True)
class Programme:
    """A part of a text that says what is to be done in a year, with the place that names the year."""

    start: int
    end: int
    year: int
    named: Span


class Undated(NamedTuple):
    """A goal without a date in a programme for ``year``; ``led_by`` are the dates that lead sentences before
    it in its line."""

    year: int
    issue_year: int
    looks_back: bool
    led_by: Sequence[str]


def _of_programme(goal: Undated) -> str | None:
    """The year, but where the text looks back, or has gone on to another date."""
    led_on = any(not date.startswith(str(goal.year)) for date in goal.led_by)
    return None if goal.year < goal.issue_year or led_on or goal.looks_back else str(goal.year)


PROGRAMME_RULES: tuple[Rule[Undated, str], ...] = (
    Rule(
        "year of the programme",
        _of_programme,
        "某县2024年民生实事项目\n实施家庭适老化改造«500户»。",
        "某县2024年民生实事项目\n到2025年,建成站点20个。实施家庭适老化改造«500户»。",
    ),
)


def programmes(
    text: str, passages: Sequence[Passage], starts: Sequence[int], title: str
) -> tuple[Programme, ...]:
    """The programmes of a text, sorted and apart: sections headed by a year, else all of it by its ``title``.

    Where it has none, the first line is asked. ``starts`` are where the passages begin in the view.
    """
    found = [*_sections(text, passages, starts)]
    title = title or text.partition("\n")[0]
    named = _TITLE.fullmatch(title) if not found and "年" in title and not _TOLD.search(title) else None
    at = text.find(f"{named['year']}年") if named else -1
    if named and at >= 0:
        over = _OVER.search(text, at)
        end = over.start() if over else len(text)
        return (Programme(at, end, int(named["year"]), (at, at + 5)),)
    return tuple(found)


def _sections(text: str, passages: Sequence[Passage], starts: Sequence[int]) -> Iterator[Programme]:
    done = 0
    for index, (passage, start) in enumerate(zip(passages, starts, strict=True)):
        if start < done or not passage.number or "年" not in passage.heading:
            continue
        line = line_at(text, starts, index)
        named = line.rstrip(":。")
        heading = _SECTION.fullmatch(named) or _YEAR_BEHIND.fullmatch(named)
        if heading is None and work_of_a_year(named) and sets_out(text, passages, starts, index):
            heading = _YEAR_IN.search(named)
        if heading is None and (alone := _YEAR_ALONE.match(line)) and line[alone.end() :][:1] in _RUNS_IN:
            heading, line = alone, alone.group()  # (一)2026年。完成改造300户
        if heading is None or _TOLD.search(line):
            continue
        done = section_end(text, passages, starts, index, items_only=False)
        yield Programme(
            start + len(line),
            done,
            int(heading["year"]),
            (start + heading.start("year"), start + heading.end("year") + 1),
        )


def programme_at(found: Sequence[Programme], position: int) -> Programme | None:
    """The programme that a position stands in."""
    at = bisect_right(found, position, key=lambda one: one.start) - 1
    return found[at] if at >= 0 and position < found[at].end else None
