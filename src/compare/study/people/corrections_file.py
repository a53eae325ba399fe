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
    from compare.coding.instruments.corrections import MeansCorrection

    Either = Correction | MeansCorrection

_HEAD = "# What people decided about single statements; see docs/corrections.md.\n"


def load_corrections(study: Study) -> dict[str, tuple[Either, ...]]:
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


def append_correction(study: Study, correction: Either) -> None:
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


def entry_text(correction: Either) -> str:
    """A correction as an entry of the file."""
    from compare.coding import Correction
    from compare.coding.instruments.corrections import means_entry

    entry = _decided(correction) if isinstance(correction, Correction) else means_entry(correction)
    entry |= {
        "reason": correction.reason,
        "reviewer": correction.reviewer,
        "date": correction.date,
    }
    return yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=10_000)


def _decided(correction: Correction) -> dict[str, Any]:
    entry: dict[str, Any] = {"statement_id": correction.statement_id, "plan": correction.plan}
    if correction.drop:
        entry["drop"] = True
    elif correction.change:
        entry["change"] = _plain(correction.change)
    else:
        entry["confirm"] = True
    return entry | {"expect": _plain(correction.expect)}


def _parse(text: str, name: str) -> tuple[Either, ...]:
    # Coding costs as much to import as everything else a run with nothing to do needs.
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return ()
    from compare.coding import CorrectionError
    from compare.coding.corrections import parsed

    try:
        return parsed(yaml.load(text, LOADER), _either)
    except yaml.YAMLError as error:
        raise StudyError(f"{name}: {yaml_problem(error)}") from None
    except CorrectionError as error:
        raise StudyError(*(f"{name}: {problem}" for problem in error.problems)) from None


def _either(entry: Any) -> Either:
    from compare.coding.corrections import parse_correction
    from compare.coding.instruments.corrections import is_of_means, parse_means_correction

    return parse_means_correction(entry) if is_of_means(entry) else parse_correction(entry)


def _by_plan(corrections: Sequence[Either]) -> dict[str, tuple[Either, ...]]:
    found: dict[str, tuple[Either, ...]] = {}
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
