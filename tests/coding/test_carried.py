"""A count or a sum without a noun of its own goes on from the statement before it."""

from __future__ import annotations

import pytest

from compare.coding import Codebook, code
from compare.coding.book.codebook import OTHER
from compare.model import Coded, Document
from compare.reading import read
from compare.study.codebook.files import default_codebook, load_codebook

CODEBOOK: Codebook = load_codebook(default_codebook())


def coded(text: str) -> tuple[Coded, ...]:
    return code("p", read(Document(text, "txt"), CODEBOOK.lexicon), CODEBOOK)


def indicators(text: str) -> list[str]:
    return [one.indicator for one in coded(text)]


@pytest.mark.parametrize("lead", [",其中", ",分别为", "(其中", ":"])
def test_the_places_of_a_list_share_the_noun_of_the_whole(lead: str) -> None:
    """新增老年食堂15个,其中城东街道3个、城西街道5个: canteens, all three."""
    found = indicators(f"新增老年食堂15个{lead}城东街道3个、城西街道5个。")
    assert ["meal_sites"] * 3 == found


def test_a_part_that_the_next_sentence_opens_with_is_one_too() -> None:
    """其中 points back over a full stop, and the part keeps its own scope."""
    whole, part = coded("新增老年食堂15个。其中城东街道3个。")
    assert [("meal_sites", "general"), ("meal_sites", OTHER)] == [
        (one.indicator, one.scope) for one in (whole, part)
    ]


def test_a_part_is_never_taken_for_the_whole() -> None:
    """The places of a list have a scope of their own, so that no part stands for the area."""
    whole, *parts = coded("新增老年食堂15个,其中城东街道3个、城西街道5个。")
    assert "general" == whole.scope
    assert [OTHER, OTHER] == [part.scope for part in parts]


def test_kinds_of_house_are_told_apart() -> None:
    """Private homes have an indicator of their own; the other kinds are parts of all homes."""
    whole, public, private, run_by_others = coded("养老机构63家,其中公办29家、民办20家、公建民营14家。")
    assert "general" == whole.scope
    assert ["institutions_count", "private_institutions", "institutions_count"] == [
        part.indicator for part in (public, private, run_by_others)
    ]
    assert [OTHER, "general", OTHER] == [part.scope for part in (public, private, run_by_others)]


def test_beds_of_named_homes_are_beds_of_the_same_kind() -> None:
    """分别为市福利院30张: whichever house, the beds are those of the whole."""
    assert ["dementia_care_beds"] * 3 == indicators(
        "新建认知障碍照护床位80张,分别为市福利院30张、康宁护理院50张。"
    )


@pytest.mark.parametrize(
    "text",
    [
        "建成社区养老服务站50个,其中卫生院2个附设康复室。",
        "新增老年食堂15个。城东街道3个。",
        "新增老年食堂15个,其中城东街道3处。",
        "新增老年食堂15个,城东街道3个社区有卫生室。",
    ],
)
def test_what_is_no_part_of_the_count_goes_without(text: str) -> None:
    """Another noun, another sentence, another unit, or no list at all."""
    assert "" == indicators(text)[-1]
