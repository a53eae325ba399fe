"""``explain``: why each numeral of a line, or a statement, was read and coded as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from compare.model import Code, Phrase, Plan, Reading, Statement
from compare.study.codebook.files import codebook_folder, load_labels, load_means
from compare.study.errors import StudyError, naming
from compare.study.people.corrections_file import load_corrections
from compare.study.place import Study
from compare.study.register.intake import slug
from compare.study.register.plans_file import blank_plan, load_register
from compare.study.runs.processes.read_plan import corrected, read_source
from compare.tables.words.labels import LANGUAGES
from compare.tables.words.one_line import one_line

if TYPE_CHECKING:
    from compare.coding import Codebook
    from compare.coding.indicators.resemblance import Around, Resemblance
    from compare.coding.instruments.codebook import MeansBook
    from compare.study.people.corrections_file import Either
    from compare.tables.words.labels import Labels, Lang


class Explainer:
    """One plan, read and coded again, with what people corrected in it.

    Raises SourceError where the source cannot be read.
    """

    def __init__(
        self,
        plan: Plan,
        path: Path,
        corrections: Sequence[Either],
        codebook: Codebook,
        labels: Labels,
        book: MeansBook | None = None,
    ) -> None:
        self.read = read_source(plan, path, codebook, book)
        self.result = corrected(self.read, corrections, codebook)
        self.codebook, self.labels, self.book = codebook, labels, book

    def statement(self, at: int) -> Iterator[Phrase]:
        """Why statement number ``at`` is what it is, up to what corrections did to it."""
        from compare.coding.explain import why

        yield from why(at, self.read.reading, self.read.coded, self.codebook)
        if not self.read.coded[at].indicator:
            yield from self._likely(self.read.coded[at].statement)
        decided = self._decided(self.read.coded[at].statement_id)
        yield from decided or [Phrase("explain.not_corrected")]

    @cached_property
    def _resemblance(self) -> Resemblance:
        from compare.coding.indicators.resemblance import Resemblance

        return Resemblance(self.codebook)

    def _likely(self, statement: Statement) -> Iterator[Phrase]:
        """What ``review`` offers for a statement without an indicator."""
        value = None if statement.value_low is None else float(statement.value_low)
        around = around_statement(self.read.reading, statement, self.result.plan.title)
        if likely := self._resemblance.likely(around, statement.unit, value):
            yield Phrase(
                "explain.likely", {"indicators": tuple(Code("indicators", one.id) for one in likely)}
            )

    def _decided(self, statement_id: str) -> list[Phrase]:
        from compare.checks.corrected import corrections

        found = (finding.message for finding in corrections(self.result, self.codebook))
        return [phrase for phrase in found if phrase.facts["statement"] == statement_id]

    def by_id(self) -> dict[str, dict[Lang, list[str]]]:
        """Statement -> why it is what it is, line by line in each language."""
        made = {}
        for at, one in enumerate(self.read.coded):
            phrases = list(self.statement(at))
            made[one.statement_id] = {lang: self._lines(phrases, lang) for lang in LANGUAGES}
        return made

    def block(self, at: int, lang: Lang) -> Iterator[str]:
        """A statement as a paragraph for the terminal: its id, its sentence, and why."""
        from compare.tables.evidence import running_text, sentence_span

        one = self.read.coded[at]
        statement, text = one.statement, self.result.text
        start, end = statement.start, statement.end
        first, last = sentence_span(running_text(self.read.reading.document), start, end)
        sentence = f"{text[first:start]}【{text[start:end]}】{text[end:last]}"
        yield f"{one.statement_id} [{start}:{end}]"
        yield f"  {one_line(sentence)}"
        yield from (f"  {line}" for line in self._lines(self.statement(at), lang))

    def means(self, start: int, end: int, lang: Lang, only: str = "") -> Iterator[str]:
        """The instruments and milestones of a stretch of the text, and what was refused there; with ``only``
        the row of that id alone."""
        from compare.coding.instruments.corrections import means_ids
        from compare.coding.instruments.explain import WhyMeans

        if self.book is None:
            return
        why = WhyMeans(self.read.reading, self.book)
        result = self.result
        ids = means_ids(result.plan.plan_id, result.text, result.means)
        for name, one in zip(ids, result.means.means, strict=True):
            if only in ("", name) and start <= one.start < end:
                yield f"{name} [{one.start}:{one.end}]"
                yield f"  {one_line(result.text[one.start : one.end])}"
                yield from (f"  {line}" for line in self._lines(why.means(one), lang))
                yield from (f"  {line}" for line in self._lines(self._decided(name), lang))
        if only:
            return
        due = [why.milestone(one) for one in result.means.milestones if start <= one.start < end]
        yield from self._lines([*due, *why.refused(start, end)], lang)

    def line(self, start: int, end: int, lang: Lang) -> Iterator[str]:
        """The numerals of a stretch of the text that make no statement, its statements, then its means."""
        from compare.coding.explain import numeral

        made = [at for at, one in enumerate(self.read.coded) if start <= one.statement.value_start < end]
        spans = [(s.value_start, s.value_end) for s in (self.read.coded[at].statement for at in made)]
        others = [
            one
            for one in self.read.reading.numerals
            if start <= one.start < end and not any(first <= one.start < last for first, last in spans)
        ]
        if not made and not others:
            yield from self._lines([Phrase("explain.no_numeral")], lang)
        yield from self._lines(map(numeral, others), lang)
        for number, at in enumerate(made):
            if number or others:
                yield ""
            yield from self.block(at, lang)
        for number, line in enumerate(self.means(start, end, lang)):
            yield from ("", line) if not number else (line,)

    def _lines(self, phrases: Iterable[Phrase], lang: Lang) -> list[str]:
        from compare.tables.words.messages import message

        return [message(phrase, self.labels, lang) for phrase in phrases]


def around_statement(reading: Reading, statement: Statement, title: str) -> Around:
    """The words around a statement, as the tables have them; without a ``title`` that of the text."""
    from compare.coding.indicators.context.titles import title_of
    from compare.coding.indicators.resemblance import Around
    from compare.tables.evidence import running_text, sentence_span

    text, (start, end) = reading.document.text, (statement.start, statement.end)
    first, last = sentence_span(running_text(reading.document), start, end)
    trail = list[str]()
    passage: int | None = statement.passage
    while passage is not None:
        one = reading.passages[passage]
        trail[:0] = [one.heading] if one.heading else []
        passage = one.parent
    place = text[first:last], start - first, end - first
    return Around.of(statement.subject, *place, " › ".join(trail), title or title_of(text))


def explain(study: Study | None, what: str, lang: Lang) -> Iterator[str]:
    """Why ``what`` (``FILE:LINE`` or a statement's id) was read and coded as it was."""
    file, colon, number = what.rpartition(":")
    if colon and number.isascii() and number.isdigit():
        return _line(study, Path(file), int(number), lang)
    if study is None:
        raise StudyError(f"{what}: no study here or above, so no statement has an id; write FILE:LINE")
    return _statement(study, what, lang)


def reasons(study: Study) -> dict[str, dict[Lang, list[str]]]:
    """Why each statement of each plan is what it is: plans are read and coded again, one after the other.

    A plan that cannot be read any more has no reasons: its last good rows stand all the same.
    """
    codebook, labels = load_labels(codebook_folder(study.own_codebook))
    corrections = load_corrections(study)
    found: dict[str, dict[Lang, list[str]]] = {}
    for plan in load_register(study.register, study.show(study.register)).plans:
        with suppress(StudyError):
            found |= _of_plan(study, plan, corrections, codebook, labels).by_id()
    return found


def _of_plan(
    study: Study,
    plan: Plan,
    corrections: Mapping[str, Sequence[Either]],
    codebook: Codebook,
    labels: Labels,
    with_means: bool = False,
) -> Explainer:
    from compare.sources import inside

    book = load_means(codebook_folder(study.own_codebook)) if with_means else None
    path = study.raw / plan.source_file
    with naming(path):
        path = inside(path, study.raw)
        return Explainer(plan, path, corrections.get(plan.plan_id, ()), codebook, labels, book)


def _statement(study: Study, statement_id: str, lang: Lang) -> Iterator[str]:
    plans = load_register(study.register, study.show(study.register)).plans
    # altay-2020-1a2b3c4d is a statement, altay-2020-land_supply-1a2b3c4d an instrument in an item.
    stem = re.sub(r"(?:-[a-z_]+)?-[0-9a-f]{8}$", "", statement_id)
    plan = next((one for one in plans if stem == one.plan_id), None)
    remedy = "take an id of statements.csv or instruments.csv in data/processed, or write FILE:LINE"
    if plan is None:
        raise StudyError(f"{statement_id}: no plan of {study.show(study.register)} begins it; {remedy}")
    codebook, labels = load_labels(codebook_folder(study.own_codebook))
    made = _of_plan(study, plan, load_corrections(study), codebook, labels, with_means=True)
    ids = [one.statement_id for one in made.read.coded]
    if statement_id in ids:
        return made.block(ids.index(statement_id), lang)
    lines = list(made.means(0, len(made.result.text), lang, only=statement_id))
    if not lines:
        raise StudyError(f"{statement_id}: {plan.plan_id} has no such statement now; {remedy}")
    return iter(lines)


def _line(study: Study | None, file: Path, number: int, lang: Lang) -> Iterator[str]:
    if not file.is_file():
        raise StudyError(f"{file}: no such file; name a plan and a line of what 'compare-plans text' prints")
    plan = _registered(study, file) if study else None
    codebook, labels = load_labels(codebook_folder(study.own_codebook if study else None))
    with naming(file):
        if study and plan:
            made = _of_plan(study, plan, load_corrections(study), codebook, labels, with_means=True)
        else:
            book = load_means(codebook_folder(study.own_codebook if study else None))
            made = Explainer(blank_plan(slug(file.stem), file.name), file, (), codebook, labels, book)
    lines = made.result.text.split("\n")
    if not 0 < number <= len(lines):
        raise StudyError(f"{file}:{number}: the text has {len(lines)} lines; see 'compare-plans text {file}'")
    start = sum(len(line) + 1 for line in lines[: number - 1])
    return made.line(start, start + len(lines[number - 1]), lang)


def _registered(study: Study, file: Path) -> Plan | None:
    """The plan whose source a file is, if the register has it."""
    plans = load_register(study.register, study.show(study.register)).plans
    return next((one for one in plans if (study.raw / one.source_file).resolve() == file.resolve()), None)
