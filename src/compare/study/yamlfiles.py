"""YAML as the researcher's own files: read fast, and what is wrong with one said in one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from compare.study.errors import StudyError

#: libyaml where PyYAML was built with it: ten times faster.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, name: str) -> Any:
    """The content of a YAML file; raises StudyError with its name, line and remedy."""
    try:
        return yaml.load(read_text(path, name), LOADER)
    except yaml.YAMLError as error:
        raise StudyError(f"{name}: {yaml_problem(error)}") from None


def read_text(path: Path, name: str) -> str:
    """The text of a UTF-8 file; raises StudyError."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise StudyError(f"{name}: byte {error.start}: not UTF-8; save the file as UTF-8") from None
    except OSError as error:
        raise StudyError(f"{name}: {error.strerror}; check that the file can be read") from None


def yaml_problem(error: yaml.YAMLError) -> str:
    """``line 3: what; remedy`` of a file that is not YAML."""
    mark = getattr(error, "problem_mark", None)
    place = f"line {mark.line + 1}" if mark is not None else "somewhere"
    what = " ".join(str(getattr(error, "problem", None) or "not readable").split())
    return f"{place}: not valid YAML ({what}); check indentation, colons and quotes there"
