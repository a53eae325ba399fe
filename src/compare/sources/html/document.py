"""Web pages. Decoded first, then parsed: lxml trusts a wrong declaration and loses text."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from typing import Any

from lxml import etree

from compare.model import Document
from compare.sources.decoding import decode
from compare.sources.errors import SourceError
from compare.sources.formats import is_web_archive
from compare.sources.html.attachments import remarks_of
from compare.sources.html.blocks import page_blocks
from compare.sources.html.looks import looks_of
from compare.sources.html.main_content import main_blocks
from compare.sources.layout import Block, Grid, Line, compose

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)|encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
_HEAD = 4096
_DATE = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})")
_SPACE = re.compile(r"\s+")
_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_SENTENCE = re.compile("[。；]|[一-龥].*\\d|\\d.*[一-龥]")
_REQUEST = re.compile("(?i)javascript|脚本|加载中|loading|浏览器")
#: Characters below which a page that scripts were to fill holds nothing of its own.
_FEW = 200


def read_html(data: bytes) -> Document:
    """The plan on a web page: title, number and dates, text, tables. Raises SourceError."""
    root = _parsed(data)
    body = root.find("body")
    if body is None:
        body = root
    looks = looks_of(root)
    titles = _titles(root)
    blocks = main_blocks(body, page_blocks(body, looks), titles)
    if not blocks or _is_shell(root, blocks):
        raise SourceError(
            "there is no text on the page, which may be built by scripts",
            place="whole file",
            remedy="save it once it has loaded in the browser, or copy its text into a .txt",
        )
    return compose([*_from_head(root, titles, blocks), *blocks], "html", remarks_of(body))


def all_blocks(data: bytes) -> list[Block]:
    """Every block of a page without anything around it, as a Word file embeds it."""
    root = _parsed(data)
    return [block.content for block in page_blocks(root, looks_of(root))]


def _from_archive(data: bytes) -> bytes:
    """The page in a web archive (RFC 2557); the first of its parts that is one."""
    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                charset = part.get_content_charset() or ""
                return f"<!-- charset={charset} -->".encode() + content if charset else content
    raise SourceError("there is no page in the web archive", place="whole file", remedy="save the page again")


def _parsed(data: bytes) -> Any:
    if is_web_archive(data):
        data = _from_archive(data)
    declared = _DECLARED.search(data, 0, _HEAD)
    name = (declared[1] or declared[2]).decode("ascii", "replace") if declared else ""
    # A page within a page: what stands behind the first end is read as well.
    page = _ENDS.sub("", decode(data, name).text)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(page.encode(), parser)
    if root is None:
        raise SourceError("there is no page in it", place="whole file", remedy="save the page again")
    for error in parser.error_log.filter_from_fatals():
        if error.type_name == "ERR_RESOURCE_LIMIT":  # what follows would be lost without a word
            raise SourceError(
                "the page nests too deep or holds too much to be read to its end",
                place=f"line {error.line}",
                remedy="copy its text into a .txt, or its text and tables into a .docx",
            )
    return root


def _is_shell(root: Any, blocks: list[Block]) -> bool:
    """Whether scripts were to fill the page: they are there, and hardly a word."""
    if next(root.iter("script"), None) is None:
        return False
    shown = [text for text in _texts(blocks) if not _REQUEST.search(text)]
    return not any(_SENTENCE.search(text) for text in shown) and sum(map(len, shown)) < _FEW


def _titles(root: Any) -> tuple[str, ...]:
    """What the head calls the document: the tag of the government sites' guideline, then title."""
    title = next(root.iter("title"), None)
    named = (
        _meta(root, "ArticleTitle"),
        _meta(root, "og:title"),
        _SPACE.sub(" ", "".join(title.itertext())).strip() if title is not None else "",
    )
    return tuple(name for name in named if name)


def _meta(root: Any, name: str) -> str:
    for meta in root.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() == name.lower():
            return _SPACE.sub(" ", meta.get("content") or "").strip()
    return ""


def _from_head(root: Any, titles: tuple[str, ...], blocks: list[Block]) -> list[Block]:
    """Title and date of publication as lines, where only the head of the page has them."""
    shown = _SPACE.sub("", "".join(_texts(blocks)))
    lines: list[Block] = []
    if titles and not any(_is_shown(title, blocks) for title in titles):
        lines.append(Line(titles[0]))
    published = _meta(root, "PubDate")
    date = _DATE.match(published)
    if date:
        year, month, day = (int(part) for part in date.groups())
        forms = (
            f"{year}-{month:02}-{day:02}",
            f"{year}-{month}-{day}",
            f"{year}年{month}月{day}日",
            f"{year}年{month:02}月{day:02}日",
            f"{year}/{month:02}/{day:02}",
            f"{year}/{month}/{day}",
            f"{year}.{month:02}.{day:02}",
        )
        if not any(form in shown for form in forms):
            lines.append(Line(f"发布日期：{published}"))
    return lines


def _texts(blocks: list[Block]) -> list[str]:
    return [cell.text for b in blocks if isinstance(b, Grid) for cell in b.cells] + [
        b.text for b in blocks if isinstance(b, Line)
    ]


def _is_shown(title: str, blocks: list[Block]) -> bool:
    """Whether the title, or what remains of it without the site's name, stands in the text."""
    wanted = _SPACE.sub("", title)
    texts = [_SPACE.sub("", text) for text in _texts(blocks)]
    return any(wanted in text or (len(text) >= 8 and text in wanted) for text in texts)
