"""New plans: files that lie in ``data/raw`` unregistered, and the entries proposed for them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare.model import Plan
from compare.study import hashing
from compare.study.errors import StudyError
from compare.study.place import Study
from compare.study.register import blank_plan

if TYPE_CHECKING:
    from compare.coding import Codebook

_NOT_PLANS = re.compile(r"[.~].*|(?:readme|license|plans)\b.*|thumbs\.db|desktop\.ini", re.IGNORECASE)
_SLUG = re.compile(r"[^\w.-]+")


def unregistered(study: Study, plans: Iterable[Plan]) -> list[Path]:
    """Files in ``data/raw`` that no entry names; hidden files and read-me files are none."""
    known = {plan.source_file for plan in plans}
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

    Raises StudyError where another file of that name is there.
    """
    if path.resolve().is_relative_to(study.raw.resolve()):
        return path.resolve().relative_to(study.raw.resolve()).as_posix()
    target = study.raw / path.name
    if target.exists() and path.is_file() and hashing.of_file(target) != hashing.of_file(path):
        raise StudyError(f"{path}: data/raw holds another file of this name; rename one of the two")
    return path.name


def propose(study: Study, path: Path, name: str, codebook: Codebook, plans: Sequence[Plan]) -> Plan:
    """The entry for the file ``path``, called ``name`` in ``data/raw``, from what its header says.

    Raises SourceError where it cannot be read, StudyError where the same file is registered.
    """
    from compare.coding.regions import find_region
    from compare.study.readplan import read_source

    stem = slug(path.stem)
    draft = blank_plan(stem, name, reviewed=False)
    result = read_source(draft, path, codebook)
    _refuse_copy(study, name, result.source_sha256, plans)
    header = result.reading.header
    year = (header.issued_on or header.published_on)[:4]
    region = find_region(header.issuer, header.title, year=int(year or 0))
    named = slug(region.name_en) if region and region.name_en else stem
    return replace(
        draft,
        plan_id=_free(
            named if not year or year in named else f"{named}-{year}", {plan.plan_id for plan in plans}
        ),
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
    )


def bring_in(study: Study, path: Path, name: str) -> None:
    """Copy ``path`` into ``data/raw`` unless it lies there. Raises OSError."""
    target = study.raw / name
    if not target.exists():
        study.raw.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def same_document(plan: Plan, plans: Iterable[Plan]) -> str:
    """The id of a registered plan with the same document number, or ""."""
    if not plan.document_number:
        return ""
    return next((other.plan_id for other in plans if other.document_number == plan.document_number), "")


def _refuse_copy(study: Study, name: str, sha256: str, plans: Iterable[Plan]) -> None:
    for other in plans:
        path = study.raw / other.source_file
        if path.is_file() and hashing.of_file(path) == sha256:
            twin = f"{other.source_file} ({other.plan_id})"
            raise StudyError(f"data/raw/{name}: the same file as {twin}; delete one of the two")


def _free(plan_id: str, taken: Collection[str]) -> str:
    number = 2
    free = plan_id
    while free in taken:
        free, number = f"{plan_id}-{number}", number + 1
    return free
