"""``data/codebook/corrections.yaml``: read it, add to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml

from compare.study.errors import StudyError
from compare.study.place import Study
from compare.study.runs.publish import publish
from compare.study.yamlfiles import LOADER, read_text, yaml_problem

if TYPE_CHECKING:
    from compare.coding import Correction
    from compare.coding.facts import Field

_HEAD = "# What people decided about single statements; see docs/corrections.md.\n"


def load_corrections(study: Study) -> dict[str, tuple[Correction, ...]]:
    """The corrections by plan id, in the order of the file; none where there is no file.

    Raises StudyError with every entry that cannot be used: a decision must not be lost in silence.
    """
    if not study.corrections.exists():
        return {}
    name = study.show(study.corrections)
    return _by_plan(_parse(read_text(study.corrections, name), name))


def unregistered(study: Study, corrections: Mapping[str, object], plan_ids: Iterable[str]) -> list[str]:
    """A line for each plan that corrections name but the register does not."""
    known = set(plan_ids)
    return [
        f"{study.show(study.corrections)}: corrections of {plan_id}, which is no plan of "
        f"{study.show(study.register)}; register it, or remove the entries"
        for plan_id in corrections
        if plan_id not in known
    ]


def append_correction(study: Study, correction: Correction) -> None:
    """Add an entry at the end of the file; what is there, comments included, is not touched.

    Raises StudyError where the file would not be readable afterwards, OSError where it cannot be written.
    """
    path, name = study.corrections, study.show(study.corrections)
    before = read_text(path, name) if path.exists() else _HEAD
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    text = before + gap + entry_text(correction)
    known = _parse(before, name)
    try:
        fits = (*known, correction) == _parse(text, name)
    except StudyError:
        fits = False
    if not fits:
        raise StudyError(f"{name}: nothing can be added at its end; write it as a list of '- …' entries")
    publish(path.parent, {path.name: text.encode("utf-8")})


def entry_text(correction: Correction) -> str:
    """A correction as an entry of the file."""
    entry: dict[str, Any] = {"statement_id": correction.statement_id, "plan": correction.plan}
    if correction.drop:
        entry["drop"] = True
    elif correction.change:
        entry["change"] = _plain(correction.change)
    else:
        entry["confirm"] = True
    entry |= {
        "expect": _plain(correction.expect),
        "reason": correction.reason,
        "reviewer": correction.reviewer,
        "date": correction.date,
    }
    return yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=10_000)


def _parse(text: str, name: str) -> tuple[Correction, ...]:
    # Coding costs as much to import as everything else a run with nothing to do needs.
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return ()
    from compare.coding import CorrectionError, parse_corrections

    try:
        return parse_corrections(yaml.load(text, LOADER))
    except yaml.YAMLError as error:
        raise StudyError(f"{name}: {yaml_problem(error)}") from None
    except CorrectionError as error:
        raise StudyError(*(f"{name}: {problem}" for problem in error.problems)) from None


def _by_plan(corrections: Sequence[Correction]) -> dict[str, tuple[Correction, ...]]:
    found: dict[str, tuple[Correction, ...]] = {}
    for one in corrections:
        found[one.plan] = (*found.get(one.plan, ()), one)
    return found


def _plain(fields: Mapping[str, Field]) -> dict[str, Any]:
    """Numbers as YAML writes them; whole ones without a point."""
    return {
        name: (int(value) if value == value.to_integral_value() else float(value))
        if isinstance(value, Decimal)
        else value
        for name, value in fields.items()
    }
