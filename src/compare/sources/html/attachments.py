"""Files that a page names and does not hold: annexes to be loaded, pages in frames, embedded documents."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from compare.model import Remark

Element = Any  # lxml has no types of its own

_DOCUMENT = re.compile(r"\.(?:docx?|wps|pdf|xlsx?|et|ofd|zip|rar|pptx?|csv)(?:$|[?#&])", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_LONGEST = 80


def remarks_of(body: Element) -> list[Remark]:
    """One for each document that is linked or embedded, by what the page calls it."""
    found: dict[str, Remark] = {}
    for element in body.iter("a", "iframe", "object", "embed", "frame"):
        address = element.get("href") or element.get("src") or element.get("data") or ""
        is_frame = element.tag in ("iframe", "frame") and not element.get("srcdoc")
        if not (_DOCUMENT.search(address) or (is_frame and _is_page(address))):
            continue
        name = _SPACE.sub(" ", "".join(element.itertext())).strip() or _file_name(address)
        key = "attachment" if element.tag == "a" else "embedded_elsewhere"
        found.setdefault(address, Remark(key, name[:_LONGEST]))
    return list(found.values())


def _is_page(address: str) -> bool:
    return bool(address) and not address.startswith(("about:", "javascript:", "data:", "#"))


def _file_name(address: str) -> str:
    return unquote(re.split("[?#]", address)[0]).rstrip("/").rpartition("/")[2] or address
