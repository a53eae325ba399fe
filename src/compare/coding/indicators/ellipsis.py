"""Words that leave out what is measured: for whom or where it is, that it is given, that it is a rate."""

from __future__ import annotations

import re

_PLACES = "(?:城[市镇乡]|农村|乡村)?(?:社区|街道|乡镇|行政村|中心村|村|地区)"
_WHOM_OR_WHERE = (
    r"[^,，。;；:：0-9]{0,14}(?:老年?人|人员|对象|家庭|儿童|职工)(?:每[人户])?(?:每[年月日天餐])?"
    rf"|{_PLACES}|城[市镇]|农村|个人|用人单位|单位"
)
# 配建率 alone is that of what the part of the sentence is about.
RATE_ALONE = re.compile(
    "(?:服务|总体|平均)?(?:覆盖|配建|达标|设置|建成|建有|配备|参保|筛查|评估|探访|巡访|签约|建档|体检|培训|持证)率|(?:覆盖)?(?:面|比例)|(?:人口)?占比|比重|缴[纳费]|支付|报销"
)
# 90%以上的乡镇|和60%以上的农村社区建立…: what they have stands behind the last of them.
SHARE_OF_PLACES = re.compile(f"(?:以[上下内])?的?(?P<places>{_PLACES})")
ANY_FACILITY = re.compile("养老(?:服务)?(?:基础)?设施(?:项目)?(?:覆盖.{0,4})?$")
RURAL = re.compile("农村|乡|行政|中心村")
PLACE_ALONE = re.compile(f"(?:{_PLACES}|城[市镇]|农村)(?:达到?|为|超过|不低于|约)?")
_GIVEN = (
    r"(?:按照?|对|可|再|另|均|单个|项目|由|分别|依次|给予|予以|发放|享受|补助|补贴|奖励|奖补|资助|一次性|不等|不|最高|标准|为|的|被?评定?为"
    r"|每[个所家处张床户人名台部]|[户人]均|床位|每?[年月日]|[一二三四五1-5A-E甲乙丙特]{1,3}星?级|优秀|良好|合格|经费"
    r"|[初中高]级(?:工|技师)?|技师|[重中轻]度(?:失能)?|由|[省市县区镇村]级?(?:财政|政府)?|财政|各级|本级)+"
)
ELLIPTIC = re.compile(_WHOM_OR_WHERE)
ELLIPTIC_SUM = re.compile(f"{_WHOM_OR_WHERE}|{_GIVEN}|")
