"""What the rules of bases and periods share: a unit among its words, numbers of bases, wordings of both."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from compare.reading.cues import BOUNDS_BEFORE, COUNTERS, MEASURES, PERIODS
from compare.reading.numerals import arabic_to_decimal, chinese_to_decimal, multiplier_to_decimal, plain
from compare.reading.quantities.lexicon import Unit

POWER_NAMES = {100: "百", 1000: "千", 10000: "万", 100000: "十万"}
_SCALES = "万千百"
AMOUNT = r"[0-9]+(?:\.[0-9]+)?[万千百]?"
_SPAN_OF_BASE = re.compile(rf"({AMOUNT})(?:-{{1,2}}|至|到|~)({AMOUNT})")
#: 按20—30万人设1处: for how many a norm sets something, and that it does.
NORM_BASE = r"[0-9.]+[万千]?(?:(?:-{1,2}|至|到|~)[0-9.]+[万千]?)?(?:人口?|名?居民|户|张床位?)"
NORM_SETS = "(?:左右)?(?:设|配|建|布|规划)"
#: 按套内100户不小于30平方米: a norm with its number right behind, without a word that sets it.
NORM_BY, NORM_OF, NORM_BOUND = "按照?(?:套内|规划)?", "[户人床]", rf"(?:{BOUNDS_BEFORE}|约|[<>]=?)*"
# Behind a value and a joint, a measure of one thing alone or of all together has not the base before it.
OF_ITS_OWN = re.compile(
    r"[0-9][^、和及与并且]*[、和及与并且](?:[^、和及与])*?"
    r"(?:单(?:处|个|体|座|所|间|张|栋|项|次)|每(?:处|个|所|家|间|座)|总(?:额|量|数|面积|投资|投入|规模)|一次性|合计|共计|累计|投入|安排|筹集|募集|拨付|共(?![同建享]))"
)
SLASH_BASE = re.compile(
    rf"(?:/每?|每)(?P<first>{COUNTERS}|{MEASURES}|{PERIODS}|半年|学期|次|餐|客"
    r"|(?:十万|[二三四五六七八九]?十|[百千万])(?:户|人口?|名(?:老年?人)?|张(?:床位?)?|床位?)"
    r"|(?:行政)?村|社区|街道|乡镇|县(?!级)|站|根(?!据)|副|扇)"
    r"(?:(?:[/·.]|每)?(?P<second>人|床|月|年|天|日|次|餐))?"
)
#: 助浴38元一次, 护理费3000元一个月: a price and what it is for.
ONE_BEHIND = re.compile(r"一(?:个(?=月))?(?P<one>次|份|餐|顿|位|客|天|月|年)(?=[,。;、|\n)!”\"]|$)")
#: 每人可获得1200元每月的补贴; 每人1000元每月发放 says when it is paid.
PAID_EACH = re.compile(r"每(年|月|日|天)(?=的|[一-龥]{0,4}(?:补|津|奖))(?!发|支|拨|给)")
EVERY_SEVERAL = re.compile(
    r"每(?:再?(?P<full>满))?(?P<n>[一两二三四五六七八九十]|[1-9][0-9]?)"
    rf"(?:(?:-{{1,2}}|~|至|到)(?P<to>[二两三四五六七八九十]|[1-9][0-9]?))?个?(?P<unit>{PERIODS})"
)
# 每次不少于40分钟, 每场不少于30人
EACH_TIME_OF = re.compile(
    rf"每(?P<time>次|场|节|期|班)(?:服务|上门|活动|培训|助浴|时长|时间|参加|参与|人数|课|巡访|探访){{0,3}}(?:为|{BOUNDS_BEFORE}|约)*$"
)
#: Characters before 年, 月, 周 or 日 with which it is a date, a time of life or a part of a word.
NO_PERIOD = (
    "0-9零〇○一二三四五六七八九十百千万半两几数今去前后明当本上下全多每"
    "首周初底末内中成青少老暮工作生节假往近晚壮次该翌"
)
#: 月基础养老金标准, 年供养标准, 日均伙食费, 为月1800元: what is paid or due in each period.
PAID_IN = (
    rf"(?<![{NO_PERIOD}])(?P<period>年(?![度老轻长迈龄满终货])|月(?![嫂饼子])|日(?![间托照常用期]))均?"
    r"(?=[^,。;、的0-9年月日个]{0,10}?(?:养老金|工资|薪|租金|伙食|餐费|生活费|护理费|费用|保费|保险费|缴费|成本|津贴|补[贴助差]|收入|标准|限额))"
)
#: 一月发放一次, 两年一次: a period that is said without 每 before how often.
ONCE_IN = re.compile(
    r"(?<![0-9零一二两三四五六七八九十百每第前后近末这那该])(?P<n>[一半两二三四五六])个?(?P<unit>年|季度?|月|周|天|日)"
    r"(?:发放|开展|进行|组织|检查|评估|体检|召开|举办|更新|调整|公布|巡查|探访|走访|结算|拨付|轮换|随访|回访|上门|报告|通报|调度|复核|核查|认证|督查|考核|更换|消毒|培训|演练)?$"
)
NO_NUMBER_BETWEEN = re.compile(r"[^0-9一两二三四五六七八九十,。;]*$")
_OF_MANY = re.compile(r"([二三四五六七八九]?十万?|[百千万])([户人名张床]).*")
#: Bases as units write them; 每张床位 is 张 as it is written, 每50张床位 are 50床.
BASE_OF_WORD = {"名": "人", "位": "人", "㎡": "平方米", "天": "日"}
BASE_OF_MANY = BASE_OF_WORD | {"张": "床"}


def number_of(text: str) -> Decimal | None:
    """6000, 1.5万, 百, 五 as a number."""
    scale = Decimal(1)
    while text[-1] in _SCALES and text[0].isdigit():
        scale *= multiplier_to_decimal(text[-1])
        text = text[:-1]
    if text[0].isdigit():
        return arabic_to_decimal(text) * scale
    return chinese_to_decimal(text if text[0] not in _SCALES else "一" + text)


def base_number(text: str) -> str:
    """A base as units write it: 百, 6000, 40000-60000; "" where it is no number."""
    if span := _SPAN_OF_BASE.fullmatch(text):
        low, high = span.groups()
        ends = (number_of(low if low[-1] in _SCALES else low + high[-1].strip("0123456789")), number_of(high))
        return "-".join(f"{plain(end):f}" for end in ends if end is not None)
    value = number_of(text)
    return "" if value is None else POWER_NAMES.get(int(value)) or f"{plain(value):f}"


class ValueInClause(NamedTuple):
    """A unit with the words around its value: ``before`` the number in its clause, ``after`` the unit."""

    unit: Unit
    before: str
    after: str
    period_word: str

    def per(self, *parts: str) -> str:
        """The unit with its base and period: 元/人·月."""
        return f"{self.unit.unit}/{'·'.join(part for part in parts if part)}"


class Based(NamedTuple):
    """A unit with its base, how many characters behind the unit belong to it, and where the words before the
    number stand that name the base (of no length where they do not)."""

    unit: str
    used: int = 0
    words: tuple[int, int] = (0, 0)


def day(period: str) -> str:
    return "日" if period == "天" else period


def base_of(word: str) -> str:
    """What stands behind a stroke as units write it: 名 and 位 are 人, 百张床 is 百床, 五十床 is 50床; a
    single 张 stays as it is written."""
    many = _OF_MANY.fullmatch(word)
    if many:
        return base_number(many[1]) + BASE_OF_MANY.get(many[2], many[2])
    return BASE_OF_WORD.get(word, word)
