"""What plain text and Markdown hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.support.features.feature import BEDS, SHARE, TITLE, Feature


def txt(*lines: str) -> Callable[[], bytes]:
    return lambda: "\n".join((TITLE, *lines)).encode()


def md(*lines: str) -> Callable[[], bytes]:
    return lambda: "\n\n".join((f"# {TITLE}", *lines)).encode()


def plain() -> Iterator[Feature]:
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
            "a heading that says what its text says",
            "read",
            "一、新增养老床位2000张¶到2025年，新增养老床位2000张。",
        )
        yield make(
            "digits of a decimal spread by text recognition",
            "read",
            "到2025年，增长1 2 . 5 %。",
            "eq 12.5 % 2025",
        )
        yield make(
            "digits in groups before a blank",
            "read",
            "到2025年，改造12 500 户，床位2\u2009000张。",
            "eq 12500 户 2025",
            BEDS,
        )
        yield make(
            "a list of contents with page numbers",
            "furniture",
            "目录¶一、总体目标\t3¶二、新增养老床位3000张\t5¶一、总体目标¶到2025年，新增养老床位2000张。",
            reason="table of contents",
        )
        yield make(
            "an address in the text",
            "furniture",
            "到2025年，新增养老床位2000张。见http://a.cn/%E5%85%BB%20%E9",
            reason="address",
        )
    yield Feature(
        "a number with a lost digit",
        "txt",
        "furniture",
        txt("到2025年，新增养老床位5\ufffd张。"),
        (),
        "undecodable bytes",
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
