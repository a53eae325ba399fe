"""The draft in Word: question, plans, method, findings by topic with the figure that shows them, limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.exports.archive import write_atomically
from compare.exports.pictures import NONE_KEPT, Pictures
from compare.exports.rows import plain
from compare.exports.word.appendix import write_appendix
from compare.exports.word.document_parts import REFERENCE
from compare.exports.word.draft import Draft
from compare.figures.content.cell_text import text_of
from compare.prose import Observation
from compare.prose import sentence as sentence_of
from compare.tables.words.labels import LANGUAGES, Lang

if TYPE_CHECKING:
    from compare.tables.dataset import Dataset

#: The figures of the chapter on means; those that fill a page stand in the appendix.
_MEANS = ("families", "commitment")

#: As many statements a footnote quotes: with twelve plans they would fill more of a page than the text.
QUOTED = 8


def export_word(dataset: Dataset, out_dir: Path, pictures: Pictures = NONE_KEPT) -> list[Path]:
    """Write ``report.zh.docx`` and ``report.en.docx`` to ``out_dir`` and return them."""
    return [
        write_atomically(out_dir / f"report.{lang}.docx", report_bytes(dataset, lang, pictures))
        for lang in LANGUAGES
    ]


def report_bytes(dataset: Dataset, lang: Lang, pictures: Pictures = NONE_KEPT) -> bytes:
    """The report in one language; its bytes depend on ``dataset`` and this package's version only."""
    draft = Draft.of(dataset, lang, pictures)
    draft.report.heading(draft.say("title"), 0)
    draft.report.text(draft.say("draft_note"))
    _question(draft)
    _plans(draft)
    _method(draft)
    _overview(draft)
    _topics(draft)
    _means(draft)
    _limits(draft)
    write_appendix(draft)
    draft.report.list_captions(draft.say("figure"), draft.say("figures_head"))
    return draft.report.to_bytes(draft.say("title"), f"compare-plans {version('compare-plans')}")


def _question(draft: Draft) -> None:
    comparison = draft.dataset.comparison
    draft.report.heading(draft.say("question_head"), 1)
    draft.report.text(draft.say("question_text", plans=len(draft.plans)))
    draft.report.text(
        draft.say(
            "intro",
            version=version("compare-plans"),
            plans=len(draft.plans),
            statements=f"{len(draft.dataset.statements):,}",
            indicators=comparison["indicator"].nunique(),
            stated=comparison[comparison["value_low"].notna()]["indicator"].nunique(),
        )
    )
    draft.report.place_list()


def _plans(draft: Draft) -> None:
    report = draft.report
    report.heading(draft.say("plans_head"), 1)
    report.caption(draft.say("table"), draft.say("plans_caption"), above=True)
    keys = ("region", "level", "document", "number", "issued", "horizon")
    table = report.table([draft.say(f"plan_{key}") for key in keys], (2.5, 2.1, 4.7, 2.8, 2.1, 1.8))
    for plan in draft.plans:
        report.row(table, _plan_row(draft, plan))
    for plan in draft.plans:
        if plan["complete"] is not True:
            note = plain.incomplete_note(plan, draft.lang)
            notice = draft.say("fragment", region=draft.plan(plan["plan_id"]))
            report.text(("" if draft.lang == "zh" else " ").join(filter(None, (notice, note))))


def _plan_row(draft: Draft, plan: Mapping[str, Any]) -> list[str]:
    years = filter(None, (text_of(plan["horizon_start"]), text_of(plan["horizon_end"])))
    unknown = draft.say("not_known")
    level = text_of(plan["region_level"])
    return [
        draft.plan(plan["plan_id"]),
        draft.labels.of("levels", level, draft.lang) if level else unknown,
        text_of(plan["title"]) or unknown,
        text_of(plan["document_number"]) or unknown,
        text_of(plan["issued_on"]) or unknown,
        "–".join(dict.fromkeys(years)) or unknown,
    ]


def _method(draft: Draft) -> None:
    draft.report.heading(draft.say("method_head"), 1)
    for key in ("method_reading", "method_cell", "method_scope"):
        draft.report.text(draft.say(key))
    draft.report.text(draft.say("method_statuses_short", part=draft.appendix_reference("statuses")))


def _overview(draft: Draft) -> None:
    """What concerns all topics: where there are numbers, how they stand to the national ones, by when."""
    report = draft.report
    report.heading(draft.say("findings_by_topic_head"), 1)
    report.text(draft.say("observations_text"))
    report.heading(draft.say("overview_head"), 2)
    national = [one for one in draft.observations if not one.group]
    _observations(draft, national)
    _figure(draft, "topics")
    _figure(draft, "deadlines")
    _figure(draft, "national")


def _topics(draft: Draft) -> None:
    """Topic by topic the sentences and the figure that shows what they say."""
    for group in draft.labels.groups:
        about = [one for one in draft.observations if one.group == group]
        if not about and group not in draft.groups:
            continue
        draft.report.heading(draft.labels.group(group, draft.lang), 2)
        _observations(draft, about)
        # A figure of one row says no more than its sentence.
        drawn = [page for page in draft.pages("values", group) if page.rows > 1]
        if group in draft.groups:
            table = draft.appendix_reference(group)
            if drawn:
                reference = draft.report.reference_to_next(draft.say("figure"))
                sentence = draft.say("topic_figure", figure=REFERENCE, table=table)
                draft.report.text_with_reference(sentence, reference)
            else:
                draft.report.text(draft.say("topic_table", table=table))
        draft.show(drawn, draft.subject("values", group))


def _means(draft: Draft) -> None:
    """How the plans go about it; nothing where no plan carries any instrument."""
    if not (draft.dataset.measures["items"] > 0).any():
        return
    draft.report.heading(draft.say("means_head"), 2)
    draft.report.text(draft.say("means_text", figure=draft.appendix_reference("instruments")))
    measures = draft.dataset.measures
    doubtful = dict.fromkeys(measures.loc[measures["provisional"].isin([True]), "instrument"])
    if doubtful:
        separator = draft.labels.word("figures.list_separator", draft.lang)
        names = separator.join(draft.labels.of("instruments", code, draft.lang) for code in doubtful)
        draft.report.text(draft.say("means_provisional", names=names))
    for name in _MEANS:
        _figure(draft, name)


def _limits(draft: Draft) -> None:
    draft.report.heading(draft.say("limits_head"), 1)
    for key in ("limit_documents", "limit_scope", "limit_promise", "limit_reader"):
        draft.report.text(draft.say(key), "List Bullet")


def _observations(draft: Draft, observations: Iterable[Observation]) -> None:
    """Each observation in its words; what the plans say that it rests on is its footnote.

    Of more than ``QUOTED`` statements the footnote says where in the appendix they stand.
    """
    for one in observations:
        paragraph = draft.report.text(sentence_of(one, draft.labels, draft.lang))
        if len(one.statement_ids) > QUOTED:
            table = draft.appendix_reference(one.group or "national")
            draft.report.footnotes(
                paragraph, [draft.say("sources_in", number=len(one.statement_ids), table=table)]
            )
        elif one.statement_ids:
            draft.report.footnotes(paragraph, [draft.sources(one.statement_ids)])


def _figure(draft: Draft, name: str) -> None:
    """The charts of a figure, led in by a sentence that refers to the first of them."""
    drawn = draft.pages(name)
    if drawn:
        reference = draft.report.reference_to_next(draft.say("figure"))
        lead = draft.say("see_figure", figure=REFERENCE, subject=draft.subject(name))
        draft.report.text_with_reference(lead, reference)
        draft.show(drawn, draft.subject(name))
