"""The same plan twice, and a newer edition of a plan that is registered."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from compare.model import Header, Plan
from compare.study.errors import StudyError
from compare.study.place import Study
from compare.study.runs.changed import hashing

# What tells editions of one document apart: (2024年修订), (修订版), 2024年版, and punctuation.
_EDITION = re.compile(r"(?:(?:19|20)\d{2}年?)?(?:修订|修正|更新)(?:版|稿|本)?|(?:19|20)\d{2}年?版|[\W_]")
_BRACKETS = re.compile(r"[\W_]")


def refuse_copy(study: Study, path: Path, sha256: str, plan: Plan, plans: Iterable[Plan]) -> None:
    """Raises StudyError where the file at ``path``, proposed as ``plan``, is registered already.

    So it is where a registered file has the same hash, or a plan of the same region (as far as it is
    known) the same document number unless ``plan`` supersedes it.
    """
    within = path.resolve().is_relative_to(study.raw.resolve())
    shown = study.show(path)
    number = _BRACKETS.sub("", plan.document_number)
    for other in plans:
        twin = f"{other.source_file} ({other.plan_id})"
        source = study.raw / other.source_file
        if source.is_file() and hashing.of_file(source) == sha256:
            remedy = "delete one of the two" if within else "nothing to add"
            raise StudyError(f"{shown}: the same file as {twin}; {remedy}")
        same = number and number == _BRACKETS.sub("", other.document_number)
        if same and not plan.supersedes and (_one_place(plan, other) or not plan.region_zh):
            remedy = "delete it" if within else "leave it out"
            raise StudyError(
                f"{shown}: the document number {plan.document_number} is that of {twin}; {remedy}, "
                f"or, if it is a newer edition, 'compare-plans add --supersedes {other.plan_id} \"{shown}\"'"
            )


def older_edition(plan: Plan, plans: Iterable[Plan]) -> str:
    """The id of the latest plan of the same region and title that was issued in an earlier year, or "".

    The titles may differ in what names an edition, as (2024年修订).
    """
    older = [
        (_year(other), other.plan_id)
        for other in plans
        if 0 < _year(other) < _year(plan) and _one_place(plan, other) and _name(other) == _name(plan) != ""
    ]
    return max(older)[1] if older else ""


def check_superseded(plan_id: str, files: Sequence[Path], plans: Iterable[Plan]) -> None:
    """Raises StudyError where ``add --supersedes`` names no plan or is given for several files."""
    ids = [plan.plan_id for plan in plans]
    if plan_id not in ids:
        near = difflib.get_close_matches(plan_id, ids, n=1)
        remedy = f"did you mean {near[0]}?" if near else "name a plan of data/raw/plans.yaml"
        raise StudyError(f"add: --supersedes {plan_id}: no such plan; {remedy}")
    if len(files) > 1:
        raise StudyError("add: --supersedes: one file supersedes a plan; add the others by themselves")


def _year(plan: Plan) -> int:
    from compare.reading.header.header import issue_year

    return issue_year(
        Header(
            title=plan.title,
            document_number=plan.document_number,
            issued_on=plan.issued_on,
            published_on=plan.published_on,
        )
    )


def _one_place(plan: Plan, other: Plan) -> bool:
    """Whether both are known to be of one region: by its code or, where one has none, by its name."""
    if plan.region_code and other.region_code:
        return plan.region_code == other.region_code
    return plan.region_zh == other.region_zh != ""


def _name(plan: Plan) -> str:
    return _EDITION.sub("", plan.title)
