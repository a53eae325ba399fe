"""The commands. Arguments in, text out; what they do is in the rooms below."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from compare.sources.errors import one_line
from compare.study import commands
from compare.study.errors import StudyError, explain
from compare.study.runs.targets import TARGETS

_PROGRAM = "compare-plans"
_FORMATS = ("table", "csv", "jsonl")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 something is wrong, 2 wrong usage."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        code = options.command(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, EOFError):  # Ctrl+C, or the end of what is typed (Ctrl+D, Ctrl+Z)
        complain(["stopped"])
        return 130
    except (ValueError, LookupError, OSError) as error:
        known = explain(error)
        if known is None:
            raise
        complain(known)
        return 1
    return int(code)


def complain(lines: Iterable[str]) -> None:
    """One line per problem on standard error."""
    for line in lines:
        print(f"{_PROGRAM}: {one_line(line)}", file=sys.stderr)


def _speak_utf8() -> None:
    """Chinese must not fail on a Windows console of another code page, nor LF become CRLF in a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=_PROGRAM,
        description="From Chinese regional elderly-care plans to comparable indicators. "
        "Every number leads back to the sentence it came from.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and end")
    add = parser.add_subparsers(title="commands", metavar="COMMAND", required=True).add_parser

    run = add("run", help="do whatever is stale: read, code, tabulate, check, notebooks, exports")
    _study(run)
    run.add_argument(
        "--workers",
        type=_count,
        default=0,
        metavar="N",
        help="work in N processes: reading, figures, notebooks",
    )
    run.add_argument("--scheduler", default="", metavar="ADDRESS", help="read plans on a dask cluster")
    run.add_argument(
        "--no-notebooks", dest="notebooks", action="store_false", help="leave the notebooks alone"
    )
    run.set_defaults(command=_run)

    new = add("add", help="register a plan: its header is read and shown for confirmation")
    new.add_argument("files", nargs="+", type=Path, metavar="FILE")
    new.add_argument("--yes", action="store_true", help="do not ask")
    new.add_argument(
        "--supersedes", default="", metavar="ID", help="the plan of which FILE is a newer edition"
    )
    _study(new)
    new.set_defaults(command=_add)

    extract = add("extract", help="one file's statements to standard output; no study needed")
    extract.add_argument("file", type=Path, metavar="FILE")
    extract.add_argument("--format", choices=_FORMATS, default="table", help="default: table")
    extract.set_defaults(command=_extract)

    text = add("text", help="the text that the offsets of the tables refer to")
    text.add_argument("file", type=Path, metavar="FILE")
    text.set_defaults(command=_text)

    why = add("explain", help="why a line, a statement or an instrument was read and coded as it was")
    why.add_argument("what", metavar="FILE:LINE or ID")
    why.add_argument("--lang", choices=("en", "zh"), default="en", help="default: en")
    _study(why)
    why.set_defaults(
        command=lambda options: _lines(commands.explain(options.what, options.study, options.lang))
    )

    check = add("check", help="findings and numerals without a role; exit 1 if there are errors")
    _study(check)
    check.set_defaults(command=_check)

    diff = add("diff", help="what is new, gone or changed, against the last run, a git revision or a folder")
    diff.add_argument(
        "since", nargs="?", default="", metavar="GIT-REV or DIR", help="default: what the last run changed"
    )
    _study(diff)
    diff.set_defaults(command=lambda options: _lines(commands.diff(options.since, options.study)))

    review = add("review", help="go through what a person should look at; decisions become corrections")
    review.add_argument("--list", action="store_true", help="print the queue and end")
    review.add_argument("--reviewer", default="", metavar="NAME", help="who decides; asked for if not given")
    _study(review)
    review.set_defaults(command=_review)

    agreement = add("agreement", help="hold a second person's coding (CSV) against the statements")
    agreement.add_argument("file", type=Path, metavar="FILE.csv")
    agreement.add_argument(
        "--write",
        action="store_true",
        help="keep the agreement on instruments with the codebook: entries below 0.667 become provisional",
    )
    _study(agreement)
    agreement.set_defaults(
        command=lambda options: _lines(commands.agreement(options.file, options.study, options.write))
    )

    export = add("export", help=" or ".join(TARGETS))
    export.add_argument("what", choices=list(TARGETS))
    export.add_argument("--output", type=Path, metavar="PATH", help="default: in reports/")
    export.add_argument(
        "--since",
        default="",
        metavar="GIT-REV or DIR",
        help="what the workbook's sheet of changes compares with; default: as diff",
    )
    _study(export)
    export.set_defaults(command=_export)

    _codebook(add("codebook", help="show an indicator, check the codebook, write its pages"))

    own = add("notebook", help="start a notebook of your own from a question")
    own.add_argument("question", metavar="QUESTION")
    own.add_argument("--topic", default="beds", metavar="GROUP", help="group of indicators; default: beds")
    _study(own)
    own.set_defaults(
        command=lambda options: _lines([commands.notebook(options.question, options.topic, options.study)])
    )

    lab = add("lab", help="JupyterLab on notebooks/")
    _study(lab)
    lab.set_defaults(command=lambda options: commands.lab(options.study))
    return parser


