"""What web pages hold."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator

from tests.support.features.feature import BEDS, SHARE, TITLE, Feature


def html(body: str, head: str = "") -> Callable[[], bytes]:
    page = (
        f'<html><head><meta charset="utf-8"><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{body}'
    )
    return lambda: f"{page}</body></html>".encode()


def web() -> Iterator[Feature]:
    def make(name: str, outcome: str, data: Callable[[], bytes], *values: str, reason: str = "") -> Feature:
        return Feature(name, "html", outcome, data, values or (BEDS,), reason)

    beds = "<p>到2025年，新增养老床位2000张。</p>"
    for tag, reason in (
        ("del", "deleted text"),
        ("s", "struck-through text"),
        ("strike", "struck-through text"),
    ):
        yield make(
            f"text in <{tag}>",
            "furniture",
            html(f"<p>到2025年，新增养老床位<{tag}>1000</{tag}>2000张。</p>"),
            reason=reason,
        )
    hiding = {
        "display:none": "display : none !important",
        "visibility": "visibility:hidden",
        "opacity": "opacity:0",
        "text of size 0": "font-size:0px",
        "white text": "color:#fff",
        "white on white": "color:#FFFFFF;background:white",
        "text off the page": "position:absolute;left:-9999px",
        "an indent off the page": "text-indent:-9999px",
    }
    for name, style in hiding.items():
        hidden = f'<p style="{style}">到2025年，新增养老床位9999张。</p>'
        yield make(
            f"hidden by {name}",
            "furniture",
            html(hidden + beds + beds.replace("2000", "2000")),
            BEDS,
            BEDS,
            reason="hidden text",
        )
    yield make(
        "hidden by a style sheet",
        "furniture",
        html(beds + '<p class="x">新增养老床位7777张。</p>' + beds, "<style>p.x, i {display:none}</style>"),
        BEDS,
        BEDS,
        reason="hidden text",
    )
    yield make(
        "struck through by a style sheet",
        "furniture",
        html(
            '<p>到2025年，新增养老床位<b class="o">1000</b>2000张。</p>',
            "<style>.o{text-decoration:line-through}</style>",
        ),
        reason="struck-through text",
    )
    yield make(
        "white text on a coloured ground",
        "read",
        html(
            '<div style="background:#1f4e79"><p style="color:#fff">到2025年，新增养老床位2000张。</p></div>'
        ),
    )
    yield make(
        "raised mark of a note",
        "furniture",
        html("<p>到2025年，新增养老床位2000<sup>[3]</sup>张。</p>"),
        reason="note mark",
    )
    yield make(
        "m² by a raised 2",
        "read",
        html("<p>到2025年，每百户养老服务设施不少于20m<sup>2</sup>。</p>"),
        "ge 20 平方米/百户 2025",
    )
    yield make(
        "a soft hyphen and marks without width in numbers",
        "read",
        html("<p>到2025年，新增养老床位2&#8203;0&#8288;0&shy;<wbr>0张。</p>".replace("&shy;", "")),
    )
    yield make(
        "line breaks by hand (<br>)",
        "read",
        html("<p>到2025年，护理型床位占比不低<br>于55%，新增养老床位20<br>00张。</p>"),
        BEDS,
        SHARE,
    )
    yield make(
        "lines broken by width (<pre>)",
        "read",
        html("<pre>到2025年，护理型床位占比不低\n于55%，新增养老床位20\n00张。</pre>"),
        BEDS,
        SHARE,
    )
    head = "<tr><th>指标</th><th>2025年目标值</th></tr>"
    for span in ("0", "2", "9"):
        table = (
            f'<table>{head}<tr><td rowspan="{span}">护理型床位占比（%）</td><td>≥55</td></tr>'
            "<tr><td>新增养老床位（张）</td><td>2000</td></tr></table>"
        )
        yield make(f"a rowspan of {span} that cannot be", "read", html(table), SHARE, BEDS)
    yield make(
        "a list of terms (<dl>)",
        "read",
        html("<dl><dt>护理型床位占比</dt><dd>到2025年不低于55%</dd></dl>"),
        SHARE,
    )
    rows = "".join(
        f'<div class="row"><div class="cell">{a}</div><div class="cell">{b}</div></div>'
        for a, b in (("指标", "2025年目标值"), ("护理型床位占比（%）", "≥55"))
    )
    halves = (
        f"<table>{head}<tr><td>护理型床位占比（%）</td><td>≥55</td></tr><tr><td>助餐点（个）</td><td>3</td></tr>"
        "</table><table><tr><td>新增养老床位（张）</td><td>2000</td></tr><tr><td>驿站（个）</td><td>4</td></tr></table>"
    )
    yield make("a table cut in two", "read", html(halves), SHARE, BEDS, "eq 3 个 2025", "eq 4 个 2025")
    yield make("a table of <div>", "read", html(rows), SHARE)
    yield make(
        "a number in a field of a form", "read", html('<p>到2025年，新增养老床位<input value="2000">张。</p>')
    )
    yield make(
        "a page within a frame",
        "read",
        html('<iframe srcdoc="<p>到2025年，新增养老床位2000张。</p>"></iframe>'),
    )
    yield make(
        "text behind the end of the page",
        "read",
        lambda: html("<p>首页</p>")() + b"<html><body>" + beds.encode() + b"</body></html>",
    )
    yield make(
        "text of a picture (alt)",
        "furniture",
        html(f'{beds}<p><img alt="新增床位9999张" src="a.png"></p>{beds}'),
        BEDS,
        BEDS,
        reason="text of a picture",
    )
    yield make(
        "an address in the text",
        "furniture",
        html("<p>到2025年，新增养老床位2000张。附件：http://a.cn/f?x=%E5%85%BB%20%E9%99%84.docx</p>"),
        reason="address",
    )
    yield make(
        "an annex to be loaded",
        "named",
        html(f'{beds}<p><a href="/f/1.docx">附件1.docx</a></p>'),
        reason="attachment",
    )
    parts = (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    yield make(
        "a web archive (MHTML)",
        "read",
        lambda: parts.encode() + base64.encodebytes(html(beds)()) + b"\r\n--b--\r\n",
    )
    yield make(
        "an embedded document",
        "named",
        html(f'{beds}<object data="plan.pdf"></object>'),
        reason="embedded_elsewhere",
    )
    yield make(
        "a page that scripts would fill",
        "error",
        lambda: b'<html><body><div id="app">Loading</div><script src="a.js"></script></body></html>',
        reason="built by scripts",
    )
