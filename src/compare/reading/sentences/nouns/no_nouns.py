"""Words that are left over where a noun was sought and name nothing: a verb, an adverb, a yardstick alone."""

from __future__ import annotations

import re

from compare.reading.cues import COUNTRY_OR_TOWN, MERGES

_DONE = (
    f"{MERGES}|再|培训|建设|保留|预留|打造|拿出|提供|安排|给予|救助|推出|完成|招聘|资助|安置|帮助|惠及|涉及|新建|新增|改建|扩建|改造"
    "|升级改造|补齐|补建|转型|启动|招引|召开|签订|抽调|受益|发动|拟?选取|拟|限期|责令|结算|计列|计算|扩展"
    "|配送|配置|兑换|保持|(?:我|本)?(?:[省市县乡镇街村]|街道)?辖|缴纳|享受|搞|开展|举办|组织|承担|自付|支付"
)
_AT_LEAST = (
    "不满|未满|至少配备|至少建有|同比|实际|时间|期间|总量|总数|总规模|半径|面值|[年月日人户]均|一次性|全天"
)
_YARDSTICK = "的?基础上|标准(?:设置)?|规定|要求"
_WHERE = (
    "(?:全|我|本)[市省区县州域国]|全?地区|各地|全盟|各县[市、区()]*|可?在|自|其中|利用"
    f"|(?:{COUNTRY_OR_TOWN})(?:地区)?|每[人户名位床张个家处]|另?外?每?[单份]?"
)
_WHEN = "截[至止]?到?目前|目前|年度|全年|逐年|此后|现"
_EACH = (
    "单个(?:机构|项目|中心|站点|企业|单位)?|单笔|[省市县区镇州]?级?财政(?:[一二三四五六七八九十两]年|每年|年度)|(?:能够?|可)?同时(?:满足|容纳|提供|接待)?"
    "|[每各]个?(?:县|市|区|旗|乡|镇|乡镇|街道|社区|村|行政村)(?:\\([市区县旗镇、]*\\)级?)?"
)
_COUNTED = (
    "[一-龥]{0,6}(?:配比|政策|规定|标准|有关)要求(?:需要?|应|须)?"
    "|(?:[一二两三四五六七八九十0-9]+年)?(?:累计|合计|共计|总计|共)(?:新增|完成|建成)?|[一二两三四五六七八九十0-9]+年[内间]?"
)

#: Behind a value: 三年|时间, 按规定的7小时|标准, 3万张的|基础上
NOTHING_BEHIND = re.compile("[一-龥]{0,6}的?基础上|标准|时间|期间|规定|要求|结算|计算|计列")

#: Matched in full: words that leave nothing to be measured.
NO_NOUN = re.compile("|".join((_DONE, _AT_LEAST, _YARDSTICK, _WHERE, _WHEN, _EACH, _COUNTED)))
