"""What Word files hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

from tests.support.features.feature import BEDS, SHARE, TITLE, Feature

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


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


def word() -> Iterator[Feature]:
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
        "text in the colour of the page": "<w:color w:val='auto' w:themeColor='background1'/>",
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
        "what is printed above every page",
        "furniture",
        docx(
            par(start, "2000", end),
            parts={
                "header.xml": f"<w:hdr NS>{par('内部资料 9999份')}</w:hdr>",
                "footer.xml": f"<w:ftr NS>{par('第3页')}</w:ftr>",
            },
        ),
        reason="running head",
    )
    lifted = "<w:position w:val='8'/><w:sz w:val='12'/>"
    yield make(
        "lifted mark of a note",
        "furniture",
        docx(par(start, "2000", run("3", lifted), end)),
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
    rows = [tc(a) + tc(b) for a, b in (("指标", "2025年目标值"), ("护理型床位占比（%）", "≥55"))]
    more = [rows[0], tc("新增养老床位（张）") + tc("2000")]
    yield make("a table cut in two", "read", docx(word_table(*rows), word_table(*more)), SHARE, BEDS)
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
