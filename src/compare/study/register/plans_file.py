"""The register ``data/raw/plans.yaml``: read, check, add to.

It is read node by node, so that every problem names its line and so that ``654300`` and
``2020-12-08`` stay the text they are, quoted or not.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from compare.model import Plan
from compare.sources.errors import CONTROL
from compare.study.errors import StudyError
from compare.study.runs.publish import publish
from compare.study.yamlfiles import LOADER, read_text, yaml_problem

_FLAGS = ("complete", "reviewed")
_LISTS = ("not_applicable", "notes", "remit")
_NEEDED = ("plan_id", "source_file")
_KEYS = tuple(field.name for field in fields(Plan))
_LEVELS = ("province", "prefecture", "county", "township")
_TRUTH = {"true": True, "false": False}

_ID = re.compile(r"[^\W_][\w.-]*")
_DATE = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?")
_YEAR = re.compile(r"(\d{4})?")
_SECONDS = re.compile(r"([1-9]\d{0,5})?")
_CODE = re.compile(r"(\d{6})?")
# What a key's text must look like, and how to say so.
_SHAPES = {
    "plan_id": (_ID, "letters, digits, '-', '_' and '.', as in altay-2020"),
    "time_limit": (_SECONDS, "seconds, from 1 to 999999, or ''"),
    "region_code": (_CODE, "the six digits of GB/T 2260, or ''"),
    **dict.fromkeys(("issued_on", "published_on", "effective_on"), (_DATE, "a date as 2020-12-08, or ''")),
    **dict.fromkeys(("horizon_start", "horizon_end"), (_YEAR, "a year, or ''")),
}


@dataclass(frozen=True, slots=True)
class Register:
    """The plans in the order of the file, and one line for each entry that cannot be used.

    ``files`` are the source files of all entries, those that cannot be used included.
    """

    plans: tuple[Plan, ...]
    problems: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()


class _Problem(Exception):
    """What is wrong with one entry: line and remedy."""

    def __init__(self, node: yaml.Node, text: str) -> None:
        super().__init__(f"line {node.start_mark.line + 1}: {text}")


def load_register(path: Path, name: str) -> Register:
    """The register at ``path``; ``name`` is what messages call it. A file that is not there is empty.

    Raises StudyError where the file as a whole cannot be read.
    """
    if not path.exists():
        return Register(())
    try:
        root = yaml.compose(read_text(path, name), Loader=LOADER)
    except yaml.YAMLError as error:
        raise StudyError(f"{name}: {yaml_problem(error)}") from None
    if root is None:
        return Register(())
    if not isinstance(root, yaml.SequenceNode):
        raise StudyError(f"{name}: line 1: a list of plans is expected; start each plan with '- plan_id: …'")
    plans: dict[str, Plan] = {}
    problems = []
    written = _written(root, "plan_id")
    for node in root.value:
        try:
            plan = _plan(node)
            _once(node, plan, plans)
            _known(node, plan, written)
        except _Problem as problem:
            problems.append(f"{name}: {problem}")
        else:
            plans[plan.plan_id] = plan
    return Register(tuple(plans.values()), tuple(problems), _written(root, "source_file"))


def blank_plan(plan_id: str, source_file: str, complete: bool = True, reviewed: bool = True) -> Plan:
    """An entry that says nothing but its id and its file."""
    texts = dict.fromkeys((name for name in _KEYS if name not in (*_FLAGS, *_LISTS)), "")
    given: dict[str, Any] = {"plan_id": plan_id, "source_file": source_file}
    return Plan(**{**texts, **given, "complete": complete, "reviewed": reviewed})


def append_plans(path: Path, plans: Sequence[Plan]) -> None:
    """Add entries at the end of the register; what is there, comments included, is not touched.

    Raises OSError where the file cannot be written; it is then as it was.
    """
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    text = before + gap + "\n".join(map(entry_text, plans))
    publish(path.parent, {path.name: text.encode("utf-8")})


def entry_text(plan: Plan) -> str:
    """A plan as an entry of the register; keys that hold their default at the end are left out."""
    entry = {}
    for field in fields(Plan):
        value = getattr(plan, field.name)
        if field.default is MISSING or value != field.default:
            entry[field.name] = list(value) if isinstance(value, tuple) else value
    return yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=10_000)


def _plan(node: yaml.Node) -> Plan:
    if not isinstance(node, yaml.MappingNode):
        raise _Problem(node, "a plan is expected; write its keys below one another, as in '- plan_id: …'")
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, n=1)
            remedy = f"did you mean {near[0]}?" if near else f"known are {', '.join(_KEYS)}"
            raise _Problem(key_node, f"unknown key {key!r}; {remedy}")
        if key in values:
            raise _Problem(key_node, f"{key} is given twice; keep one")
        values[key] = _value(key, value_node)
    for key in _NEEDED:
        if not values.get(key):
            raise _Problem(node, f"{key} is missing; add it")
    return replace(blank_plan(str(values["plan_id"]), str(values["source_file"])), **values)


def _value(key: str, node: yaml.Node) -> object:
    if key in _LISTS:
        if not isinstance(node, yaml.SequenceNode):
            raise _Problem(node, f"{key} is a list; write [one, another]")
        return tuple(_text(key, item) for item in node.value)
    text = _text(key, node)
    if key in _FLAGS:
        if text.lower() not in _TRUTH:
            raise _Problem(node, f"{key} is {text!r}; write true or false")
        return _TRUTH[text.lower()]
    if key in _SHAPES and not _SHAPES[key][0].fullmatch(text):
        raise _Problem(node, f"{key} is {text!r}; write {_SHAPES[key][1]}")
    if key == "region_level" and text not in ("", *_LEVELS):
        raise _Problem(node, f"{key} is {text!r}; write one of {', '.join(_LEVELS)}, or ''")
    if key == "source_file" and not _inside(text):
        raise _Problem(node, f"{key} is {text!r}; name a file in data/raw, without '..' or a drive")
    if key == "source_file" and CONTROL.search(text):
        raise _Problem(node, f"{key} {text!r} holds control characters; rename the file")
    return text


def _text(key: str, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _Problem(node, f"{key} is one text; put it in quotes")
    return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value).strip()


def _inside(text: str) -> bool:
    path = PurePosixPath(text)
    return not (path.is_absolute() or ".." in path.parts or "\\" in text or ":" in text)


def _written(root: yaml.SequenceNode, name: str) -> frozenset[str]:
    """What all entries, those that cannot be used included, give for a key."""
    pairs = (pair for node in root.value if isinstance(node, yaml.MappingNode) for pair in node.value)
    return frozenset(str(value.value).strip() for key, value in pairs if key.value == name)


def _known(node: yaml.Node, plan: Plan, ids: Collection[str]) -> None:
    if plan.supersedes == plan.plan_id or (plan.supersedes and plan.supersedes not in ids):
        near = difflib.get_close_matches(plan.supersedes, [one for one in ids if one != plan.plan_id], n=1)
        remedy = f"did you mean {near[0]}?" if near else "name another plan of this register, or leave it out"
        raise _Problem(node, f"supersedes is {plan.supersedes!r}; {remedy}")


def _once(node: yaml.Node, plan: Plan, plans: Mapping[str, Plan]) -> None:
    if plan.plan_id in plans:
        raise _Problem(node, f"a second plan with the id {plan.plan_id}; give one of the two another id")
    for other in plans.values():
        if other.source_file == plan.source_file:
            raise _Problem(
                node,
                f"{plan.source_file} is already the file of {other.plan_id}; remove one of the two entries",
            )
