"""What the last run left behind, so that the next one does only what is stale.

Everything is a content hash; no clock is consulted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from compare.study.runs.publish import publish

#: Under this name ``State.made`` lists the pages of notebooks.
PAGES = "notebooks"


@dataclass(frozen=True, slots=True)
class State:
    """Keys under which things were made: plans by id, files of tables, notebooks, exports.

    ``reads`` are the parts of the study (:mod:`compare.tables.noting.reads`) that went into each notebook and
    export; ``standing`` are those that stood when the hash of the whole study was ``everything``, each with
    the hash of its notebook, or its name; ``counts`` is what a run ends with; ``made`` lists the files each
    export wrote, relative to the study.
    """

    plans: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)
    notebooks: Mapping[str, str] = field(default_factory=dict)
    exports: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    made: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    standing: Mapping[str, str] = field(default_factory=dict)
    everything: str = ""


def load_state(path: Path) -> State:
    """The state of the last run; an empty one where there is none or it cannot be understood."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        # A state of an older version lists no reads: its files are known, what went into them is not.
        made, reads = _lists(found.pop("made")), _lists(found.pop("reads", {}))
        everything = str(found.pop("everything", ""))
        keys = {name: dict(keys) for name, keys in found.items()}
        return State(**keys, made=made, reads=reads, everything=everything)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return State()


def save_state(path: Path, state: State) -> None:
    """Raises OSError where the folder cannot be written."""
    found = {one.name: getattr(state, one.name) for one in fields(state)}
    # Without an indent, which is written ten times as slowly.
    publish(path.parent, {path.name: (json.dumps(found, sort_keys=True) + "\n").encode()})


def _lists(found: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(texts) for name, texts in found.items()}