class _Version(argparse.Action):
    """Looks the version up only when asked for: that costs more than parsing everything else."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"{_PROGRAM} {version(_PROGRAM)}")
        parser.exit()


def _codebook(parser: argparse.ArgumentParser) -> None:
    add = parser.add_subparsers(title="commands", metavar="COMMAND", required=True).add_parser
    show = add("show", help="one indicator in full")
    show.add_argument("id", metavar="ID")
    show.set_defaults(command=lambda options: _lines(commands.codebook_entry(options.id, options.study)))
    lint = add("lint", help="are all entries whole, and do their examples hold?")
    lint.set_defaults(command=_lint)
    docs = add("docs", help="write docs/codebook.md and docs/tables.md")
    docs.add_argument("--output", type=Path, metavar="DIR", help="default: docs/ of the study")
    docs.set_defaults(command=lambda options: _lines(commands.codebook_docs(options.output, options.study)))
    for command in (show, lint, docs):
        _study(command)


def _study(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--study",
        type=Path,
        metavar="DIR",
        help="folder with data/raw; default: the nearest from here upwards",
    )


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of 1 or more")
    return number


def _run(options: argparse.Namespace) -> int:
    report = commands.run(options.study, options.workers, options.scheduler, options.notebooks)
    _lines(report.lines)
    sys.stdout.flush()
    complain(report.problems)
    return report.exit_code


def _add(options: argparse.Namespace) -> int:
    confirm = _yes if options.yes else _ask
    return _lines(commands.add(options.files, options.study, confirm, options.supersedes))


def _notice(line: str) -> None:
    print(line, file=sys.stderr)


def _extract(options: argparse.Namespace) -> int:
    sys.stdout.writelines(commands.extract(options.file, options.format, _notice))
    return 0


def _text(options: argparse.Namespace) -> int:
    sys.stdout.write(commands.text(options.file))
    return 0


def _check(options: argparse.Namespace) -> int:
    lines, errors = commands.check(options.study)
    _lines(lines)
    return 1 if errors else 0


def _review(options: argparse.Namespace) -> int:
    if options.list:
        return _lines(commands.review_list(options.study))
    commands.review(options.study, options.reviewer, input if sys.stdin.isatty() else None)
    return 0


def _export(options: argparse.Namespace) -> int:
    return _lines(commands.export(options.what, options.output, options.study, options.since))


def _lint(options: argparse.Namespace) -> int:
    faults = commands.codebook_faults(options.study)
    complain(faults)
    if not faults:
        print("the codebook holds: every example is coded as it says")
    return 1 if faults else 0


def _lines(lines: Iterable[str]) -> int:
    for line in lines:
        print(line)
    return 0


def _yes(entry: str) -> bool:
    print(entry)
    return True


def _ask(entry: str) -> bool:
    """Show a proposed entry of the register and ask; needs a terminal."""
    print(entry, flush=True)
    if not sys.stdin.isatty():
        raise StudyError("add: no terminal to confirm on; add --yes if the entry shown is right")
    return input("register this plan? [y/N] ").strip().lower() in ("y", "yes", "是")


if __name__ == "__main__":
    sys.exit(main())
