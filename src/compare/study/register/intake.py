"""New plans: files that lie in ``data/raw`` unregistered, and the entries proposed for them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare.model import Plan
from compare.study.errors import StudyError
from compare.study.place import Study
from compare.study.register.editions import older_edition, refuse_copy
from compare.study.register.plans_file import blank_plan
from compare.study.runs.changed import hashing
from compare.study.runs.publish import publish

if TYPE_CHECKING:
    from compare.coding import Codebook

_NOT_PLANS = re.compile(r"[.~].*|(?:readme|license|plans)\b.*|thumbs\.db|desktop\.ini", re.IGNORECASE)
_SLUG = re.compile(r"[^\w.-]+")


def unregistered(study: Study, known: Collection[str]) -> list[Path]:
    """Files in ``data/raw`` that are not ``known``; hidden files and read-me files are none."""
    if not study.raw.is_dir():
        return []
    return [
        path
        for path in sorted(study.raw.rglob("*"))
        if (path.is_file() or path.is_symlink())
        and not any(_NOT_PLANS.fullmatch(part) for part in path.relative_to(study.raw).parts)
        and path.relative_to(study.raw).as_posix() not in known
    ]


def slug(stem: str) -> str:
    """A file name's stem as an id: letters (of any script), digits, '-', '_' and '.'."""
    return _SLUG.sub("-", stem.lower()).strip("-._") or "plan"


def name_in(study: Study, path: Path) -> str:
    """The name a file has, or will have, in ``data/raw``.

    Raises StudyError where another file of that name is there, SourceError for a link out of it.
    """
    from compare.sources import inside

    if path.parent.resolve().is_relative_to(study.raw.resolve()):
        return inside(path, study.raw).relative_to(study.raw.resolve()).as_posix()
    target = study.raw / path.name
    if target.exists() and path.is_file() and hashing.of_file(target) != hashing.of_file(path):
        raise StudyError(f"{path}: data/raw holds another file of this name; rename one of the two")
    return path.name


def propose(
    study: Study, path: Path, name: str, codebook: Codebook, plans: Sequence[Plan], supersedes: str = ""
) -> Plan:
    """The entry for the file ``path``, called ``name`` in ``data/raw``, from what its header says.

    Without ``supersedes`` the entry names the plan of which this is plainly a newer edition, if any.
    Raises SourceError where it cannot be read, StudyError where the same file or, unless
    ``supersedes`` says that it is a newer edition, the same document is registered.
    """
    from compare.coding.places.regions import find_region
    from compare.reading.header.header import issue_year
    from compare.study.runs.processes.read_plan import read_source

    stem = slug(path.stem)
    draft = blank_plan(stem, name, reviewed=False)
    result = read_source(draft, path, codebook)
    header = result.reading.header
    year = issue_year(header)
    region = find_region(header.issuer, header.title, year=year)
    named = slug(region.name_en) if region and region.name_en else stem
    dated = f"{named}-{year}" if year and str(year) not in named else named
    plan = replace(
        draft,
        plan_id=_free(dated, {plan.plan_id for plan in plans}),
        region_zh=region.label_zh if region else "",
        region_en=region.label_en if region else "",
        region_code=region.code if region else "",
        region_level=region.level if region else "",
        province_zh=region.province_zh if region else "",
        title=header.title,
        document_number=header.document_number,
        issuer=header.issuer,
        issued_on=header.issued_on,
        published_on=header.published_on,
        effective_on=header.effective_on,
        horizon_start=header.horizon_start,
        horizon_end=header.horizon_end,
        complete=not header.missing,
        incomplete_note=", ".join(header.missing),
        supersedes=supersedes,
    )
    refuse_copy(study, path, result.source_sha256, plan, plans)
    return plan if supersedes else replace(plan, supersedes=older_edition(plan, plans))


def without_region(plans: Iterable[Plan], register: str) -> dict[str, str]:
    """Plan id -> one line, for each entry of ``register`` without a region or with an unknown code."""
    from compare.coding.places.regions import region_by_code

    lines = {}
    for plan in plans:
        which = f"{register}: {plan.plan_id} ({plan.source_file})"
        if not plan.region_zh:
            remedy = "write region_zh, region_en and region_code into its entry"
            lines[plan.plan_id] = f"{which}: its region is not known; {remedy}"
        elif plan.region_code and region_by_code(plan.region_code) is None:
            remedy = "correct it, or write ''"
            lines[plan.plan_id] = f"{which}: no region has the code {plan.region_code}; {remedy}"
    return lines


def bring_in(study: Study, path: Path, name: str) -> None:
    """Copy ``path`` into ``data/raw`` unless it lies there. Raises OSError; no part of it is left then."""
    if not (study.raw / name).exists():
        publish(study.raw, {name: path.read_bytes()})


def _free(plan_id: str, taken: Collection[str]) -> str:
    number = 2
    free = plan_id
    while free in taken:
        free, number = f"{plan_id}-{number}", number + 1
    return free
