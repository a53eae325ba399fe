"""Where things are on the explorer page, for tests that drive it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

# Cells of the study in tests/support/explorer.py that the tests point at.
SHARE, BEDS = "p-2020/bed_share@general", "p-2020/beds@general"


def cell(page: Page, key: str) -> Locator:
    return page.locator(f'#grid [data-cell="{key}"]')


def marked(page: Page) -> str:
    """The marked quotation in the plan's text; a value inside it is a mark of its own."""
    return "".join(page.locator("#plan-text mark.quote").all_text_contents())


def quote(data: dict[str, Any], statement_id: str) -> str:
    statement = next(one for one in data["statements"] if one["id"] == statement_id)
    text = next(plan["text"] for plan in data["plans"] if plan["id"] == statement["plan"])
    return str(text[slice(*statement["span"])])


def behind(data: dict[str, Any], key: str) -> list[str]:
    found = next(one for one in data["cells"] if f"{one['plan']}/{one['row']}" == key)
    return list(found["statements"])


def in_view(page: Page, selector: str, within: str) -> bool:
    """Whether the middle of an element lies inside the visible part of a scrolling one."""
    box, frame = page.locator(selector).first.bounding_box(), page.locator(within).bounding_box()
    assert box
    assert frame
    middle = box["y"] + box["height"] / 2
    return bool(frame["y"] <= middle <= frame["y"] + frame["height"])


def choose(page: Page, facet: str, code: str) -> None:
    menu = page.locator(f'details[data-facet="{facet}"]')
    menu.locator("summary").click()
    menu.locator(f'input[value="{code}"]').check()
    menu.locator("summary").click()
