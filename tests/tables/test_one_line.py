"""Words of a plan on one line: what a line end broke is whole again, what was apart stays apart."""

from __future__ import annotations

import pytest

from compare.tables.words.one_line import one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("医院设立老年医学科的占比达到6\n0%以上", "医院设立老年医学科的占比达到60%以上"),
        ("家庭适老化改造\n1200\n3600\n户", "家庭适老化改造1200 3600户"),
        ("以失能照护为\n    主的县级供养机构", "以失能照护为主的县级供养机构"),
        ("占比达到\r\n60%以上", "占比达到60%以上"),
        ("达到100\n%", "达到100%"),
        ("设立，\n“十四五”末", "设立，“十四五”末"),
        ("养老 服务", "养老 服务"),
        ("smart\ncare", "smart care"),
        ("  60%\t以上 ", "60% 以上"),
        ("", ""),
    ],
)
def test_a_line_end_within_a_sentence_leaves_no_blank(text: str, expected: str) -> None:
    """Chinese characters, their marks and digits meet at a line end; Latin words keep a blank, and so do the
    numbers of two cells."""
    assert expected == one_line(text)
