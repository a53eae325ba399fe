"""From a path or bytes to a Document: the checks, and the choice of the format's module."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from compare.sources import formats
from compare.sources.errors import CONTROL, SourceError
from compare.sources.installed.recognition import recogniser

if TYPE_CHECKING:
    from compare.model import Document


def read_bytes(data: bytes, name: str) -> Document:
    """The document in ``data``; only the ending of ``name`` counts. Raises SourceError."""
    from compare.sources.installed.conversion import converted

    data, name = converted(data, name)
    kind = formats.format_of(name)
    formats.check_size(len(data), kind)
    formats.check_content(data, kind)
    document = _reader(kind)(data)
    if not document.text.strip():
        raise SourceError("it holds no text", place="whole file", remedy="download or save the plan again")
    return document


def _reader(kind: str) -> Callable[[bytes], Document]:
    """The function that reads a format; its libraries are imported only here."""
    match kind:
        case "html":
            from compare.sources.html.document import read_html

            return read_html
        case "docx":
            from compare.sources.embedded import blocks_of_part
            from compare.sources.word.document import read_docx

            return partial(read_docx, read_part=blocks_of_part)
        case "xlsx":
            from compare.sources.sheet.document import read_xlsx

            return read_xlsx
        case "pdf":
            from compare.sources.pdf.document import read_pdf

            return partial(read_pdf, recognise=recogniser())
        case _:
            from compare.sources.plaintext import read_md, read_txt

            return read_md if kind == "md" else read_txt


def read_file(path: str | os.PathLike[str]) -> Document:
    """The document in a file. Raises SourceError, also for what the file system refuses."""
    from compare.sources.installed.conversion import target_of

    path = Path(path)
    if CONTROL.search(str(path)):
        raise SourceError("the name holds control characters", place="file name", remedy="rename the file")
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceError("this is a folder", place="file name", remedy="name the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(
                "this is not a regular file", place="file name", remedy="save the plan as a file"
            )
        formats.check_size(status.st_size, target_of(path.name))
        data = path.read_bytes()
    except FileNotFoundError:
        raise SourceError("there is no such file", place="file name", remedy="check the path") from None
    except PermissionError:
        raise SourceError(
            "reading is not permitted", place="file", remedy="grant read access to it"
        ) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SourceError(
            f"it cannot be opened ({reason})", place="file", remedy="copy it to this computer"
        ) from None
    return read_bytes(data, path.name)


def inside(path: str | os.PathLike[str], folder: str | os.PathLike[str]) -> Path:
    """The real path of ``path`` if it lies in ``folder``, links followed; else SourceError.

    Keeps ``../`` and symbolic links from leading a study to files it does not hold.
    """
    real, base = Path(path).resolve(), Path(folder).resolve()
    if not real.is_relative_to(base):
        raise SourceError(
            "the path or a link in it leads out of the folder",
            place="file name",
            remedy="copy the file itself into the folder",
        )
    return real
