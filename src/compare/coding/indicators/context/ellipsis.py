"""Words that leave out what is measured: for whom or where it is, that it is given, that it is a rate."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLACES = "(?:城[市镇乡]|农村|乡村)?(?:社区|街道|乡镇|行政村|中心村|村|地区)"
_WHOM_OR_WHERE = (
    r"[^,，。;；:：0-9]{0,14}(?:老年?人|人员|对象|家庭|儿童|职工)(?:每[人户])?(?:每[年月日天餐])?"
    rf"|{_PLACES}|(?:完全|部分|生活|基本)*(?:丧失|不具备|具备|不能|半|全)?(?:生活)?自理(?:能力)?的?|城[市镇]|农村|个人|用人单位|单位|覆盖(?:全[市县区州省])?"
)
# 配建率 alone is that of what the part of the sentence is about.
RATE_ALONE = re.compile(
    "(?:服务|总体|平均)?(?:覆盖|配建|达标|设置|建成|建有|配备|参保|投保|签约合作|筛查|评估|探访|巡访|签约|建档|体检|培训|持证)率|(?:覆盖)?(?:面|比例)|(?:人口)?占比|比重|缴[纳费]|支付|报销"
)
# 90%以上的乡镇|和60%以上的农村社区建立…: what they have stands behind the last of them.
SHARE_OF_PLACES = re.compile(f"(?:以[上下内])?的?(?P<places>{_PLACES})")
ANY_FACILITY = re.compile("养老(?:服务)?(?:基础)?设施(?:项目)?(?:覆盖.{0,4})?$")
RURAL = re.compile("农村|乡|行政|中心村")
PLACE_ALONE = re.compile(f"(?:{_PLACES}|城[市镇]|农村)(?:达到?|为|超过|不低于|约)?")
_GIVEN = (
    r"(?:按照?|对|可|再|另|均|单个|项目|由|分别|依次|给予|予以|发放|享受|补助|补贴|奖励|奖补|资助|一次性|不等|不|最高|标准|为|的|被?评定?为"
    r"|每[个所家处张床户人名台部]|[户人]均|床位|每?[年月日]|[一二三四五1-5A-E甲乙丙特]{1,3}星?[级类档](?:老年?人)?|分[一二三四五2-5]?档|优秀|良好|合格|经费"
    r"|(?:完全|全)?自理|半?失能|失智|[全半]护理|介[助护]|[初中高]级(?:工|技师)?|技师|[重中轻]度(?:失能)?|由|[省市县区镇村]级?(?:财政|政府)?|财政|各级|本级)+"
)
# 入住老人中失能老人 are a share of others
ELLIPTIC = re.compile(f"(?![^,，]*[人者员]中)(?:{_WHOM_OR_WHERE})")
ELLIPTIC_SUM = re.compile(f"{_WHOM_OR_WHERE}|{_GIVEN}|")


#: 到2025年,|这一比例达到60%: the measure said before.
THIS = re.compile("(?:这一|这个|这项|该项?|此项?|上述)(?:指标|比例|占比|比率|比重|数字|数据|数值)")


class Short(NamedTuple):
    """A noun that is cut short where it stood in full before: the words before its number and, behind a #,
    those behind it; the noun in full."""

    short: re.Pattern[str]
    full: re.Pattern[str]
    noun: str


_HAS = "(?:仅|只|现|共|拥|已|也|则|还)*有(?:约|近)?"
#: By unit.
SHORT_NOUNS = {
    "张": Short(
        re.compile(
            f"(?:[到至]?[0-9]{{4}}年底?|(?:(?![设配建每增护]|其中|公办|民办|养老)[一-龥]){{2,8}}?)"
            f"(?:{_HAS}#床位|(?:{_HAS})?床位(?:数|总数)?(?:{_HAS})?(?:达到?|为)?(?:约|近)?#)"
        ),
        re.compile("(?<!家庭)养老(?:服务|机构)?床位"),
        "养老床位",
    ),
    "户": Short(
        re.compile(
            "[ ]?(?:[我全][市县区省州])?"
            "(?:目前|现|截至[一-龥0-9]{2,8}|实际|累计|年内|其中|已经?|共|完成)+改造#"
        ),
        re.compile("适老化?改造"),
        "适老化改造",
    ),
}
#: Beside these a noun cut short is one of their own.
OTHER_NOUNS = re.compile(
    "医院|医疗|卫生|病房|学校|宿舍|幼儿园|酒店|宾馆|民宿|旅馆|救助|儿童|残疾|中心|[站院]|公寓|危房|棚户|管道|小区|厕所"
)
