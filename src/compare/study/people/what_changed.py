"""What changed in the tables, in a few lines; and the older tables it is measured against."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.study.errors import StudyError
from compare.study.place import Study, find_study
from compare.study.runs.publish import publish

if TYPE_CHECKING:
    import pandas as pd

    from compare.tables.comparing.changes import Changes

#: What the tables of the last run that changed them are compared with.
LAST_RUN = "the run before"
_SHOWN = 12
_OVERALL = "indicator"
_NAMES = {
    "plan": "plans",
    "cell": "comparison",
    _OVERALL: "indicators over all plans",
    "statement": "statements",
}
_ENDS = ("new", "gone")
_ASPECTS = ("value", "comparator", "deadline", "scope", "indicator")


def since(study: Study, what: str = "") -> Changes | None:
    """What changed since a git revision or in comparison with a folder; "" is the run before.

    The folder is a study's, or one that holds tables. None without ``what`` where no run has changed
    tables yet. Raises StudyError for what is neither, and TableError for tables that cannot be read.
    """
    from compare.tables.comparing.changes import Changes, changes, from_csv, read_needed

    if not what:
        try:
            return Changes(LAST_RUN, from_csv(study.last_changes.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError):
            return None
    if Path(what).is_dir():
        folder = _tables_in(Path(what))
        before = read_needed(lambda name: _stored(folder, name))
    else:
        commit = _commit(study, what)
        before = read_needed(lambda name: _blob(study, commit, what, name))
    after = read_needed(lambda name: _stored(study.processed, name))
    return Changes(what, changes(before, after))


def keep(study: Study, rows: pd.DataFrame) -> None:
    """Keep what a run changed for ``diff`` and the workbook. Raises OSError."""
    from compare.tables.comparing.changes import to_csv

    path = study.last_changes
    publish(path.parent, {path.name: to_csv(rows).encode("utf-8")})


def lines(rows: pd.DataFrame, shown: int = _SHOWN) -> list[str]:
    """How much of what changed, then the plans, cells and indicators concerned, at most ``shown``."""
    found = _plain(rows)
    detailed = [row for row in found if row["what"] != "statement"]
    details = list(map(_detail, detailed[:shown]))
    more = len(detailed) - len(details)
    return [
        *(line for what in _NAMES for line in _counted(found, what)),
        *details,
        *([f"  and {more} more: compare-plans diff"] if more else []),
    ]


def sections(rows: pd.DataFrame) -> Iterator[str]:
    """All that changed: for each table how much, and below it every plan, cell or statement."""
    found = _plain(rows)
    for what in _NAMES:
        yield from _counted(found, what)
        yield from (_detail(row) for row in found if row["what"] == what)


def first_lines(rows: Mapping[str, int]) -> list[str]:
    """What is said of tables, of so many ``rows``, that had none before them."""
    sizes = ", ".join(f"{number} {name}" for name, number in rows.items() if number)
    return [f"first tables: {sizes}"]


def _plain(rows: pd.DataFrame) -> list[dict[str, str]]:
    from compare.tables.storage.frames import records

    return [{str(name): _text(value) for name, value in row.items()} for row in records(rows)]


def _counted(rows: Sequence[Mapping[str, str]], what: str) -> Iterator[str]:
    """How many rows of a table changed and how; a changed status is counted apart from a changed value."""
    found = [row["change"] for row in rows if row["what"] == what]
    if not found:
        return
    if what == _OVERALL:
        yield f"{_NAMES[what]}: {len(found)} changed"
        return
    ends = Counter(change for change in found if change in _ENDS)
    aspects = Counter(aspect for change in found if change not in _ENDS for aspect in change.split())
    parts = [f"{ends[end]} {end}" for end in _ENDS]
    changed = sum(change not in (*_ENDS, "status") for change in found)
    how = ", ".join(f"{aspect} {aspects[aspect]}" for aspect in _ASPECTS if aspects[aspect])
    parts += [f"{changed} changed ({how})"] if changed else []
    parts += [f"{aspects['status']} changed in status"] if aspects["status"] else []
    yield f"{_NAMES[what]}: {', '.join(parts)}"


def _detail(row: Mapping[str, str]) -> str:
    named = " ".join(filter(None, (row["plan_id"], row["indicator"])))
    if row["what"] == _OVERALL:
        return f"  {named}: stated by {row['before']} -> {row['after']}"
    change = row["change"].replace(" ", ", ")
    if row["change"] in _ENDS:
        return f"  {named}: {change}: {row['after'] or row['before']}"
    return f"  {named}: {change}: {row['before']} -> {row['after']}"


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _tables_in(folder: Path) -> Path:
    from compare.tables.storage.table_files import are_stored

    if are_stored(folder):
        return folder
    with suppress(StudyError):
        processed = find_study(folder).processed
        if are_stored(processed):
            return processed
    raise StudyError(f"{folder}: no tables there; name a study that was run, or a folder of its tables")


def _stored(folder: Path, name: str) -> bytes | pd.DataFrame:
    """A table, or the bytes of its CSV, which may be of an older version."""
    from compare.tables.storage.store import read_stored
    from compare.tables.storage.table_files import is_parquet, table_files

    return (
        read_stored(folder, name) if is_parquet(folder, name) else table_files(folder, name)[0].read_bytes()
    )


def _commit(study: Study, what: str) -> str:
    """The full name of a git revision."""
    done = _git(study, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{what}^{{commit}}")
    if done.returncode:
        raise StudyError(
            f"{what}: neither a folder nor a git revision of this study; "
            "see 'git log data/processed' for those there are"
        )
    return done.stdout.decode("utf-8").strip()


def _blob(study: Study, commit: str, what: str, name: str) -> bytes:
    file = study.show(study.processed / f"{name}.csv")
    done = _git(study, "cat-file", "blob", f"{commit}:./{file}")
    if done.returncode:
        raise StudyError(f"{what}: {file} is not in that revision; name one in which the tables are tracked")
    return done.stdout


def _git(study: Study, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(study.root), *arguments], capture_output=True, check=False)
    except OSError:
        raise StudyError("diff: git is not installed; install it, or name a folder to compare with") from None
