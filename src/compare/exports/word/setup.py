"""Page and styles of the report: Word's own styles, with fonts for Chinese."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from compare.exports.word.elements import add_field
from compare.tables.words.labels import Lang

LATIN, CHINESE_BODY, CHINESE_HEAD = "Times New Roman", "宋体", "黑体"
LIST_STYLE = "table of figures"

#: Parts of python-docx's template that are not of this document: its styles as Word 2010 saw them, which no
#: longer agree with the real ones, and a picture of its first page.
_LEFT_OVER = ("relationships/stylesWithEffects", "metadata/thumbnail")


def set_page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_field(footer, "PAGE", "1")


def set_styles(document: Any, lang: Lang) -> None:
    styles = document.styles
    note = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = styles["Normal"]
    listed = styles.add_style(LIST_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    listed.base_style = styles["Normal"]
    reference = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    for name, size, chinese in (
        ("Normal", 10, CHINESE_BODY),
        ("Body Text", 10.5, CHINESE_BODY),
        ("footnote text", 8.5, CHINESE_BODY),
        ("Caption", 9.5, CHINESE_HEAD),
        ("Title", 20, CHINESE_HEAD),
        ("Heading 1", 15, CHINESE_HEAD),
        ("Heading 2", 12.5, CHINESE_HEAD),
    ):
        style = styles[name]
        style.font.size = Pt(size)
        if chinese == CHINESE_HEAD:
            style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)  # the template's are blue
        style.font.name = LATIN
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), chinese)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    language.set(qn("w:eastAsia"), "zh-CN")
    styles["Normal"].element.get_or_add_rPr().append(language)
    styles["Body Text"].paragraph_format.space_after = Pt(6)
    styles["Body Text"].paragraph_format.line_spacing = 1.3 if lang == "zh" else 1.15
    styles["Caption"].paragraph_format.space_before = Pt(10)
    styles["Caption"].paragraph_format.space_after = Pt(4)
    styles["Normal"].paragraph_format.space_after = Pt(2)
    styles["footnote text"].paragraph_format.space_after = Pt(1)


def remember_styles(document: Any) -> None:
    """Look each style up once, from here on: python-docx goes through all of them for every run of text."""
    look_up, known = document.part.get_style_id, dict[tuple[Any, Any], str | None]()

    def get_style_id(style: Any, of: Any) -> str | None:
        key = style if style is None or isinstance(style, str) else style.name, of
        if key not in known:
            known[key] = look_up(style, of)
        return known[key]

    document.part.get_style_id = get_style_id


def drop_left_over(document: Any) -> None:
    for owner in (document.part, document.part.package):
        for name, relation in list(owner.rels.items()):
            if relation.reltype.endswith(_LEFT_OVER):
                del owner.rels[name]
