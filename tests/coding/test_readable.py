"""Patterns of the codebook as people read them."""

from __future__ import annotations

import re

import pytest

from compare.coding import Codebook
from compare.coding.book.readable import readable


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("过渡期", "过渡期"),
        ("养老(?:服务)?机构", "养老〔服务〕机构"),
        ("每千名?老年?人[^,，。;；]{0,14}床位", "每千〔名〕老〔年〕人…床位"),
        ("友[善好][型性]?医院", "友（善/好）〔型/性〕医院"),
        ("(?:医疗(?:卫生)?)?(?:机构|医院)", "〔医疗〔卫生〕〕（机构/医院）"),
        ("(?<!医养)(?<!健)康养(?!相?结合)", "康养"),
        ("床位(?![^,，。;；]{0,6}(?:补贴|补助))", "床位"),
        ("县[（(]?区?[)）]?级", "县〔区〕级"),
        ("税费|费用?减免", "税费/费〔用〕减免"),
        ("[1-5]星级", "1–5星级"),
        ("^岗位$", "岗位"),
    ],
)
def test_patterns_in_words(pattern: str, words: str) -> None:
    """Gaps, what may be missing and alternatives are shown; what must not stand there is not."""
    assert words == readable(pattern)


def test_no_sign_of_a_pattern_is_left(real_codebook: Codebook) -> None:
    """Of no noun of the shipped codebook: what was searched is shown to people."""
    shown = {
        code: readable(word.pattern.pattern)
        for code, noun in real_codebook.nouns.items()
        for word in noun.words
    }
    assert {} == {code: words for code, words in shown.items() if re.search(r"[()\[\]{}?*+^$|\\<!=]", words)}
