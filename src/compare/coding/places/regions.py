"""Regions by the names plans use, with their GB/T 2260 codes.

The table ``divisions.csv`` (its sources in ``divisions.md``) holds provinces, prefectures and
counties in force and those renamed or abolished since 2000.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from compare.coding.places.english import PEOPLES, official_name

_BLANKS = re.compile(r"\s+")
_LONGEST = 16

# 楚雄彝族自治州 is 楚雄州 in use, 前郭尔罗斯蒙古族自治县 前郭县: peoples are left out of the name.
_PEOPLES = "|".join(sorted(PEOPLES, key=len, reverse=True))
_AUTONOMOUS = re.compile(
    rf"(?P<stem>.{{2,}}?)(?P<peoples>(?:(?:{_PEOPLES})族)+|{_PEOPLES}|族?)自治(?P<kind>[州县旗区])"
)
_USED = {
    "巴州": "巴音郭楞蒙古自治州",
    "克州": "克孜勒苏柯尔克孜自治州",
    "博州": "博尔塔拉蒙古自治州",
    "前郭县": "前郭尔罗斯蒙古族自治县",
}
_BARE = re.compile(r"(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$")

# Words that are no name though they contain one: 龙口市场, 城东区域, 和县级.
_GOES_ON = {"市": "场", "区": "域位间划块", "县": "级域"}
_INTRODUCED = re.compile("(?<![一-鿿])|(?<=关于|印发|转发|批转)")
_GENERIC = frozenset(("新城区", "城区", "郊区", "矿区", "新区", "市区", "东区", "西区", "南区", "北区"))
_ZONE = re.compile(
    r"[^,，。关于]{0,16}?(?:新区|高新区|开发区|示范区|管理区|景区|度假区|园区|工业区|试验区|合作区|保税区|港区)"
    r"(?:管|党|人民政府|办公|社会|民政)"
)
_NO_CITY = re.compile(
    r"[^,，。关于]{0,8}?(?:新区|高新|开发区|经开|保税|自贸|自由贸易|实验区|航空港|大学|银行)|[江河山湖路]"
)
_TOWNSHIP = re.compile(r"(?P<name>[一-鿿]{1,8}?(?:街道|镇|民族乡|乡|苏木))(?:人民政府|办事处|党工委|党委)")


@dataclass(frozen=True, slots=True)
class Region:
    """A division: its GB/T 2260 code, names, and where it belongs.

    ``level`` is province, prefecture, county or township; a township has no code of its own here
    (``code == ""``) and its county as parent. ``parent_zh`` is the next higher division, "" for a
    province. ``distinct`` tells whether the name alone says which division is meant.
    """

    code: str
    name_zh: str
    name_en: str
    level: str
    province_zh: str
    parent_zh: str
    parent_en: str
    distinct: bool

    @property
    def label_zh(self) -> str:
        """Name for tables: 兰州市安宁区 where 安宁区 alone would not do."""
        return self.name_zh if self.distinct else self.parent_zh + self.name_zh

    @property
    def label_en(self) -> str:
        """Official English name for tables: Altay Prefecture; Anning District (Lanzhou)."""
        autonomous = _AUTONOMOUS.fullmatch(self.name_zh)
        name = official_name(self.name_zh, self.name_en, autonomous["peoples"] if autonomous else "")
        return name if self.distinct or not name else f"{name} ({self.parent_en})"


@dataclass(frozen=True, slots=True)
class _Division:
    code: str
    name: str
    english: str
    level: str
    parent: str
    since: int
    until: int

    def holds(self, other: _Division) -> bool:
        """Whether ``other`` lies in this division, by their codes."""
        digits = {"province": 2, "prefecture": 4}.get(self.level, 6)
        return self.code != other.code and self.code[:digits] == other.code[:digits]


_NOW = 9999


@dataclass(frozen=True, slots=True)
class _Index:
    names: Mapping[str, Sequence[_Division]]
    bare: Mapping[str, Sequence[_Division]]
    codes: Mapping[str, Sequence[_Division]]


@lru_cache(maxsize=1)
def _index() -> _Index:
    table = files("compare.coding.places").joinpath("divisions.csv").read_text(encoding="utf-8")
    rows = [
        _Division(
            row["code"],
            row["name_zh"],
            row["name_en"],
            row["level"],
            row["parent"],
            int(row["since"] or 0),
            int(row["until"] or _NOW),
        )
        for row in csv.DictReader(table.splitlines())
    ]
    names: dict[str, list[_Division]] = defaultdict(list)
    bare: dict[str, list[_Division]] = defaultdict(list)
    codes: dict[str, list[_Division]] = defaultdict(list)
    for row in rows:
        names[row.name].append(row)
        codes[row.code].append(row)
        if (match := _AUTONOMOUS.fullmatch(row.name)) and row.level != "province":
            names[match["stem"] + match["kind"]].append(row)
        if row.level != "county":
            stem = _BARE.sub("", row.name)
            if stem != row.name:
                bare[stem].append(row)
    for used, name in _USED.items():
        names[used] += [row for row in names[name] if row not in names[used]]
    return _Index(dict(names), dict(bare), dict(codes))


def find_region(*texts: str, year: int = 0) -> Region | None:
    """The region named in the texts, tried in order (issuer, then title); None where none is certain.

    The first name counts, with the names that follow it directly (兰州市安宁区); a later text may
    make it more precise, not change it. A name that several divisions share counts only where its
    parent is named. ``year`` chooses among divisions of one name at different times; without it,
    those in force are preferred. A development zone is no division: its name gives None.
    """
    found: _Division | None = None
    township = ""
    for text in texts:
        text = _BLANKS.sub("", text)
        place, village = _locate(text, year)
        if place is None:
            continue
        if found is None or found.holds(place):
            found, township = place, village
    if found is None:
        return None
    region = _region(found, year)
    if not township:
        return region
    return Region("", township, "", "township", region.province_zh, region.name_zh, region.name_en, False)


def region_by_code(code: str, year: int = 0) -> Region | None:
    """The region with a GB/T 2260 code; where the code had several names, that of the year or the last."""
    rows = _index().codes.get(code)
    return _region(_last(rows, year), year) if rows else None


def short_province(name_zh: str) -> str:
    """新疆 for 新疆维吾尔自治区, 甘肃 for 甘肃省: the name as it stands in lists."""
    return _BARE.sub("", name_zh)


@lru_cache(maxsize=32)
def codes_inside(code: str, year: int) -> Mapping[str, str]:
    """Names and short names of the divisions in one division -> their codes, as far as they are certain.

    项城市 and 项城, 前郭尔罗斯蒙古族自治县 and 前郭县. ``year`` chooses among divisions at different
    times; one of another time counts by its full name.
    """
    whole = _index().codes.get(code, ())
    found: dict[str, set[str]] = defaultdict(set)
    former: dict[str, str] = {}
    for rows in _index().codes.values():
        row = _last(rows, year)
        if not any(one.holds(row) for one in whole):
            continue
        if row.since <= (year or _NOW) <= row.until:
            autonomous = _AUTONOMOUS.fullmatch(row.name)
            stem = autonomous["stem"] if autonomous else row.name[:-1]
            for name in {row.name, stem, stem + row.name[-1]} - {row.name[:1]}:
                found[name].add(row.code)
        else:
            former[row.name] = row.code
    return former | {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


def _region(division: _Division, year: int) -> Region:
    index = _index()
    parent = _last(index.codes[division.parent], year) if division.parent else None
    province = _last(index.codes[division.code[:2] + "0000"], year)
    alike = {row.code for row in index.names[division.name] if row.until == _NOW} - {division.code}
    return Region(
        code=division.code,
        name_zh=division.name,
        name_en=division.english,
        level=division.level,
        province_zh=province.name,
        parent_zh=parent.name if parent else "",
        parent_en=parent.english if parent else "",
        distinct=division.level != "county" or not (alike or division.name.endswith("区")),
    )


def _best(rows: Iterable[_Division], year: int) -> list[_Division]:
    """Of divisions of one name or code those in force in the year, else those in force now, else the last."""
    every = sorted(rows, key=lambda row: row.until)
    if year and (then := [row for row in every if row.since <= year <= row.until]):
        return then
    now = [row for row in every if row.until == _NOW]
    return now or [row for row in every if row.until == every[-1].until]


def _last(rows: Iterable[_Division], year: int) -> _Division:
    """The last of those."""
    *_, last = _best(rows, year)
    return last


def _places(rows: Sequence[_Division]) -> list[_Division]:
    """Divisions of one name, of one place only the last: in one province a code that came later is the same
    place anew, for new divisions take other names."""
    provinces: dict[str, list[_Division]] = defaultdict(list)
    for row in rows:
        provinces[row.code[:2]].append(row)
    found: list[_Division] = []
    for alike in provinces.values():
        found += alike if sum(not row.since for row in alike) > 1 else alike[-1:]
    return found


def _locate(text: str, year: int) -> tuple[_Division | None, str]:
    """The division a text names first, and the township in it, "" if none."""
    index = _index()
    at = 0
    unsure: list[_Division] = []
    while at < len(text):
        name = _name_at(index.names, text, at)
        if not name or (name in _GENERIC and not unsure):
            at += 1
            continue
        rows = _places(_best(index.names[name], year))
        end = at + len(name)
        if unsure:
            # 鼓楼区…南京市: a later name may say which of the districts is meant.
            rows = [one for one in unsure if any(row.holds(one) for row in rows)]
            return _only(rows), ""
        if place := _only(rows):
            return _follow(index, text, place, end, year)
        unsure, at = rows, end
    return (None, "") if unsure else (_bare_name(index, text, year), "")


def _follow(index: _Index, text: str, place: _Division, end: int, year: int) -> tuple[_Division | None, str]:
    """Names directly behind a name that lie in it: 甘肃省兰州市安宁区; none where two there have the name."""
    while (name := _name_at(index.names, text, end, behind=True)) and (
        inside := [row for row in _best(index.names[name], year) if place.holds(row)]
        or [row for row in index.names[name] if place.holds(row)]
    ):
        place, *others = _places(inside)
        if others:
            return None, ""
        end += len(name)
    if _ZONE.match(text, end):
        return None, ""
    township = _TOWNSHIP.match(text, end) if place.level == "county" else None
    return place, township["name"] if township else ""


def _name_at(names: Mapping[str, object], text: str, at: int, *, behind: bool = False) -> str:
    """The longest name at a position, "" if there is none."""
    for length in range(_LONGEST, 1, -1):
        name = text[at : at + length]
        if name not in names:
            continue
        following = text[at + length : at + length + 1]
        if following and following in _GOES_ON.get(name[-1], ""):
            continue
        if len(name) == 2 and not behind and not _INTRODUCED.match(text, at):
            continue
        return name
    return ""


def _bare_name(index: _Index, text: str, year: int) -> _Division | None:
    """A province or city without its kind (深圳经济特区…); None if it may be two."""
    for at in range(len(text)):
        for length in (4, 3, 2):
            name = text[at : at + length]
            rows = _best(index.bare[name], year) if name in index.bare else []
            if not rows or _NO_CITY.match(text, at + len(name)):
                continue
            return _only(rows)
    return None


def _only(rows: Sequence[_Division]) -> _Division | None:
    """The one division of a name; None where there are several or none."""
    return next(iter(rows)) if len(rows) == 1 else None
