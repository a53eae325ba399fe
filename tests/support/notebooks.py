"""The cells of a notebook run in this process: a kernel for each would take longer than the cells."""

from __future__ import annotations

import ast
import io
import warnings
from collections.abc import Mapping
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import nbformat


@dataclass
class Shown:
    """What the cells showed: values of their last lines, what they printed, how many figures they drew."""

    values: list[Any] = field(default_factory=list)
    printed: str = ""
    figures: int = 0


def run_cells(text: str, study: Path, change: Mapping[str, str] | None = None) -> Shown:
    """Run the code cells of a notebook (its text) in the folder ``study``, one after the other.

    ``change`` replaces parts of the parameters, each of which must be there. Every value shown is rendered
    and every figure drawn, as Jupyter would.
    """
    for old, new in (change or {}).items():
        escaped = [part.replace('"', '\\"') for part in (old, new)]
        assert escaped[0] in text
        text = text.replace(*escaped)
    names: dict[str, Any] = {}
    shown, printed = Shown(), io.StringIO()
    with chdir(study), redirect_stdout(printed), warnings.catch_warnings(), plt.rc_context():
        warnings.simplefilter("ignore")  # a notebook shows warnings and goes on
        for cell in nbformat.reads(text, as_version=4).cells:
            if cell.cell_type == "code":
                _run(cell.source, names, shown)
    shown.printed = printed.getvalue()
    return shown


def _run(source: str, names: dict[str, Any], shown: Shown) -> None:
    body = ast.parse(source).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "cell", "exec"), names)
    if last is not None:
        assert isinstance(last, ast.Expr)
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
        if render := getattr(value, "_repr_html_", None):
            assert "<" in render()
        shown.values.append(value)
    for number in plt.get_fignums():
        plt.figure(number).canvas.draw()
        shown.figures += 1
    plt.close("all")
