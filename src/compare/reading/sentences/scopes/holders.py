"""Kinds of places and bodies that are set beside each other, each with its own value of one measure
(公办机构护理型床位占比60%,民办机构50%)."""

from __future__ import annotations

import re

_OWNED = "公办|公立|民办|社会办|公建民营"
_PARTS_OF_TOWN = "老城区|旧城区|新城区|主城区|中心城区|外围城区"
_PARTS_OF_COUNTRY = "城[市镇]社区|农村社区|行政村|建制村|中心村|一般村"
_CLASSES = r"[甲乙丙丁A-D]类|县\(市(?:、区)?\)"
_MARKS = (
    rf"{_OWNED}|{_PARTS_OF_TOWN}|{_CLASSES}|{_PARTS_OF_COUNTRY}|市区|城区|县城|县市?|乡镇|街道级?|社区级?|村级"
    "|[省市县区乡]级|新建|既有|改建|老旧"
)
_THINGS = "机构|中心|站点?|院|社区|街道|乡镇|小区|居住区|住宅区"

#: A kind before what is measured of it, and the word that tells it from others.
HOLDER = re.compile(rf"(?P<who>(?P<mark>{_MARKS})(?:[一-龥]{{0,8}}?(?:{_THINGS}))?)(?:改造后)?")
#: The words before a value where they name no more than its kind.
HOLDER_ALONE = re.compile(
    rf"(?:其中:?)?{HOLDER.pattern}(?:应当?|要|力争|分别|均|也)*(?:为|达到?|不低于|不少于|不小于|不超过|至少)?"
)
#: Marks of places that other words for a scope name.
PLACES = frozenset(
    {
        "城市社区",
        "城镇社区",
        "农村社区",
        "行政村",
        "建制村",
        "中心村",
        "一般村",
        "社区",
        "社区级",
        "街道",
        "街道级",
        "村级",
        "乡镇",
        "新建",
        "既有",
        "改建",
        "老旧",
    }
)
#: What is measured of a kind, so that the kind restricts it: 民办机构床位占比 is the share of such beds.
MEASURED_OF_A_KIND = re.compile(
    rf"(?P<who>(?:{_OWNED}|{_PARTS_OF_TOWN}|{_CLASSES})(?:[一-龥]{{0,8}}?(?:{_THINGS}))?)(?:改造后)?的?"
    r"(?:护理型床位|入住率|床位使用率|空置率|持证|护理人员|(?:[总人建使占][一-龥]{0,2})?面积|服务半径|层高|达标率|评定率|学前)"
)
