"""Other ways to write the same characters, one for one: traditional script, styled digits, bankers' numerals.

Only the view is written so; quotations are cut from the original. Digits that only mark an item (①, ㈠, Ⅲ)
are no way to write a number and stay.
"""

from __future__ import annotations

import re
from collections.abc import Set

# Characters of the grammar and of its nouns; a full conversion of the script is not needed.
_TRADITIONAL = (
    "萬億個張點歲週戶處間輛臺層棟項種類門課時鐘畝頃噸兩達於過內設護養標準補貼獎勵機構業範圍為爲務條員縣區鄉鎮從對應積與餘幾後來開總級數醫療齡體發規劃據單職"
    "殘貧農貸價費錢獲經濟負責辦試滿頭蓋實現學習擴減滅優質評選訂環節親長協會議聯網絡組織產動進運營監測檢參險報銷階續無礙圖書館場廳資額統計財稅徵歸屬"
)
_SIMPLIFIED = (
    "万亿个张点岁周户处间辆台层栋项种类门课时钟亩顷吨两达于过内设护养标准补贴奖励机构业范围为为务条员县区乡镇从对应积与余几后来开总级数医疗龄体发规划据单职"
    "残贫农贷价费钱获经济负责办试满头盖实现学习扩减灭优质评选订环节亲长协会议联网络组织产动进运营监测检参险报销阶续无碍图书馆场厅资额统计财税征归属"
)
_FROM_TRADITIONAL = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
#: A text in the traditional script has one of these soon.
_TELLING = "萬億個張點歲戶為達設機構養護補區縣與對兩"
# Mathematical digits: bold, double-struck, sans-serif, bold sans-serif, monospace.
_STYLED = "".join(map(chr, range(0x1D7CE, 0x1D800)))
_FROM_STYLED = str.maketrans(_STYLED, "0123456789" * 5)
# Bankers' numerals, as in 伍佰万元, 拾万元; alone these characters are words and names (陆家嘴).
_BANKERS = "壹贰叁肆伍陆柒捌玖"
_FORMAL = re.compile(
    rf"[{_BANKERS}拾](?:(?<!拾)(?:[拾佰仟{_BANKERS}零]*(?=[万亿元])|[拾佰仟][拾佰仟{_BANKERS}零]*(?=[张户人名位个家所处间%岁年日天]))"
    rf"|(?<=拾)(?=[万亿])|(?<=点[{_BANKERS}])[{_BANKERS}]*(?=个百分点|[%万亿元倍])|(?<=陆)(?=点[一二三四五六七八九][成折]))"
)
_PLAIN = str.maketrans(f"{_BANKERS}拾佰仟", "一二三四五六七八九十百千")
#: A text without any of these is written in that way already, styled digits apart.
OTHER_SCRIPTS = f"{_TELLING}{_BANKERS}拾"


def one_script(text: str, characters: Set[str]) -> str:
    """``text`` with the same characters written in one way; no character is added or lost.

    ``characters`` are those of OTHER_SCRIPTS that stand in it.
    """
    if not characters.isdisjoint(_TELLING):
        text = text.translate(_FROM_TRADITIONAL).replace("貳", "贰").replace("陸", "陆")
        characters = characters | (frozenset("贰陆") & frozenset(text))
    if "拾" in characters or not characters.isdisjoint(_BANKERS):
        text = _FORMAL.sub(lambda m: m.group().translate(_PLAIN), text)
    # Styled digits take two units of UTF-16, which is told faster than a class with them searches.
    if len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text):
        text = text.translate(_FROM_STYLED)
    return text
