"""Parts of a count that name no noun of their own."""

from __future__ import annotations

import re

from compare.model import Kind, Statement
from compare.reading.cues import ENDS_OF_PLACES

#: Whose homes or beds they are.
OWNERS = frozenset(("公办", "民办", "公建民营", "社会办", "民营", "社会力量兴办", "社会力量举办"))
PARTS_FOLLOW = re.compile("其中|分别[为是]|包括|即")
# 新增老年食堂15个\n区民政局\n11月底前\n其中北山街道|1个: the cells of a row, one below the other
_BELOW = re.compile(
    r"[。;；]?(?:\n[^\n,，。;；:：]{1,14}){0,6}\n[^\n。;；:：0-9]{0,24}(?:其中|分别[为是]|包括)[^\n,，。;；:：0-9]{2,30}"
)
_PART_OF_PLACES = re.compile(
    rf"[一-龥]{{1,10}}(?:{ENDS_OF_PLACES})|(?:其中)?(?:省|市|县|区|街道|镇|街镇|乡镇|村|社区)级"
)
_PART_OF_HOMES = re.compile("[一-龥]{2,24}(?:公寓|中心|(?<![医生])院|公司|之家|机构|站)")
# 目前已验收合格4个,正在施工52个,完成选址尚未开工的51个
_STATE = re.compile(
    "(?:目前|截[至止]|[0-9]{1,4}(?=[年月日])|[年月日底末初]|[上下]半年|实际|累计|[全今当去本]年|共|[已正在未尚还但且的有]|在建|完成|验收|合格|施工|建设(?=中|任务|$)|建成|新?开工|选址|"
    "投用|投运|投入使用|运营|运行|营业|开业|启用|正式|对外|装修|规划|初步|确定|竣工|任务|其中)+"
)
_PLACES = (
    "(?:(?:行政|建制|中心|自然)?村[(（](?:社区|居)[)）]|乡镇[(（]街道[)）]|(?:行政|建制|中心|自然)村|"
    "(?:农村|城[市镇乡]|城乡)?社区|街道|乡镇|镇街|农村|城[市镇区])"
)
# 建成居家养老服务中心260个,|农村社区建成率达72%
_RATE_OF_PLACES = re.compile(
    f"(?P<places>{_PLACES})(?:地区)?(?:(?:服务)?(?P<rate>覆盖率|覆盖面|覆盖比例|普及率|建成率|建有率|建成比例)积?)?"
)
_RATE = re.compile("(?:服务)?(?:覆盖|普及|建成|建有)率$")
# 助餐服务|基本实现城市社区
_REACHING = re.compile(
    f"(?!.*养老服务(?:已|基本|全面)*(?:实现|覆盖))(?P<things>[一-龥]{{3,16}}?)"
    f"(?:已|基本|全面)*(?:实现|覆盖)(?:全[市县区])?{_PLACES}(?:覆盖)?$"
)
# 城市社区实现|养老服务网络, 社区|养老服务站
_UP_TO_THINGS = re.compile(f"^.*实现|^{_PLACES}(?=.)")


def is_told_below(between: str) -> bool:
    """Whether the words between a whole and its part end the line of the whole and open with the part a line
    below it, behind no more than who does it and when."""
    return _BELOW.fullmatch(between) is not None


def is_of_places(statement: Statement, subject: str, covers: bool) -> bool:
    """Whether a share names (``subject``) no more than places, and is a rate of them or ``covers`` them."""
    found = _RATE_OF_PLACES.fullmatch(subject) if statement.unit == "%" else None
    return found is not None and (covers or found["rate"] is not None)


def rate_of(subject: str, things: str) -> tuple[str, int]:
    """A rate that names only its places (``is_of_places``), with the things counted before it, and where
    these begin; "" where the things are places themselves (老年友好型社区).

    >>> rate_of("农村社区建成率", "居家养老服务中心")
    ('农村社区居家养老服务中心建成率', 4)
    """
    found = _RATE_OF_PLACES.fullmatch(subject)
    reaching = _REACHING.match(things)
    things = reaching["things"] if reaching else things
    things = _UP_TO_THINGS.sub("", _RATE.sub("", things))
    if found is None or things.endswith(("社区", "村", "街道", "镇")):
        return "", 0
    return f"{found['places']}{things}{found['rate'] or '覆盖率'}", found.end("places")


def is_state(subject: str) -> bool:
    """Whether a subject says how far things are and nothing else."""
    return _STATE.fullmatch(subject) is not None


def is_part(statement: Statement) -> bool:
    """Whether a count names only the place, owner or home that it is of, or how far it is (正在施工52个)."""
    subject, unit = statement.subject, statement.unit
    if statement.kind is Kind.ALLOCATION or "/" in unit or unit in ("%", "元"):
        return False
    if unit == "张":
        return bool(_PART_OF_HOMES.fullmatch(subject) or _PART_OF_PLACES.fullmatch(subject))
    return subject in OWNERS or is_state(subject) or _PART_OF_PLACES.fullmatch(subject) is not None
