"""What files hold beside plain text, one small file for each format and feature, and what must come of it.

Each is a plan of a title and a paragraph or two. ``outcome`` is "read" (its values come out), "furniture"
(its text is marked with ``reason`` and gives no value), "named" (a remark says that it is not read) or
"error" (the file is refused with a line that holds ``reason``).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

TITLE = "甲市养老服务体系建设实施方案"
BEDS = "eq 2000 张 2025"
SHARE = "ge 55 % 2025"


@dataclass(frozen=True, slots=True)
class Feature:
    """``values`` are the statements, as comparator, number, unit and deadline."""

    name: str
    form: str
    outcome: str
    data: Callable[[], bytes]
    values: tuple[str, ...] = (BEDS,)
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.form}: {self.name}"


# --- how a file of each format is written ---------------------------------------------

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def txt(*lines: str) -> Callable[[], bytes]:
    return lambda: "\n".join((TITLE, *lines)).encode()


def md(*lines: str) -> Callable[[], bytes]:
    return lambda: "\n\n".join((f"# {TITLE}", *lines)).encode()


def html(body: str, head: str = "") -> Callable[[], bytes]:
    page = (
        f'<html><head><meta charset="utf-8"><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{body}'
    )
    return lambda: f"{page}</body></html>".encode()


def run(text: str, look: str = "") -> str:
    """A run of Word with these properties."""
    return f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def par(*runs: str, style: str = "") -> str:
    properties = f"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>" if style else ""
    return f"<w:p>{properties}{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"


def word_table(*rows: str) -> str:
    """A table of Word; a row is its ``w:tc`` elements."""
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(text)}</w:tc>"


def docx(
    *paragraphs: str, parts: dict[str, str] | None = None, strict: bool = False, main: str = "document.xml"
) -> Callable[[], bytes]:
    """A package of what must be there and no more; ``parts`` are named by their kind of relation."""

    def write() -> bytes:
        extra = parts or {}
        relations = "".join(
            f'<Relationship Id="r{n}" Type="{_R}/{name.partition(".")[0]}" Target="{name}"/>'
            for n, name in enumerate(extra)
        )
        names = f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
        body = "".join((par(TITLE), *paragraphs))
        files = {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a"'
            f' Type="{_R}/officeDocument" Target="word/{main}"/></Relationships>',
            f"word/{main}": f"<w:document {names}><w:body>{body}</w:body></w:document>",
            f"word/_rels/{main}.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
            f'<Relationship Id="z" Type="{_R}/image" Target="../NULL"/></Relationships>',
            **{f"word/{name}": content.replace("NS", names, 1) for name, content in extra.items()},
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name, content in files.items():
                if strict:
                    content = content.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
                        _R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
                    )
                package.writestr(name, content)
        return out.getvalue()

    return write


_STYLES = {
    "styles.xml": "<w:styles NS>"
    "<w:style w:type='paragraph' w:styleId='Gone'><w:name w:val='gone'/><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='Base'><w:rPr><w:strike/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='Out'><w:basedOn w:val='Base'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='T1'><w:name w:val='toc 1'/></w:style></w:styles>"
}
_FOOTNOTES = {
    "footnotes.xml": "<w:footnotes NS><w:footnote w:id='1'>"
    f"{par('含在建床位500张。')}</w:footnote></w:footnotes>"
}


def _word() -> Iterator[Feature]:
    start, end = "到2025年，新增养老床位", "张。"

    def make(name: str, outcome: str, data: Callable[[], bytes], *values: str, reason: str = "") -> Feature:
        return Feature(name, "docx", outcome, data, values or (BEDS,), reason)

    struck = {"strike": "struck", "dstrike": "struck twice"}
    for look, name in struck.items():
        yield make(
            f"text {name} through",
            "furniture",
            docx(par(start, run("1000", f"<w:{look}/>"), "2000", end)),
            reason="struck-through text",
        )
    yield make(
        "struck through by a style",
        "furniture",
        docx(par(start, run("1000", "<w:rStyle w:val='Out'/>"), "2000", end), parts=_STYLES),
        reason="struck-through text",
    )
    hidden = {
        "hidden text": "<w:vanish/>",
        "white text": "<w:color w:val='FFFFFF'/>",
        "text of size 0": "<w:sz w:val='1'/>",
    }
    for name, look in hidden.items():
        yield make(name, "furniture", docx(par(start, run("9", look), "2000", end)), reason="hidden text")
    yield make(
        "hidden by a style",
        "furniture",
        docx(par(start, "2000", end), par("到2025年，新增养老床位9999张。", style="Gone"), parts=_STYLES),
        reason="hidden text",
    )
    yield make(
        "white text on a coloured ground",
        "read",
        docx(par(start, run("2000", "<w:color w:val='FFFFFF'/><w:shd w:fill='1F4E79'/>"), end)),
    )
    yield make(
        "tracked changes",
        "furniture",
        docx(
            par(
                start,
                "<w:del><w:r><w:delText>1000</w:delText></w:r></w:del>",
                f"<w:ins>{run('2000')}</w:ins>",
                end,
            ),
            f"<w:p><w:moveFrom>{run('新增养老床位7777张。')}</w:moveFrom></w:p>",
        ),
        reason="deleted text",
    )
    yield make(
        "a paragraph mark that was deleted",
        "read",
        docx(
            "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>" + run(start + "20") + "</w:p>",
            par("00", end),
        ),
    )
    raised = "<w:vertAlign w:val='superscript'/>"
    yield make(
        "raised mark of a note",
        "furniture",
        docx(par(start, "2000", run("3", raised), end)),
        reason="note mark",
    )
    yield make(
        "m² by a raised 2",
        "read",
        docx(par("到2025年，每百户养老服务设施不少于20m", run("2", raised), "。")),
        "ge 20 平方米/百户 2025",
    )
    yield make(
        "footnotes",
        "read",
        docx(par(start, "2000", "<w:r><w:footnoteReference w:id='1'/></w:r>", end), parts=_FOOTNOTES),
        BEDS,
        "eq 500 张",
    )
    yield make(
        "line breaks by hand",
        "read",
        docx(
            par(
                "到2025年，护理型床位占比不低",
                "<w:r><w:br/></w:r>",
                "于55%，新增养老床位20",
                "<w:r><w:br/></w:r>",
                "00张。",
            )
        ),
        BEDS,
        SHARE,
    )
    yield make(
        "table of contents",
        "furniture",
        docx(
            par("一、新增养老床位2000张", "<w:r><w:tab/></w:r>", "3", style="T1"),
            par(start, "2000", end),
            parts=_STYLES,
        ),
        reason="table of contents",
    )
    yield make(
        "a number in an equation",
        "read",
        docx(par("到2025年，护理型床位占比", "<m:oMath><m:r><m:t>≥55%</m:t></m:r></m:oMath>", "。")),
        SHARE,
    )
    head = tc("县") + tc("2025年新增床位（张）", "<w:hMerge w:val='restart'/>") + tc("", "<w:hMerge/>")
    yield make(
        "cells merged the old way (hMerge)",
        "read",
        docx(word_table(head, tc("县") + tc("公办") + tc("民办"), tc("甲县") + tc("30") + tc("40"))),
        "eq 30 张 2025",
        "eq 40 张 2025",
    )
    yield make("strict Open XML", "read", docx(par(start, "2000", end), strict=True))
    yield make("no styles, a relation to nowhere", "read", docx(par(start, "2000", end)))
    yield make(
        "the main part under another name", "read", docx(par(start, "2000", end), main="document2.xml")
    )
    yield make(
        "an embedded web page (altChunk)",
        "read",
        docx(
            "<w:altChunk r:id='r0'/>",
            parts={"aFChunk.html": "<html><body><p>到2025年，新增养老床位2000张。</p></body></html>"},
        ),
    )
    yield make(
        "an embedded sheet",
        "named",
        docx(par(start, "2000", end), parts={"embeddings/book1.xlsx": "x"}),
        reason="embedded_file",
    )


def _pages() -> Iterator[Feature]:
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


def _plain() -> Iterator[Feature]:
    for form, write in (("txt", txt), ("md", md)):

        def make(
            name: str,
            outcome: str,
            line: str,
            *values: str,
            reason: str = "",
            form: str = form,
            write: Callable[..., Callable[[], bytes]] = write,
        ) -> Feature:
            return Feature(name, form, outcome, write(*line.split("¶")), values or (BEDS,), reason)

        yield make(
            "lines broken by width",
            "read",
            "到2025年，护理型床位占比不低\n于55%，新增养老床位20\n00张。",
            BEDS,
            SHARE,
        )
        yield make("digits spread by text recognition", "read", "到2 0 2 5 年，新增养老床位2 0 0 0 张。")
        yield make("marks without width", "read", "到2025年，新增养老床位2\u200b0\u20600\ufeff0张。")
        yield make(
            "a soft hyphen for a dash", "read", "到2025年，床位规模50\xad100张。", "range 50-100 张 2025"
        )
        yield make("rare dashes", "read", "到2025年，床位规模50‒100张。", "range 50-100 张 2025")
        yield make("raised mark of a note", "read", "到2025年，新增养老床位2000³张。")
        yield make("circled mark of a note", "read", "到2025年，新增养老床位2000①张。")
        yield make("the number of a section before a date", "read", "1.1 到2025年，新增养老床位2000张。")
        yield make(
            "table of contents",
            "furniture",
            "一、新增养老床位3000张……………3¶到2025年，新增养老床位2000张。",
            reason="table of contents",
        )
        yield make(
            "text in <s>",
            "furniture",
            "到2025年，新增养老床位<s>1000</s>2000张。",
            reason="struck-through text",
        )
        yield make(
            "an address in the text",
            "furniture",
            "到2025年，新增养老床位2000张。见http://a.cn/%E5%85%BB%20%E9",
            reason="address",
        )
    yield Feature(
        "text ~~struck through~~",
        "md",
        "furniture",
        md("到2025年，新增养老床位~~1000~~2000张。"),
        (BEDS,),
        "struck-through text",
    )
    yield Feature(
        "emphasis within a number",
        "md",
        "furniture",
        md("到2025年，新增养老床位**2000**张。"),
        (BEDS,),
        "markup",
    )
    yield Feature(
        "footnotes",
        "md",
        "read",
        md("到2025年，新增养老床位2000[^1]张。", "[^1]: 含在建床位500张。"),
        (BEDS, "eq 500 张"),
    )


FEATURES = (*_plain(), *_pages(), *_word())
FORMATS = tuple(dict.fromkeys(feature.form for feature in FEATURES))


def table() -> str:
    """Format by feature, as docs/formats.md prints it."""
    outcomes = {(feature.name, feature.form): feature.outcome for feature in FEATURES}
    lines = [f"| feature | {' | '.join(FORMATS)} |", f"|---|{'---|' * len(FORMATS)}"]
    for name in sorted({feature.name for feature in FEATURES}, key=str.casefold):
        cells = (outcomes.get((name, form), "") for form in FORMATS)
        lines.append(f"| {name.replace('<', '&lt;')} | {' | '.join(cells)} |")
    return "\n".join(lines)
