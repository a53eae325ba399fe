"""Which blocks of a web page are the plan.

The plan's body is the smallest element that holds nearly all running text of the page. Before
it come the title and the lines that say number and dates, after it annexes; links among them
that only lead elsewhere stay in the text, marked as furniture. Everything else (menus, footer,
lists of other pages) is not part of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from compare.sources.html.blocks import Element, PageBlock
from compare.sources.layout import Block, Grid, Line

#: The body holds at least this share of the page's running text.
_NEARLY_ALL = 0.95
_SENTENCE = re.compile("[。；;！]|[，,].*[，,]")
# Lines about the site itself, which are short; a plan may speak of 备案 in a long one.
_IMPRINT_SIZE = 200
_IMPRINT = re.compile("ICP|备案|网站标识码|版权所有|技术支持|网站地图|主办单位|承办单位|法律声明")
# Labels of the index that the rules on open government information (政府信息公开) ask for.
_META = re.compile(
    r"\s*[【\[]?\s*(?:(?P<index>索\s*引\s*号)|文\s*号|发\s*文\s*[字文]\s*号|文件编号"
    r"|(?:发布|发文|制发|公开|公布|印发)(?:机[关构]|单位|主体|部门|日期|时间)"
    r"|(?:成文|生成|生效|施行|实施|失效|废止)(?:日期|时间)|主题(?:分类|词)|[体题]裁分类|分\s*类|有\s*效\s*性|文件状态"
    r"|标\s*题|(?:信息|文件)?名\s*称|日\s*期|时\s*间|(?:信息|文章)?来\s*源)\s*[】\]]?\s*[：:]"
)
# Whole lines, white space removed, that operate the page.
_TOOL = re.compile(
    r"(?:[【\[（(]?(?:打印(?:本页|此页|文章)?|关闭(?:窗口|本页|页面)?|字[体号]|大|中|小|视力保护色?|分享(?:到|至)?|收藏(?:本页|此页)?"
    r"|返回(?:顶部|列表|首页|上一页)?|下载(?:文字版|图片版)?|微信|微博|朗读|纠错|我要纠错|[|｜/])[】\]）)]?[：:]?)+"
    r"|(?:扫一扫|责任编辑|编辑|相关(?:链接|新闻|文章|解读|文件|稿件)|[上下]一[篇条页]|您?(?:现在|当前)?所?在?的?位置|浏览次数|浏览量|阅读量?"
    r"|点击[数率量]|访问量).{0,100}"
)
_ANNEX = re.compile(r"\s*[【\[（(]?\s*附\s*[件表录]")
_DOCUMENT_LINK = re.compile(r"\.(?:docx?|wps|pdf|xlsx?|et|ofd|zip|rar)(?:$|[?#])", re.IGNORECASE)
# Parts of a page by the words their authors put in class, id and role.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|bread[-_]?crumbs?|crumbs?|location|position|menu|side[-_]?bar|search|share"
    r"|pager?|pagination|foot(?:er)?|copyright|related|tool(?:s|bar)|qr[-_]?code|login|banner|contentinfo)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_TOP = 10  # blocks at the top of the body among which its title may stand
_PLAN_TITLE = re.compile(
    "[^。；]{4,80}(?:通知|方案|规划|意见|办法|条例|计划|纲要|细则|决定|规定|措施|报告)(?:[（(].{1,20}[）)])?"
)
_SPACE = re.compile(r"\s+")
_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")
_TEXT = frozenset({"p", "h1", "h2", "h3", "li", "pre", "blockquote"})


def main_blocks(root: Element, blocks: list[PageBlock], titles: tuple[str, ...]) -> list[Block]:
    """The blocks of the plan among all of a page; ``titles`` are what the head calls it."""
    weights = [_weight(block) for block in blocks]
    held = _held(blocks, weights)
    body = _body(root, held, {block.element for block in blocks if isinstance(block.content, Grid)})
    inside = [any(e is body for e in _line_of_ancestors(block.element)) for block in blocks]
    if True not in inside:
        return []
    first = inside.index(True)
    last = len(inside) - inside[::-1].index(True)
    limit = (1 - _NEARLY_ALL) * max(held[root], 1)
    around = [_is_around(block, held, limit) for block in blocks]
    title = _title_before(blocks, first, titles, around)
    chosen: list[Block] = []
    for index, block in enumerate(blocks):
        if index < first:
            wanted = _is_meta(block) or (index >= title and not around[index])
        elif index < last:
            wanted = True
        else:
            wanted = _is_annex(block) and not around[index]
        if not wanted or (_is_unread(block) and not first <= index < last):
            continue
        if _is_meta(block):
            chosen.extend(_meta_lines(block.content))
        elif _is_unread(block):
            chosen.append(block.content)
        elif index < last and (around[index] or _is_link(block) or _is_tool(block)):
            chosen.append(_marked(block.content))
        else:
            chosen.append(block.content)
    return chosen


def _is_unread(block: PageBlock) -> bool:
    """Hidden or struck-through text, already marked with its reason."""
    return isinstance(block.content, Line) and bool(block.content.furniture)


def _weight(block: PageBlock) -> int:
    """Characters of running text: sentences and data tables, but not what is mostly links."""
    if block.links * 2 > block.characters or _is_meta(block) or _is_unread(block):
        return 0
    if isinstance(block.content, Line):
        text = block.content.text
        if not _SENTENCE.search(text) or (len(text) < _IMPRINT_SIZE and _IMPRINT.search(text)):
            return 0
    return block.characters - block.links


def _line_of_ancestors(element: Element) -> list[Element]:
    return [element, *element.iterancestors()]


def _held(blocks: list[PageBlock], weights: list[int]) -> Counter[Element]:
    """Running text inside each element."""
    held: Counter[Element] = Counter()
    for block, weight in zip(blocks, weights, strict=True):
        for element in _line_of_ancestors(block.element):
            held[element] += weight
    return held


def _body(root: Element, held: Counter[Element], tables: set[Element]) -> Element:
    total = held[root]
    body = root
    while total:
        heir = next((child for child in body if held.get(child, 0) >= _NEARLY_ALL * total), None)
        # One paragraph may be nearly all of a short page: its container is the body then.
        if heir is None or heir.tag in _TEXT or heir in tables:
            break
        body = heir
    return body


def _is_around(block: PageBlock, held: Counter[Element], limit: float) -> bool:
    """Whether the block stands in a part named as navigation that holds hardly any text."""
    for element in _line_of_ancestors(block.element):
        if held[element] > limit:
            return False
        named = " ".join(element.get(name) or "" for name in ("class", "id", "role", "title"))
        if element.tag in ("nav", "footer", "aside") or _AROUND.search(_CAMEL.sub("-", named)):
            return True
    return False


def _is_link(block: PageBlock) -> bool:
    """Mostly a link, and not one to an annex."""
    if not isinstance(block.content, Line) or block.links * 2 <= block.characters:
        return False
    if _ANNEX.match(block.content.text):
        return False
    return not any(_DOCUMENT_LINK.search(a.get("href") or "") for a in block.element.iter("a"))


def _is_meta(block: PageBlock) -> bool:
    if isinstance(block.content, Line):
        return bool(_META.match(block.content.text)) and not block.content.furniture
    labels = sum(1 for cell in block.content.cells if _META.match(cell.text))
    return labels >= 2


def _meta_lines(content: Line | Grid) -> Iterator[Line]:
    """Each label with its value on one line; the index number is the archive's, not the plan's."""
    if isinstance(content, Line):
        yield _meta_line(content.text)
        return
    cells = list(content.cells)
    while cells:
        cell = cells.pop(0)
        value = ""
        label = _META.fullmatch(cell.text)
        if label and cells and cells[0].row == cell.row and not _META.fullmatch(cells[0].text):
            value = cells.pop(0).text
        if cell.text or value:
            yield _meta_line(cell.text + value)


def _meta_line(text: str) -> Line:
    label = _META.match(text)
    return Line(text, "index number" if label and label["index"] else "")


def _is_tool(block: PageBlock) -> bool:
    if isinstance(block.content, Grid):
        return False
    return bool(_TOOL.fullmatch(_SPACE.sub("", block.content.text)))


def _is_annex(block: PageBlock) -> bool:
    if isinstance(block.content, Grid):
        return block.links * 2 <= block.characters
    return bool(_ANNEX.match(block.content.text))


def _title_before(blocks: list[PageBlock], first: int, titles: tuple[str, ...], around: list[bool]) -> int:
    """Index of the first line of the title nearest before the body; ``first`` if there is none.

    The title is what the head of the page says, or reads like that of a plan; it may be broken
    into several lines.
    """
    wanted = [_SPACE.sub("", title) for title in titles]

    def is_title(index: int, least: int = 8) -> bool:
        content = blocks[index].content
        if not isinstance(content, Line) or content.furniture or around[index] or _is_link(blocks[index]):
            return False
        text = _SPACE.sub("", content.text)
        named = len(text) >= least and any(text in title or title in text for title in wanted)
        return named or bool(_PLAN_TITLE.fullmatch(text))

    if any(is_title(index) for index in range(first, min(first + _TOP, len(blocks)))):
        return first
    found = next((index for index in range(first - 1, -1, -1) if is_title(index)), first)
    while 0 < found < first and is_title(found - 1, 4):
        found -= 1
    return found


def _marked(content: Line | Grid) -> Block:
    return Line(content.text, content.furniture or "navigation") if isinstance(content, Line) else content
